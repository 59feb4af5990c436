using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a user.</summary>
internal sealed class CreateUser : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("UserName");
        if (iam.Users.Contains(name))
        {
            throw IamErrors.AlreadyExists($"User with name {name} already exists.");
        }

        if (iam.Users.Count >= IamQuotas.Users)
        {
            throw IamErrors.QuotaExceeded("UsersPerAccount", IamQuotas.Users);
        }

        var user = new IamUser
        {
            Name = name,
            Path = IamArns.PathOf(call),
            Id = IamArns.NewId(call, "AIDA"),
            Arn = IamArns.Make(call, "user", name),
            Created = call.Now,
            PermissionsBoundary = Boundaries.Read(call),
            Tags = IamTags.Read(call),
        };
        iam.Users[name] = user;
        return new JsonObject { ["User"] = IamView.User(user, whole: true) };
    }
}
