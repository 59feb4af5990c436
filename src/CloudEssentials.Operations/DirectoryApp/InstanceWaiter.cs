using CloudEssentials.Aws.Connections;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Waits for instances to come into a state, and for the application on them to answer, and shows how far they are.</summary>
internal sealed class InstanceWaiter(AwsConnection connection, InstanceGateway gateway, IOperationHost host, int timeoutSeconds, CancellationToken cancellationToken)
{
    private static readonly TimeSpan _soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _later = TimeSpan.FromSeconds(4);

    private readonly TimeProvider _clock = connection.Clock;
    private readonly long _started = connection.Clock.GetTimestamp();
    private readonly TimeSpan _atMost = TimeSpan.FromSeconds(timeoutSeconds);

    /// <summary>Waits until all are in a state.</summary>
    /// <param name="instances">The instances.</param>
    /// <param name="state">The state, such as <c>running</c>.</param>
    /// <returns>The instances as they are then.</returns>
    /// <exception cref="CloudException"><c>InstanceFailed</c>: one was terminated instead; <c>InstanceNotReady</c>: it took too long.</exception>
    internal async Task<IReadOnlyList<DirectoryAppInstance>> UntilAsync(IReadOnlyList<DirectoryAppInstance> instances, string state)
    {
        string[] ids = [.. instances.Select(instance => instance.InstanceId)];
        string activity = $"Waiting for {Several(ids.Length)} to be {state}";
        while (true)
        {
            IReadOnlyList<DirectoryAppInstance> now = await gateway.GetAsync(ids, cancellationToken).ConfigureAwait(false);
            if (state != "terminated" && now.FirstOrDefault(instance => !instance.IsLive) is { } lost)
                throw Failed(lost);
            // What is terminated is not shown for ever.
            int reached = state == "terminated" ? ids.Length - now.Count(instance => instance.State != state) : now.Count(instance => instance.State == state);
            if (reached == ids.Length)
            {
                host.WriteProgress(new(activity, $"all {state}", 100, Completed: true));
                return now;
            }

            string status = string.Join(", ", now.GroupBy(instance => instance.State).Select(group => $"{group.Count()} {group.Key}"));
            if (!await PauseAsync(activity, status, reached, ids.Length).ConfigureAwait(false))
                throw NotReady(now.FirstOrDefault(instance => instance.State != state)?.InstanceId ?? ids[0], state, status);
        }
    }

    /// <summary>Waits until the application on each answers.</summary>
    /// <param name="instances">Running instances.</param>
    /// <param name="isComplete">False where bucket or table are missing: then an answer that it fails is an answer.</param>
    /// <returns>The instances with what they answered.</returns>
    /// <exception cref="CloudException"><c>AppNotAnswering</c>: it took too long.</exception>
    internal async Task<IReadOnlyList<DirectoryAppInstance>> UntilWellAsync(IReadOnlyList<DirectoryAppInstance> instances, bool isComplete)
    {
        if (connection.Handler is null && (connection.EndpointUrl ?? connection.Endpoint).IsLoopback)
        {
            host.WriteWarning($"The health check is left out: the instances of the emulator at {(connection.EndpointUrl ?? connection.Endpoint).Authority} answer nobody.");
            return instances;
        }

        foreach (DirectoryAppInstance hidden in instances.Where(instance => instance.Url is null))
            host.WriteWarning($"{hidden.InstanceId} has no public address, so whether its application answers cannot be asked from here.");

        using AppProbe probe = new(connection);
        Dictionary<string, string> answers = [];
        HashSet<string> well = [];
        DirectoryAppInstance[] asked = [.. instances.Where(instance => instance.Url is not null)];
        string activity = $"Waiting for the application on {Several(asked.Length)} to answer";
        while (true)
        {
            foreach (DirectoryAppInstance instance in asked.Where(instance => !well.Contains(instance.InstanceId)))
            {
                (bool isWell, string answer) = await probe.AskAsync(instance.Url!, cancellationToken).ConfigureAwait(false);
                answers[instance.InstanceId] = answer;
                if (isWell || (!isComplete && answer.StartsWith('5')))
                    well.Add(instance.InstanceId);
            }

            if (well.Count == asked.Length)
                break;
            DirectoryAppInstance silent = asked.First(instance => !well.Contains(instance.InstanceId));
            if (!await PauseAsync(activity, $"{silent.InstanceId}: {answers[silent.InstanceId]}", well.Count, asked.Length).ConfigureAwait(false))
                throw NotAnswering(silent, answers[silent.InstanceId]);
        }

        host.WriteProgress(new(activity, "all answer", 100, Completed: true));
        return [.. instances.Select(instance => instance with { Health = answers.GetValueOrDefault(instance.InstanceId) })];
    }

    private static string Several(int count) => count == 1 ? "1 instance" : $"{count} instances";

    private async Task<bool> PauseAsync(string activity, string status, int reached, int all)
    {
        TimeSpan elapsed = _clock.GetElapsedTime(_started);
        TimeSpan pause = elapsed < TimeSpan.FromSeconds(20) ? _soon : _later;
        if (elapsed + pause > _atMost)
            return false;
        host.WriteProgress(new(activity, $"{status} after {elapsed.TotalSeconds:0} s", 100 * reached / all));
        await Task.Delay(pause, _clock, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static CloudException Failed(DirectoryAppInstance instance) => new(
        "InstanceFailed",
        $"{instance.InstanceId} is {instance.State}: {instance.StateReason ?? "EC2 gives no reason"}.",
        CloudErrorCategory.InvalidOperation,
        instance.InstanceId,
        $"Run the same command again for another in its place, or Remove-DirectoryAppInstance {instance.Name} for none.");

    private CloudException NotReady(string instanceId, string state, string status) => new(
        "InstanceNotReady",
        $"Not all are {state} after {_atMost.TotalSeconds:0} s: {status}.",
        CloudErrorCategory.OperationTimeout,
        instanceId,
        "They may come to it yet: look with Get-DirectoryAppInstance, or give a longer -TimeoutSeconds.");

    private CloudException NotAnswering(DirectoryAppInstance instance, string answer) => new(
        "AppNotAnswering",
        $"{instance.InstanceId} runs, but the application at {instance.Url} does not answer as it should after {_atMost.TotalSeconds:0} s: {answer}.",
        CloudErrorCategory.OperationTimeout,
        instance.InstanceId,
        $"Look at the instance's console output for a step of its user data that failed (aws ec2 get-console-output --instance-id {instance.InstanceId} --region {instance.Region}), "
            + $"at port 80 in its security group {string.Join(", ", instance.SecurityGroupId)}, and at the route of its subnet {instance.SubnetId} to the internet. Installing may take longer: -TimeoutSeconds.");
}
