using System.Runtime.CompilerServices;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Operations.Sandboxes;

/// <summary>Makes zones of a sandbox account fail, or mends them.</summary>
[Operation("Set", "SandboxZone", Impact = ChangeImpact.Medium)]
public sealed class SetSandboxZone : IOperation<SetSandboxZoneRequest, SandboxZoneInfo>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SandboxZoneInfo> RunAsync(
        SetSandboxZoneRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        SandboxZoneState state = Read(request.State);
        SandboxAccount account = SandboxConnections.Chosen(host, request.SandboxPath) ?? throw new CloudException(
            "SandboxNotConnected",
            "Zones fail in a sandbox account alone, and this session is not connected to one.",
            CloudErrorCategory.ConnectionError,
            remedy: "Connect-CloudAccount -Sandbox, or give -SandboxPath.");
        foreach (string zone in request.Zone)
        {
            if (!await host.ShouldProcessAsync(zone, $"Make the zone {state.ToString().ToLowerInvariant()}").ConfigureAwait(false))
                continue;
            if (await SetAsync(account, zone, state, host, cancellationToken).ConfigureAwait(false) is { } set)
                yield return set;
        }
    }

    private static async Task<SandboxZoneInfo?> SetAsync(SandboxAccount account, string name, SandboxZoneState state, IOperationHost host, CancellationToken cancellationToken)
    {
        try
        {
            SandboxZone zone = await account.SetZoneAsync(name, state, cancellationToken).ConfigureAwait(false);
            return new SandboxZoneInfo { Zone = zone.Name, ZoneId = zone.Id, Region = zone.Region, AccountId = account.AccountId, State = zone.State.ToString(), ImpairedSince = zone.Since };
        }
        catch (CloudException exception) when (exception.ErrorId == "SandboxZoneUnknown")
        {
            host.WriteError(exception);
            return null;
        }
    }

    private static SandboxZoneState Read(string text) =>
        Enum.TryParse(text, ignoreCase: true, out SandboxZoneState state) && Enum.IsDefined(state)
            ? state
            : throw new CloudException(
                "ZoneStateInvalid",
                $"-State: a zone cannot be '{text}'.",
                CloudErrorCategory.InvalidArgument,
                text,
                $"Choose one of {string.Join(", ", Enum.GetNames<SandboxZoneState>())}.");
}
