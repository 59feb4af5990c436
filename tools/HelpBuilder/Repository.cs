using CloudEssentials.HelpBuilder.Cmdlets;
using CloudEssentials.HelpBuilder.Maml;
using CloudEssentials.HelpBuilder.Pages;

namespace CloudEssentials.HelpBuilder;

/// <summary>Where pages, help and cmdlets lie.</summary>
public static class Repository
{
    /// <summary>The root of the repository that holds a folder.</summary>
    public static string Find(string folder)
    {
        for (DirectoryInfo? candidate = new(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "CloudEssentials.slnx")))
                return candidate.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above '{folder}' holds CloudEssentials.slnx.");
    }

    /// <summary>The folder of the pages.</summary>
    public static string PagesFolder(string root) => Path.Combine(root, "docs", "cmdlets");

    /// <summary>The words for parameters that many cmdlets share.</summary>
    public static HelpPage SharedParameters(string root) => HelpPageReader.Read(File.ReadAllText(Path.Combine(root, "docs", "shared-parameters.md")));

    /// <summary>Every page, by name.</summary>
    public static IReadOnlyList<HelpPage> ReadPages(string root) =>
        [.. Directory.GetFiles(PagesFolder(root), "*.md").Order(StringComparer.Ordinal).Select(file => HelpPageReader.Read(File.ReadAllText(file)))];

    /// <summary>The cmdlets that the last build put into lib.</summary>
    public static IReadOnlyList<CmdletDescription> ReadCmdlets(string root) => CmdletReader.Read(Path.Combine(root, "lib"));

    /// <summary>Makes the help file of the pages.</summary>
    public static void WriteMaml(string root)
    {
        string target = Path.Combine(root, "en-US", "CloudEssentials.dll-Help.xml");
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string temporary = $"{target}.{Environment.ProcessId}";
        MamlWriter.Write(ReadPages(root)).Save(temporary);
        File.Move(temporary, target, overwrite: true);
    }

    /// <summary>Writes the mechanical parts of every cmdlet's page anew; the words stay.</summary>
    /// <returns>The names of the pages that changed.</returns>
    public static IEnumerable<string> RewritePages(string root)
    {
        HelpPage shared = SharedParameters(root);
        foreach (CmdletDescription cmdlet in ReadCmdlets(root))
        {
            string file = Path.Combine(PagesFolder(root), $"{cmdlet.Name}.md");
            string before = File.Exists(file) ? File.ReadAllText(file) : "";
            string after = HelpPageWriter.Write(HelpPageReader.Read(before), cmdlet, shared);
            if (after == before)
                continue;
            File.WriteAllText(file, after);
            yield return cmdlet.Name;
        }
    }
}
