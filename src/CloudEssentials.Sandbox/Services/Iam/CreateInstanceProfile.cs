using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes an instance profile.</summary>
internal sealed class CreateInstanceProfile : IamOperation
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        IamTags.Read(call).Count > 0 ? [("iam:TagInstanceProfile", Resources(call)[0])] : [];

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("InstanceProfileName");
        if (iam.InstanceProfiles.Contains(name))
        {
            throw IamErrors.AlreadyExists($"Instance Profile {name} already exists.");
        }

        if (iam.InstanceProfiles.Count >= IamQuotas.InstanceProfiles)
        {
            throw IamErrors.QuotaExceeded("InstanceProfilesPerAccount", IamQuotas.InstanceProfiles);
        }

        var profile = new IamInstanceProfile
        {
            Name = name,
            Path = IamArns.PathOf(call),
            Id = IamArns.NewId(call, "AIPA"),
            Arn = IamArns.Make(call, "instance-profile", name),
            Created = call.Now,
            Tags = IamTags.Read(call),
        };
        iam.InstanceProfiles[name] = profile;
        return new JsonObject { ["InstanceProfile"] = IamView.InstanceProfile(iam, profile) };
    }
}
