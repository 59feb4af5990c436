using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a group.</summary>
internal sealed class CreateGroup : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("GroupName");
        if (iam.Groups.Contains(name))
        {
            throw IamErrors.AlreadyExists($"Group with name {name} already exists.");
        }

        if (iam.Groups.Count >= IamQuotas.Groups)
        {
            throw IamErrors.QuotaExceeded("GroupsPerAccount", IamQuotas.Groups);
        }

        var group = new IamGroup
        {
            Name = name,
            Path = IamArns.PathOf(call),
            Id = IamArns.NewId(call, "AGPA"),
            Arn = IamArns.Make(call, "group", name),
            Created = call.Now,
        };
        iam.Groups[name] = group;
        return new JsonObject { ["Group"] = IamView.Group(group) };
    }
}
