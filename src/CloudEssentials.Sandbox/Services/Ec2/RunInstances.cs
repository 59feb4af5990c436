using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Starts instances, which run at once. They have no network: nothing asks the sandbox for it.</summary>
internal sealed class RunInstances : SandboxOperation
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) => InstanceState.PassRole(call);

    public override JsonObject Execute(OperationCall call)
    {
        IamInstanceProfile? profile = InstanceState.Profile(call);
        string reservation = call.NewId("r-", 17, IdGenerator.Hexadecimal);
        List<Ec2Instance> made = [];
        for (int index = 0; index < call.Number("MaxCount"); index++)
        {
            var instance = new Ec2Instance
            {
                Id = call.NewId("i-", 17, IdGenerator.Hexadecimal),
                Region = call.Region,
                ReservationId = reservation,
                ImageId = call.Text("ImageId") ?? throw new ServiceError("MissingParameter", "The request must contain the parameter ImageId"),
                Type = call.Text("InstanceType") ?? "m1.small",
                Launched = call.Now,
                ProfileArn = profile?.Arn,
                ProfileId = profile?.Id,
                AssociationId = profile is null ? null : call.NewId("iip-assoc-", 17, IdGenerator.Hexadecimal),
                Tags = call.Structures("TagSpecifications")
                    .Where(specification => specification["ResourceType"]?.GetValue<string>() == "instance")
                    .SelectMany(specification => specification["Tags"]?.AsArray() ?? [])
                    .ToImmutableSortedDictionary(tag => tag!["Key"]!.GetValue<string>(), tag => tag!["Value"]!.GetValue<string>()),
            };
            InstanceState.Of(call.State).Instances[instance.Id] = instance;
            made.Add(instance);
        }

        return new JsonObject
        {
            ["ReservationId"] = reservation,
            ["OwnerId"] = call.AccountId,
            ["Instances"] = new JsonArray([.. made.Select(InstanceState.Write)]),
        };
    }
}
