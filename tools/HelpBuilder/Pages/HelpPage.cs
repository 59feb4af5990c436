namespace CloudEssentials.HelpBuilder.Pages;

/// <summary>A page of help in platyPS's schema of 2024-05-01, each part as raw Markdown.</summary>
public sealed record HelpPage
{
    /// <summary>The front matter, by key.</summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; init; } = new Dictionary<string, string>();

    /// <summary>The cmdlet's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>One sentence.</summary>
    public string Synopsis { get; init; } = "";

    /// <summary>One heading and one code block a parameter set.</summary>
    public IReadOnlyList<HelpSection> Syntax { get; init; } = [];

    /// <summary>What it does.</summary>
    public string Description { get; init; } = "";

    /// <summary>The examples, headed <c>Example n: title</c>.</summary>
    public IReadOnlyList<HelpSection> Examples { get; init; } = [];

    /// <summary>The parameters, headed <c>-Name</c>.</summary>
    public IReadOnlyList<HelpParameter> Parameters { get; init; } = [];

    /// <summary>What it takes from the pipeline, headed by type.</summary>
    public IReadOnlyList<HelpSection> Inputs { get; init; } = [];

    /// <summary>What it gives, headed by type.</summary>
    public IReadOnlyList<HelpSection> Outputs { get; init; } = [];

    /// <summary>Anything else.</summary>
    public string Notes { get; init; } = "";

    /// <summary>A list of links.</summary>
    public string RelatedLinks { get; init; } = "";
}
