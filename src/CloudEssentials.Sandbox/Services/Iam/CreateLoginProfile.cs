using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a user a console password; in a root session of a member account, the root user.</summary>
internal sealed class CreateLoginProfile : LoginProfileOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        if (Owner(call) is not { } name)
        {
            iam.Root.Value = iam.Root.Value.HasPassword
                ? throw IamErrors.AlreadyExists("Login Profile for the root user already exists.")
                : iam.Root.Value with { HasPassword = true };
            return Answer(call.AccountId, call.Now, resetRequired: true);
        }

        if (User(call, name).LoginProfile is not null)
        {
            throw IamErrors.AlreadyExists($"Login Profile for user {name} already exists.");
        }

        string password = call.Text("Password") ?? throw IamErrors.Invalid("A password is required to make a login profile for a user.");
        Passwords.Check(iam, password, name, null);
        string hash = Passwords.Hash(password, call.NewId(string.Empty, 16, IdGenerator.Hexadecimal));
        Put(call, name, new IamLoginProfile(call.Now, hash, call.Now, call.Flag("PasswordResetRequired")));
        return Answer(name, call.Now, call.Flag("PasswordResetRequired"));
    }
}
