using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a role.</summary>
internal sealed class CreateRole : IamOperation
{
    private const int DefaultSessionDuration = 3600;

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        IamTags.Read(call).Count > 0 ? [("iam:TagRole", Resources(call)[0])] : [];

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("RoleName");
        if (iam.Roles.Contains(name))
        {
            throw IamErrors.AlreadyExists($"Role with name {name} already exists.");
        }

        if (iam.Roles.Count >= IamQuotas.Roles)
        {
            throw IamErrors.QuotaExceeded("RolesPerAccount", IamQuotas.Roles);
        }

        var role = new IamRole
        {
            Name = name,
            Path = IamArns.PathOf(call),
            Id = IamArns.NewId(call, "AROA"),
            Arn = IamArns.Make(call, "role", name),
            Created = call.Now,
            TrustPolicy = PolicyGrammar.Trust(call, call.RequiredText("AssumeRolePolicyDocument")),
            Description = call.Text("Description"),
            MaxSessionDuration = call.Number("MaxSessionDuration") ?? DefaultSessionDuration,
            PermissionsBoundary = Boundaries.Read(call),
            Tags = IamTags.Read(call),
        };
        iam.Roles[name] = role;
        return new JsonObject { ["Role"] = IamView.Role(role, whole: true) };
    }
}
