using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Sandbox;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

/// <summary>A sandbox account whose clock runs on by itself as far as somebody waits, and a shell that is connected to it.</summary>
internal sealed class AppSandbox : IDisposable
{
    internal const string AccountId = "123456789012";

    private readonly CallGate _gate;

    internal AppSandbox(SandboxOptions? options = null)
    {
        Clock = new(DateTimeOffset.UtcNow);
        Account = new((options ?? new()) with { Clock = Clock });
        _gate = new(new SandboxHandler(Account));
        Connection = AwsConnection.ToSandbox(_gate, SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a test", Clock, Account.LongestLag);
    }

    internal SandboxClock Clock { get; }

    internal SandboxAccount Account { get; }

    internal AwsConnection Connection { get; }

    internal AmazonEC2Client Ec2 => Connection.Ec2();

    /// <summary>The calls that came, as <c>service:Operation</c>, in order.</summary>
    internal IReadOnlyList<string> Calls => _gate.Calls;

    internal InstanceGateway Gateway => new(Connection, AccountId);

    /// <summary>From the given call on, counted from now, the caller is stopped.</summary>
    internal CancellationToken StopAt(int call) => _gate.StopAt(call);

    /// <summary>A shell, connected as an administrator, or as somebody else.</summary>
    internal TestHost Shell(TestHost? host = null, AwsConnection? connection = null)
    {
        connection ??= Connection;
        host ??= new();
        host.Session.Current = new() { Region = connection.Region, CredentialSource = "a test", AccountId = AccountId, IsSandbox = true, Connection = connection };
        return host;
    }

    internal AwsConnection As(string accessKey, string secretKey) => AwsConnection.ToSandbox(_gate, accessKey, secretKey, "us-east-1", "a test", Clock, Account.LongestLag);

    internal Task<List<DirectoryAppInstance>> NewAsync(NewDirectoryAppInstanceRequest request, TestHost? host = null, CancellationToken cancellationToken = default) =>
        Shell(host).RunAsync(new NewDirectoryAppInstance(), request, cancellationToken);

    internal Task<List<DirectoryAppInstance>> RemoveAsync(RemoveDirectoryAppInstanceRequest request, TestHost? host = null) =>
        Shell(host).RunAsync(new RemoveDirectoryAppInstance(), request);

    internal async Task<IReadOnlyList<DirectoryAppInstance>> LiveAsync(string name = "directory") =>
        [.. (await Gateway.FindAsync(name, CancellationToken.None)).Where(instance => instance.IsLive)];

    internal async Task<IReadOnlyList<string>> PartsAsync(string name = "directory") =>
        [.. (await new StandaloneParts(Connection, AccountId, name).FindOwnedAsync(CancellationToken.None)).Select(part => $"{part.Kind} {part.Name}")];

    internal async Task<Instance> DescribeAsync(string instanceId) =>
        (await Ec2.DescribeInstancesAsync(new DescribeInstancesRequest { InstanceIds = [instanceId] })).Reservations[0].Instances[0];

    public void Dispose()
    {
        _gate.Dispose();
        Account.Dispose();
    }
}
