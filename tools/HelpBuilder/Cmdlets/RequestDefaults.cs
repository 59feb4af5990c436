using System.Collections;
using System.Reflection;
using System.Runtime.Loader;

namespace CloudEssentials.HelpBuilder.Cmdlets;

/// <summary>The defaults of the operations' requests, which are the cmdlets' defaults.</summary>
internal sealed class RequestDefaults(string libFolder)
{
    private readonly Assembly _operations = new LibLoadContext(libFolder).LoadFromAssemblyPath(Path.Combine(libFolder, "CloudEssentials.Operations.dll"));

    /// <summary>The default of an input in words; empty where there is none.</summary>
    internal string Of(string requestType, string input)
    {
        Type? type = _operations.GetType(requestType);
        return type is null ? "" : InWords(type.GetProperty(input)?.GetValue(Activator.CreateInstance(type)));
    }

    private static string InWords(object? value) => value switch
    {
        null or 0 => "",
        string text => text,
        IEnumerable items => string.Join(", ", items.Cast<object>()),
        _ => $"{value}",
    };

    private sealed class LibLoadContext(string folder) : AssemblyLoadContext("lib")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            new[] { folder, Path.Combine(folder, "dependencies") }
                .Select(place => Path.Combine(place, $"{assemblyName.Name}.dll"))
                .Where(File.Exists)
                .Select(LoadFromAssemblyPath)
                .FirstOrDefault();
    }
}
