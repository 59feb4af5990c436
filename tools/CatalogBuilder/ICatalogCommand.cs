namespace CloudEssentials.CatalogBuilder;

/// <summary>One sub-command: it reads what a registry served and writes one file of <c>data/</c>.</summary>
internal interface ICatalogCommand
{
    string Name { get; }

    /// <summary>One line for the list of commands.</summary>
    string Summary { get; }

    /// <summary>Arguments and how to get the sources, for <c>help &lt;name&gt;</c>.</summary>
    string Help { get; }

    void Run(CommandArguments arguments, TextWriter output);
}
