using System.Collections.Concurrent;
using CloudEssentials.Sandbox.Models;

namespace CloudEssentials.Sandbox.Services;

/// <summary>Finds the class that answers an operation, by the service's folder and the operation's name.</summary>
internal static class OperationRegistry
{
    private static readonly ConcurrentDictionary<(string Service, string Operation), SandboxOperation?> Known = new();

    /// <summary>The operation, or null if the sandbox does not have it.</summary>
    public static SandboxOperation? Find(ServiceModel service, OperationModel operation) =>
        Known.GetOrAdd((service.Code, operation.Name), static key => Make(key.Service, key.Operation));

    private static SandboxOperation? Make(string service, string operation)
    {
        string folder = char.ToUpperInvariant(service[0]) + service[1..];
        Type? type = typeof(OperationRegistry).Assembly.GetType($"{typeof(OperationRegistry).Namespace}.{folder}.{operation}");
        return type is { IsAbstract: false } && type.IsSubclassOf(typeof(SandboxOperation)) ? (SandboxOperation)Activator.CreateInstance(type)! : null;
    }
}
