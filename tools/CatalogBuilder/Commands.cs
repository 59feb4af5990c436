using CloudEssentials.CatalogBuilder.Regions;

namespace CloudEssentials.CatalogBuilder;

/// <summary>The list of sub-commands, and the choice between them.</summary>
internal static class Commands
{
    private static readonly ICatalogCommand[] All =
    [
        new ActionsCommand(),
        new ManagedPoliciesCommand(),
        new RegionsCommand(),
        new ServicesCommand(),
    ];

    public static int Run(string[] args, TextWriter output, TextWriter error)
    {
        var name = args.FirstOrDefault() ?? "help";
        if (name is "help" or "--help" or "-h")
            return ShowHelp(args.ElementAtOrDefault(1), output);
        try
        {
            Find(name).Run(CommandArguments.Parse(args[1..]), output);
            return 0;
        }
        catch (Exception failure) when (failure is ArgumentException or IOException or InvalidDataException or CloudException)
        {
            error.WriteLine($"{name}: {failure.Message}");
            return 1;
        }
    }

    private static int ShowHelp(string? name, TextWriter output)
    {
        output.WriteLine("CatalogBuilder <command> [--name value]...: makes the files of data/.");
        foreach (var command in All)
            output.WriteLine($"  {command.Name,-18} {command.Summary}");
        if (name is not null)
            output.WriteLine($"\n{Find(name).Help}");
        return 0;
    }

    private static ICatalogCommand Find(string name) =>
        All.FirstOrDefault(command => command.Name == name)
        ?? throw new ArgumentException("there is no such command; 'help' lists them.");
}
