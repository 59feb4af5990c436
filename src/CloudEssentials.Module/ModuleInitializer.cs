using System.Management.Automation;
using System.Runtime.Loader;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Module;

/// <summary>Opens the way to the module's own load context on import.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        // Every runspace that imports the module comes here, and an assembly once loaded stays: one handler serves all.
        AssemblyLoadContext.Default.Resolving -= ModuleLoadContext.Resolve;
        AssemblyLoadContext.Default.Resolving += ModuleLoadContext.Resolve;

        // A script may name a type of the domain before it runs a cmdlet, and PowerShell finds types of loaded assemblies alone.
        GC.KeepAlive(typeof(CloudException));
        GC.KeepAlive(typeof(CloudAccount));
    }
}
