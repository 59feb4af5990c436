using System.Reflection;
using System.Runtime.Loader;

namespace CloudEssentials.Module;

/// <summary>
/// The module's own load context: what lies in <c>lib/dependencies</c> is loaded here and meets no assembly of the same
/// name that another module brought. What it does not hold (Core, the framework) comes from the default context.
/// </summary>
internal sealed class ModuleLoadContext : AssemblyLoadContext
{
    private static readonly Lazy<ModuleLoadContext> _instance = new(() => new());

    private readonly string _folder =
        Path.Combine(Path.GetDirectoryName(typeof(ModuleLoadContext).Assembly.Location)!, "dependencies");

    private ModuleLoadContext()
        : base("CloudEssentials")
    {
    }

    /// <summary>Answers the default context for the two assemblies through which the module enters its own.</summary>
    internal static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "CloudEssentials.Aws" or "CloudEssentials.Sandbox"
            ? _instance.Value.LoadFromAssemblyName(name)
            : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        string path = Path.Combine(_folder, $"{assemblyName.Name}.dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
