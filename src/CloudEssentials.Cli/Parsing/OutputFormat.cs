namespace CloudEssentials.Cli.Parsing;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>A table for a person.</summary>
    Table,

    /// <summary>One line a property, for a person.</summary>
    List,

    /// <summary>JSON Lines: one object a line.</summary>
    Json,

    /// <summary>Comma-separated values with a line of names.</summary>
    Csv,
}
