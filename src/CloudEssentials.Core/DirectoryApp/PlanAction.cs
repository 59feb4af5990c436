namespace CloudEssentials.DirectoryApp;

/// <summary>What is to be done with a resource.</summary>
public enum PlanAction
{
    /// <summary>It is not there, and is made.</summary>
    Create,

    /// <summary>It is there as it should be, or belongs to somebody else, and is left alone.</summary>
    Keep,

    /// <summary>It is there, differs, and is brought into line.</summary>
    Change,

    /// <summary>It is there, belongs to the application and is not wanted.</summary>
    Delete,
}
