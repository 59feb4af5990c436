using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation on a console password.</summary>
internal abstract class LoginProfileOperation : CredentialOperation
{
    protected static IamUser User(OperationCall call, string name) => IamState.Of(call.State).Users[name];

    protected static IamLoginProfile Profile(OperationCall call, string name) =>
        User(call, name).LoginProfile ?? throw IamErrors.NoSuchEntity($"Login Profile for User {name} cannot be found.");

    protected static void RequireRootPassword(OperationCall call)
    {
        if (!IamState.Of(call.State).Root.Value.HasPassword)
        {
            throw IamErrors.NoSuchEntity("Login Profile for the root user cannot be found.");
        }
    }

    protected static void Put(OperationCall call, string name, IamLoginProfile? profile) =>
        IamState.Of(call.State).Users[name] = User(call, name) with { LoginProfile = profile };

    protected static IamLoginProfile Changed(OperationCall call, string name, IamLoginProfile profile, string password)
    {
        Passwords.Check(IamState.Of(call.State), password, name, profile);
        return profile with
        {
            Earlier = [.. profile.Earlier.Prepend(profile.PasswordHash).Take(24)],
            PasswordHash = Passwords.Hash(password, call.NewId(string.Empty, 16, IdGenerator.Hexadecimal)),
            PasswordChanged = call.Now,
        };
    }

    protected static JsonObject Answer(string name, DateTimeOffset created, bool resetRequired) => new()
    {
        ["LoginProfile"] = new JsonObject { ["UserName"] = name, ["CreateDate"] = created, ["PasswordResetRequired"] = resetRequired },
    };
}
