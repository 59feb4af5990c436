using System.Xml.Linq;

namespace CloudEssentials.Cli.Help;

/// <summary>The help of every command.</summary>
internal static class HelpLibrary
{
    private static readonly Lazy<Dictionary<string, CommandHelp>> _all = new(Load);

    /// <summary>The help of a command, or null where there is no page.</summary>
    internal static CommandHelp? Find(string name) => _all.Value.GetValueOrDefault(name);

    private static Dictionary<string, CommandHelp> Load()
    {
        using Stream stream = typeof(HelpLibrary).Assembly.GetManifestResourceStream("Help.xml")!;
        return XDocument.Load(stream).Root!.Elements().Select(element => new CommandHelp(element)).ToDictionary(help => help.Name, StringComparer.OrdinalIgnoreCase);
    }
}
