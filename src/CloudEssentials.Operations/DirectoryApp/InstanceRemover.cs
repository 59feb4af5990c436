using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>
/// Removes instances of one name, and with the last of them what was made for them. Searches lag behind what was made a moment ago: only a
/// search that begins after that time and shows nothing is proof that nothing is left.
/// </summary>
internal sealed class InstanceRemover(
    RemoveDirectoryAppInstanceRequest request, string name, AccountPlace place, InstanceGateway gateway, IOperationHost host, CancellationToken cancellationToken)
{
    private static readonly TimeSpan _pause = TimeSpan.FromSeconds(2);

    private readonly StandaloneParts _parts = new(place.Connection, place.AccountId, name);
    private readonly Dictionary<string, bool> _answers = [];
    private readonly List<DirectoryAppInstance> _terminated = [];
    private readonly TimeProvider _clock = place.Connection.Clock;
    private readonly long _started = place.Connection.Clock.GetTimestamp();
    private bool _isDeclined;
    private bool _hasSeenAny;

    /// <summary>Removes.</summary>
    /// <param name="chosen">The instances that are meant, live or not.</param>
    /// <returns>Those that were removed.</returns>
    internal async Task<IReadOnlyList<DirectoryAppInstance>> RemoveAsync(IReadOnlyList<DirectoryAppInstance> chosen)
    {
        try
        {
            await TerminateAsync(chosen.Where(instance => instance.IsLive)).ConfigureAwait(false);
            await RemovePartsAsync().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            host.WriteLastWord($"Stopped. {(_terminated.Count == 0 ? "No instance was terminated" : $"On their way out: {string.Join(", ", _terminated.Select(instance => instance.InstanceId))}")}; what was made for them may stand yet. Remove-DirectoryAppInstance {name} removes it.");
            throw;
        }

        if (!_hasSeenAny && chosen.Count == 0)
            host.WriteError(new("AppNotFound", $"There is nothing of the directory application '{name}' in {place.Connection.Region}.", CloudErrorCategory.ObjectNotFound, name, "Get-DirectoryAppInstance lists what there is; give -Region for another."));
        return await NowAsync().ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<DirectoryAppInstance>> NowAsync()
    {
        if (_terminated.Count == 0)
            return [];
        IReadOnlyList<DirectoryAppInstance> now = await gateway.GetAsync([.. _terminated.Select(instance => instance.InstanceId)], cancellationToken).ConfigureAwait(false);
        return [.. _terminated.Select(instance => now.FirstOrDefault(other => other.InstanceId == instance.InstanceId) ?? instance with { State = "terminated" })];
    }

    private async Task TerminateAsync(IEnumerable<DirectoryAppInstance> instances)
    {
        List<DirectoryAppInstance> agreed = [];
        foreach (DirectoryAppInstance instance in instances.Where(instance => !_answers.ContainsKey(instance.InstanceId)))
        {
            if (await MayAsync(instance.InstanceId, instance.InstanceId, $"Terminate instance {instance.Number} of {name} in {instance.AvailabilityZone}").ConfigureAwait(false))
                agreed.Add(instance);
        }

        if (agreed.Count == 0)
            return;
        await gateway.TerminateAsync([.. agreed.Select(instance => instance.InstanceId)], cancellationToken).ConfigureAwait(false);
        _terminated.AddRange(agreed);
    }

    private async Task RemovePartsAsync()
    {
        if (await new LaunchGateway(place.Connection).HasNetworkAsync(name, cancellationToken).ConfigureAwait(false))
        {
            host.WriteVerbose($"{name} is a whole application: its parts stay.");
            return;
        }

        while (true)
        {
            TimeSpan begun = _clock.GetElapsedTime(_started);
            IReadOnlyList<DirectoryAppInstance> all = [.. (await gateway.FindAsync(name, cancellationToken).ConfigureAwait(false)).Where(instance => instance.Number is not null)];
            DirectoryAppInstance[] others = [.. all.Where(instance => instance.IsLive && !_answers.ContainsKey(instance.InstanceId))];
            if (others.Length > 0 && request.InstanceId.Length > 0)
                return;
            await TerminateAsync(others).ConfigureAwait(false);
            IReadOnlyList<OwnedPart> leaving = await LeavingAsync().ConfigureAwait(false);
            _hasSeenAny |= all.Count > 0 || leaving.Count > 0;
            if (_isDeclined || (others.Length == 0 && leaving.Count == 0 && begun >= place.Connection.Lag))
                return;
            if (leaving.Count > 0)
                await DeleteAsync(all, leaving).ConfigureAwait(false);
            if (begun > TimeSpan.FromSeconds(request.TimeoutSeconds))
                throw new CloudException("RemovalIncomplete", $"Still there of {name}: {string.Join(", ", leaving.Select(part => $"{part.Kind} {part.Name}"))}.", CloudErrorCategory.InvalidOperation, name, "Run the same command again.");
            if (begun < place.Connection.Lag || leaving.Count > 0)
                await Task.Delay(place.Connection.Lag < _pause ? place.Connection.Lag : _pause, _clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The parts that may go; what holds data stays, and is told once.</summary>
    private async Task<IReadOnlyList<OwnedPart>> LeavingAsync()
    {
        List<OwnedPart> leaving = [];
        foreach (OwnedPart part in await _parts.FindOwnedAsync(cancellationToken).ConfigureAwait(false))
        {
            string key = $"{part.Kind} {part.Name}";
            if (request.IncludeData || !part.HoldsData)
            {
                if (await MayAsync(key, part.Name, part.Deletion).ConfigureAwait(false))
                    leaving.Add(part);
            }
            else if (part.IsStorage && _answers.TryAdd(key, false))
            {
                _hasSeenAny = true;
                host.WriteWarning($"The {key} stays, with what is in it: -IncludeData removes it.");
            }
        }

        return leaving;
    }

    private async Task DeleteAsync(IReadOnlyList<DirectoryAppInstance> all, IReadOnlyList<OwnedPart> leaving)
    {
        DirectoryAppInstance[] left = [.. all.Where(instance => instance.State != "terminated")];
        if (left.Length > 0)
            await new InstanceWaiter(place.Connection, gateway, host, request.TimeoutSeconds, cancellationToken).UntilAsync(left, "terminated").ConfigureAwait(false);
        await _parts.DeleteAsync(leaving, request.IncludeData, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> MayAsync(string key, string target, string action)
    {
        if (!_answers.TryGetValue(key, out bool answer))
            _answers[key] = answer = await host.ShouldProcessAsync(target, action).ConfigureAwait(false);
        _isDeclined |= !answer;
        return answer;
    }
}
