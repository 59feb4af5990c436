using System.Reflection;
using CloudEssentials.Cli.Views;
using CloudEssentials.HelpBuilder;
using CloudEssentials.HelpBuilder.Cmdlets;
using CloudEssentials.Operations;

namespace CloudEssentials.Tests.Support;

/// <summary>The module as the build of these tests left it.</summary>
internal static class CompiledModule
{
    public static string Root { get; } = Repository.Find(AppContext.BaseDirectory);

    private static readonly Lazy<IReadOnlyList<CmdletDescription>> _cmdlets = new(() => Repository.ReadCmdlets(Root));

    public static string Version { get; } = typeof(CompiledModule).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ModuleVersion").Value!;

    public static string PackageFolder { get; } = Path.Combine(Root, "out", "CloudEssentials", Version);

    public static IReadOnlyList<CmdletDescription> Cmdlets => _cmdlets.Value;

    public static TheoryData<string> CmdletNames => [.. Cmdlets.Select(cmdlet => cmdlet.Name)];

    public static CmdletDescription Cmdlet(string name) => Cmdlets.Single(cmdlet => cmdlet.Name == name);

    public static OperationDescriptor Operation(string name) => OperationDescriptor.All.Single(operation => operation.Name == name);

    /// <summary>The names of the types that have a view of their own.</summary>
    public static IReadOnlySet<string> ViewedTypes { get; } =
        ViewLibrary.TypeNames.ToHashSet(StringComparer.Ordinal);
}
