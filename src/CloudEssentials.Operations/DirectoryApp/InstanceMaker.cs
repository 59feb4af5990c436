using System.Globalization;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Brings the instances of a name to the wanted number: all is checked before anything is made, and what stands is said where it breaks off.</summary>
internal sealed class InstanceMaker(NewDirectoryAppInstanceRequest request, DirectoryAppSpec spec, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
{
    private readonly InstanceGateway _instances = new(place.Connection, place.AccountId);
    private readonly StandaloneParts _parts = new(place.Connection, place.AccountId, spec.Name);
    private readonly LaunchCheck _check = new(request, spec, place, host, cancellationToken);
    private readonly List<string> _standing = [];
    private readonly List<string> _underWay = [];

    /// <summary>Makes what is missing.</summary>
    /// <returns>All instances of the name; none where a step was declined.</returns>
    internal async Task<IReadOnlyList<DirectoryAppInstance>> MakeAsync()
    {
        IReadOnlyList<DirectoryAppInstance> known = await _instances.FindAsync(spec.Name, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DirectoryAppInstance> live = [.. known.Where(instance => instance.IsLive && instance.Number is not null)];
        LaunchPlan plan = await _check.RunAsync(live).ConfigureAwait(false);
        IReadOnlyList<PlannedPart> parts = await _parts.FindAsync(DirectoryAppBlueprint.Instance(spec, Parts(), plan.VpcId), cancellationToken).ConfigureAwait(false);
        if (!await MayAsync(plan, parts).ConfigureAwait(false))
            return [];

        try
        {
            return await RunAsync(plan, parts, known, live).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            host.WriteLastWord(_standing.Count + _underWay.Count == 0 ? "Stopped before anything was made." : $"Stopped. {Standing()} {Resume()}");
            throw;
        }
        catch (Exception exception) when (_standing.Count + _underWay.Count > 0 && CloudErrors.From(exception) is { ErrorId: not ("AppNotAnswering" or "InstanceNotReady") } error)
        {
            throw new CloudException("LaunchIncomplete", $"{error.Message} {Standing()}", error.Category, spec.Name, $"{error.Remedy} {Resume()}".TrimStart(), exception);
        }
    }

    private InstanceParts Parts() =>
        (request.InstanceProfile is null ? InstanceParts.Role : InstanceParts.None)
        | (request.SecurityGroupId.Length == 0 ? InstanceParts.SecurityGroup : InstanceParts.None)
        | (request.CreateStorage ? InstanceParts.Storage : InstanceParts.None);

    private async Task<IReadOnlyList<DirectoryAppInstance>> RunAsync(LaunchPlan plan, IReadOnlyList<PlannedPart> parts, IReadOnlyList<DirectoryAppInstance> known, IReadOnlyList<DirectoryAppInstance> live)
    {
        IReadOnlyDictionary<string, string> ids = await _parts.MakeAsync(parts, Note, cancellationToken).ConfigureAwait(false);
        List<DirectoryAppInstance> all = [.. live];
        foreach ((int number, LaunchSubnet subnet) in plan.Launches)
        {
            host.WriteProgress(new("Launching instances", $"instance {number} of {spec.Name} in {subnet.AvailabilityZone}", 100 * all.Count / request.Count));
            Note($"instance {number}", isDone: false);
            DirectoryAppInstance launched = await LaunchAsync(plan, number, subnet, ids, known).ConfigureAwait(false);
            _underWay.Clear();
            Note($"instance {launched.InstanceId}", isDone: true);
            all.Add(launched);
        }

        host.WriteProgress(new("Launching instances", "done", 100, Completed: true));
        IReadOnlyList<DirectoryAppInstance> result = [.. all.OrderBy(instance => instance.Number)];
        return request.Wait ? await WaitAsync(result).ConfigureAwait(false) : result;
    }

    private async Task<DirectoryAppInstance> LaunchAsync(LaunchPlan plan, int number, LaunchSubnet subnet, IReadOnlyDictionary<string, string> ids, IReadOnlyList<DirectoryAppInstance> known)
    {
        InstanceLaunch launch = new()
        {
            Spec = spec,
            Number = number,
            Image = plan.Image,
            SubnetId = subnet.SubnetId,
            SecurityGroupId = request.SecurityGroupId.Length > 0 ? request.SecurityGroupId : [ids["InstanceSecurityGroup"]],
            InstanceProfile = request.InstanceProfile ?? ids["InstanceProfile"],
            Generation = known.Count(instance => instance.Number == number && !instance.IsLive),
        };
        try
        {
            return await _instances.LaunchAsync(launch, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (CloudErrors.From(exception) is AwsRefusedException { StatusCode: < 500 })
        {
            // What was refused did not happen.
            _underWay.Clear();
            throw;
        }
    }

    private async Task<IReadOnlyList<DirectoryAppInstance>> WaitAsync(IReadOnlyList<DirectoryAppInstance> all)
    {
        DirectoryAppInstance[] idle = [.. all.Where(instance => instance.State is "stopped" or "stopping")];
        foreach (DirectoryAppInstance instance in idle)
            host.WriteWarning($"{instance.InstanceId} is {instance.State}: Start-DirectoryAppInstance -InstanceId {instance.InstanceId} starts it.");
        InstanceWaiter waiter = new(place.Connection, _instances, host, request.TimeoutSeconds, cancellationToken);
        IReadOnlyList<DirectoryAppInstance> running = await waiter.UntilAsync([.. all.Except(idle)], "running").ConfigureAwait(false);
        if (!request.SkipHealthCheck)
            running = await waiter.UntilWellAsync(running, request.CreateStorage || _check.StorageFaults.Count == 0).ConfigureAwait(false);
        return [.. running.Concat(idle).OrderBy(instance => instance.Number)];
    }

    private async Task<bool> MayAsync(LaunchPlan plan, IReadOnlyList<PlannedPart> parts)
    {
        // Everything is asked about, so that -WhatIf shows all of it.
        bool may = true;
        foreach (PlannedPart part in parts.Where(part => part.Action.Length > 0))
            may &= await host.ShouldProcessAsync(part.Resource.Name, part.Action).ConfigureAwait(false);
        foreach ((int number, LaunchSubnet subnet) in plan.Launches)
            may &= await host.ShouldProcessAsync($"{spec.Name}-{number}", $"Launch an instance of {spec.InstanceType} in {subnet.AvailabilityZone}, {Price(subnet)}").ConfigureAwait(false);
        return may;
    }

    private string Price(LaunchSubnet subnet) =>
        DirectoryAppPrices.Default.OfInstance(spec.Region, spec.InstanceType, subnet.GivesPublicAddress) is { } price
            ? string.Create(CultureInfo.InvariantCulture, $"{price:0.####} USD an hour")
            : "at a price that is not known here";

    private void Note(string what, bool isDone)
    {
        _underWay.Remove(what);
        (isDone ? _standing : _underWay).Add(what);
    }

    // Of a call whose answer nobody waited for it is not known whether it took effect.
    private string Standing() =>
        $"Standing now: {(_standing.Count == 0 ? "nothing" : string.Join(", ", _standing))}{(_underWay.Count == 0 ? "" : $"; perhaps also {string.Join(", ", _underWay)}")}.";

    private string Resume() => $"The same command again finds what stands and goes on from there; Remove-DirectoryAppInstance {spec.Name} removes it.";
}
