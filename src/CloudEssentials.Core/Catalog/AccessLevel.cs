namespace CloudEssentials.Catalog;

/// <summary>
/// What an action does to what it acts on, as AWS classes it: the strongest of the kinds that AWS gives the action.
/// See "Understanding access level summaries within policy summaries" in the IAM User Guide.
/// </summary>
public enum AccessLevel
{
    /// <summary>Lists resources, without their contents.</summary>
    List,

    /// <summary>Reads the content or the attributes of a resource.</summary>
    Read,

    /// <summary>Creates, deletes or modifies a resource.</summary>
    Write,

    /// <summary>Changes only the tags of a resource.</summary>
    Tagging,

    /// <summary>Grants or modifies permissions.</summary>
    PermissionsManagement,
}
