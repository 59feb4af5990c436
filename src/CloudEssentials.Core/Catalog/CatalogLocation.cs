namespace CloudEssentials.Catalog;

/// <summary>Where the data files are: beside the module, and the user's refreshed copies of them.</summary>
internal static class CatalogLocation
{
    public const string ActionsFile = "actions.catalog";
    public const string ManagedPoliciesFile = "managed-policies.catalog";

    /// <summary>
    /// The folder of refreshed copies: <c>CloudEssentials</c> in LOCALAPPDATA, or in XDG_DATA_HOME (<c>~/.local/share</c>). Empty for an account without a home.
    /// </summary>
    public static string UserFolder
    {
        get
        {
            var root = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
            return root.Length == 0 ? "" : Path.Combine(root, "CloudEssentials");
        }
    }

    /// <summary>The path of a file that the module ships: <c>data/</c> is beside the assembly after a build, and beside its folder in the module.</summary>
    public static string Shipped(string file)
    {
        var location = typeof(CatalogLocation).Assembly.Location;
        var folder = location.Length > 0 ? Path.GetDirectoryName(location)! : AppContext.BaseDirectory;
        var beside = Path.Combine(folder, "data", file);
        return File.Exists(beside) ? beside : Path.Combine(Path.GetDirectoryName(folder.TrimEnd('/', '\\')) ?? folder, "data", file);
    }
}
