namespace CloudEssentials.Operations;

/// <summary>How an input takes what comes down the pipeline.</summary>
[Flags]
public enum PipelineInput
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>The object itself.</summary>
    ByValue = 1,

    /// <summary>The object's property of the input's name or of one of its aliases.</summary>
    ByPropertyName = 2,
}
