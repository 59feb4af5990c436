using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Starts or stops instances: asks about each, and waits for those that are on the way to where they can be started or stopped.</summary>
/// <param name="Verb"><c>Start</c> or <c>Stop</c>.</param>
/// <param name="From">The state in which EC2 takes the call.</param>
/// <param name="OnTheWay">The state that comes before it.</param>
/// <param name="Turn">The call.</param>
internal sealed record PowerSwitch(string Verb, string From, string OnTheWay, Func<InstanceGateway, IReadOnlyList<string>, CancellationToken, Task> Turn)
{
    /// <summary>Starts instances.</summary>
    internal static PowerSwitch On { get; } = new("Start", "stopped", "stopping", static (gateway, ids, token) => gateway.StartAsync(ids, token));

    /// <summary>Stops instances.</summary>
    internal static PowerSwitch Off { get; } = new("Stop", "running", "pending", static (gateway, ids, token) => gateway.StopAsync(ids, token));

    /// <summary>Turns the switch.</summary>
    /// <returns>The instances that are meant and agreed to, the ids of those whose switch was turned just now, and what waits for them.</returns>
    internal async Task<Turned> RunAsync(DirectoryAppInstanceRequest request, int timeoutSeconds, IOperationHost host, CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        InstanceGateway gateway = new(place.Connection, place.AccountId);
        List<DirectoryAppInstance> chosen = [];
        foreach (DirectoryAppInstance instance in await InstanceChoice.FindOwnAsync(gateway, request, host, cancellationToken).ConfigureAwait(false))
        {
            if (instance.IsLive && (!IsToTurn(instance) || await host.ShouldProcessAsync(instance.InstanceId, $"{Verb} the instance of {instance.Name}").ConfigureAwait(false)))
                chosen.Add(instance);
        }

        InstanceWaiter waiter = new(place.Connection, gateway, host, timeoutSeconds, cancellationToken);
        DirectoryAppInstance[] unsettled = [.. chosen.Where(instance => instance.State == OnTheWay)];
        if (unsettled.Length > 0)
            await waiter.UntilAsync(unsettled, From).ConfigureAwait(false);
        string[] ids = [.. chosen.Where(IsToTurn).Select(instance => instance.InstanceId)];
        if (ids.Length > 0)
            await Turn(gateway, ids, cancellationToken).ConfigureAwait(false);
        return new(chosen, ids, gateway, waiter);
    }

    private bool IsToTurn(DirectoryAppInstance instance) => instance.State == From || instance.State == OnTheWay;

    /// <summary>What came of it.</summary>
    internal sealed record Turned(IReadOnlyList<DirectoryAppInstance> Chosen, IReadOnlyList<string> Now, InstanceGateway Gateway, InstanceWaiter Waiter);
}
