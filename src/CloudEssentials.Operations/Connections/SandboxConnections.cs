using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Operations.Connections;

/// <summary>Connections to sandbox accounts.</summary>
internal static class SandboxConnections
{
    /// <summary>The variable that chooses a sandbox for every command without a connection.</summary>
    internal const string Variable = "CLOUDESSENTIALS_SANDBOX";

    private const string _region = "us-east-1";
    private static readonly ConcurrentDictionary<string, AwsConnection> _lasting = new();
    private static readonly ConditionalWeakTable<HttpMessageHandler, SandboxAccount> _accounts = [];

    /// <summary>The account in a file, or a new one in memory.</summary>
    /// <param name="path">The full path of the file, or null.</param>
    internal static AwsConnection Open(string? path) => path is null
        ? To(new SandboxAccount(), "the root user of a sandbox account in memory")
        : _lasting.GetOrAdd(path, static file => To(SandboxAccount.Open(file), $"the root user of the sandbox account in {file}"));

    /// <summary>The sandbox that the environment chooses, or null.</summary>
    internal static AwsConnection? OfEnvironment(IOperationHost host) =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } path ? Open(Path.GetFullPath(path, host.CurrentFolder)) : null;

    /// <summary>The account of a file, or else that of the session's connection or of the environment; null where there is none.</summary>
    internal static SandboxAccount? Chosen(IOperationHost host, string? path)
    {
        AwsConnection? connection = path is not null ? Open(host.ResolvePath(path)[0]) : host.Session.Current?.Connection ?? OfEnvironment(host);
        return connection is null ? null : AccountOf(connection);
    }

    /// <summary>The account behind a connection, or null for AWS itself.</summary>
    internal static SandboxAccount? AccountOf(AwsConnection connection) =>
        connection.Handler is { } handler && _accounts.TryGetValue(handler, out SandboxAccount? account) ? account : null;

    /// <summary>A connection to an account, as its root user.</summary>
    internal static AwsConnection To(SandboxAccount account, string source)
    {
        SandboxHandler handler = new(account);
        _accounts.Add(handler, account);
        return AwsConnection.ToSandbox(handler, SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, _region, source, account.Clock, account.LongestLag);
    }
}
