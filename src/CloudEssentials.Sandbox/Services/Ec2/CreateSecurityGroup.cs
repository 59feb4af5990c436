using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Makes a security group, which lets everything out and nothing in.</summary>
internal sealed class CreateSecurityGroup : Ec2Operation
{
    private const int Maximum = 2500;

    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("GroupName");
        CheckName(name, call.RequiredText("Description"));
        Ec2Vpc vpc = call.Text("VpcId") is { Length: > 0 } id ? Ec2Kinds.Vpc.Require(call, id)
            : Networks.DefaultVpc(call.State, call.Region) ?? throw SecurityGroups.NoDefaultVpc();
        List<Ec2SecurityGroup> others = [.. Ec2Kinds.SecurityGroup.In(call)];
        if (others.Exists(other => other.VpcId == vpc.Id && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ServiceError("InvalidGroup.Duplicate", $"The security group '{name}' already exists for VPC '{vpc.Id}'");
        }

        if (others.Count >= Maximum)
        {
            throw new ServiceError("SecurityGroupLimitExceeded", "The maximum number of security groups has been reached.");
        }

        string rule = call.NewId("sgr-", 17, IdGenerator.Hexadecimal);
        var made = new Ec2SecurityGroup
        {
            Id = call.NewId("sg-", 17, IdGenerator.Hexadecimal),
            Region = call.Region,
            Name = name,
            Description = call.RequiredText("Description"),
            VpcId = vpc.Id,
            Rules = ImmutableSortedDictionary<string, Ec2SecurityGroupRule>.Empty.Add(rule, SecurityGroups.ToAnywhere(rule)),
            Tags = Ec2Tags.ForNew(call, "security-group"),
        };
        NetworkState.Of(call.State).SecurityGroups[made.Id] = made;
        return new JsonObject
        {
            ["GroupId"] = made.Id,
            ["SecurityGroupArn"] = Ec2Kinds.SecurityGroup.Arn(call, made.Id),
            ["Tags"] = made.Tags.IsEmpty ? null : Ec2Tags.Write(made),
        };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call)
    {
        string? vpc = call.Text("VpcId") ?? Networks.DefaultVpc(call.State, call.Region)?.Id;
        return vpc is null ? [new(Ec2Kinds.SecurityGroup)] : [new(Ec2Kinds.SecurityGroup), new(Ec2Kinds.Vpc, vpc)];
    }

    private static void CheckName(string name, string description)
    {
        if (string.Equals(name, SecurityGroups.DefaultName, StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceError("InvalidGroup.Reserved", $"Cannot use reserved security group name: {name}");
        }

        if (name.StartsWith("sg-", StringComparison.OrdinalIgnoreCase))
        {
            throw new ServiceError("InvalidParameterValue", $"Value ({name}) for parameter GroupName is invalid. Group names may not be in the format sg-*.");
        }

        RuleText.Check(name, "GroupName", "security group name");
        RuleText.Check(description, "GroupDescription", "security group description");
    }
}
