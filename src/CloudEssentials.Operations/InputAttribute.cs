namespace CloudEssentials.Operations;

/// <summary>Says of a request's property what a shell must know beyond its name and type.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InputAttribute : Attribute
{
    /// <summary>Its place among the unnamed arguments, from 0; -1 where it must be named.</summary>
    public int Position { get; set; } = -1;

    /// <summary>True where the command cannot run without it (in the parameter sets that it belongs to).</summary>
    public bool Mandatory { get; set; }

    /// <summary>How it takes what comes down the pipeline.</summary>
    public PipelineInput Pipeline { get; set; }

    /// <summary>True where everything that comes down the pipeline belongs to one run of the command.</summary>
    public bool Collect { get; set; }

    /// <summary>True where consecutive lines of text from the pipeline make one JSON document.</summary>
    public bool JoinLines { get; set; }

    /// <summary>Its other names.</summary>
    public string[] Aliases { get; set; } = [];

    /// <summary>The parameter sets that it belongs to; none means all.</summary>
    public string[] Sets { get; set; } = [];
}
