using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The instances of a Region, by reservation.</summary>
internal sealed class DescribeInstances : SandboxOperation
{
    private static readonly Filters<Ec2Instance> Filtering = new(new()
    {
        ["instance-id"] = instance => [instance.Id],
        ["instance-state-name"] = instance => [instance.State],
        ["instance-type"] = instance => [instance.Type],
        ["image-id"] = instance => [instance.ImageId],
        ["iam-instance-profile.arn"] = instance => instance.ProfileArn is null ? [] : [instance.ProfileArn],
        ["tag:Name"] = instance => instance.Tags.TryGetValue("Name", out string? name) ? [name] : [],
        ["tag-key"] = instance => instance.Tags.Keys,
    });

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> ids = call.Texts("InstanceIds");
        List<Ec2Instance> here = [.. InstanceState.Of(call.State).Instances.Seen.Values.Where(instance => instance.Region == call.Region)];
        List<string> unknown = [.. ids.Except(here.Select(instance => instance.Id))];
        if (unknown.Count > 0)
        {
            throw new ServiceError("InvalidInstanceID.NotFound", $"The instance ID '{unknown[0]}' does not exist");
        }

        IEnumerable<Ec2Instance> wanted = Filtering.Apply(call, here.Where(instance => ids.Count == 0 || ids.Contains(instance.Id)));
        int size = call.Number("MaxResults") ?? 1000;
        List<IGrouping<string, Ec2Instance>> reservations =
        [
            .. wanted.GroupBy(instance => instance.ReservationId)
                .Where(group => call.Text("NextToken") is not { } token || string.CompareOrdinal(group.Key, token) > 0)
                .OrderBy(group => group.Key, StringComparer.Ordinal),
        ];
        return new JsonObject
        {
            ["Reservations"] = new JsonArray([.. reservations.Take(size).Select(group => new JsonObject
            {
                ["ReservationId"] = group.Key,
                ["OwnerId"] = call.AccountId,
                ["Instances"] = new JsonArray([.. group.Select(InstanceState.Write)]),
            })]),
            ["NextToken"] = reservations.Count > size ? reservations[size - 1].Key : null,
        };
    }
}
