using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Instance profiles as EC2 sees them.</summary>
internal static class InstanceProfiles
{
    public const string PassAction = "iam:PassRole";

    /// <summary>The instance profile that is named by ARN or name; null if none is.</summary>
    /// <exception cref="ServiceError">There is none, or EC2 does not know it yet, or it carries no role.</exception>
    public static IamInstanceProfile? Find(SandboxState state, JsonNode? given)
    {
        string? name = given?["Name"]?.GetValue<string>();
        string? arn = given?["Arn"]?.GetValue<string>();
        if (name is not null && arn is not null)
        {
            throw new ServiceError(
                "InvalidParameterCombination", "The parameter 'iamInstanceProfile.name' may not be used in combination with 'iamInstanceProfile.arn'");
        }

        if ((name ?? arn) is not { } wanted)
        {
            return null;
        }

        IamInstanceProfile? profile = IamState.Of(state).InstanceProfiles.TryGetSeen(name ?? wanted.Split('/')[^1], out IamInstanceProfile? known)
            && (arn is null || known.Arn == arn) && known.Created + state.Options.Timings.InstanceProfile <= state.Now ? known : null;
        return profile switch
        {
            null when arn is null => throw new ServiceError(
                "InvalidParameterValue", $"Value ({name}) for parameter iamInstanceProfile.name is invalid. Invalid IAM Instance Profile name"),
            null => throw new ServiceError(
                "InvalidParameterValue", $"Value ({arn}) for parameter iamInstanceProfile.arn is invalid. Invalid IAM Instance Profile ARN"),
            { RoleName: null } => throw new ServiceError("InvalidParameterValue", $"IAM Instance Profile \"{profile.Arn}\" has no associated IAM Roles"),
            _ => profile,
        };
    }

    /// <summary>What policies may ask of the passing of a role; see "Grant a user permissions to pass a role to an AWS service".</summary>
    public static IReadOnlyDictionary<string, object?> PassContext(OperationCall call, string instanceId) => new Dictionary<string, object?>
    {
        ["iam:PassedToService"] = "ec2.amazonaws.com",
        ["iam:AssociatedResourceArn"] = InstanceKinds.Instance.Arn(call, instanceId),
    };

    /// <summary>To give an instance a role is to pass it on: what must be allowed, as far as the profile is known.</summary>
    public static IEnumerable<(string Action, string Resource)> PassRole(SandboxState state, JsonNode? given)
    {
        IamState iam = IamState.Of(state);
        string? name = given?["Name"]?.GetValue<string>() ?? given?["Arn"]?.GetValue<string>().Split('/')[^1];
        return name is not null && iam.InstanceProfiles.TryGetSeen(name, out IamInstanceProfile? profile)
            && profile.RoleName is { } role && iam.Roles.TryGet(role, out IamRole? known) ? [(PassAction, known.Arn)] : [];
    }

    public static JsonObject WriteAssociation(Ec2Instance instance, string status) => new()
    {
        ["AssociationId"] = instance.AssociationId,
        ["InstanceId"] = instance.Id,
        ["IamInstanceProfile"] = Write(instance),
        ["State"] = status,
    };

    public static JsonObject? Write(Ec2Instance instance) =>
        instance.ProfileArn is null ? null : new JsonObject { ["Arn"] = instance.ProfileArn, ["Id"] = instance.ProfileId };
}
