using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Sets a user's console password.</summary>
internal sealed class UpdateLoginProfile : LoginProfileOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string name = Owner(call)!;
        IamLoginProfile profile = Profile(call, name);
        IamLoginProfile changed = call.Text("Password") is { } password ? Changed(call, name, profile, password) : profile;
        bool reset = call.Input.ContainsKey("PasswordResetRequired") ? call.Flag("PasswordResetRequired") : profile.ResetRequired;
        Put(call, name, changed with { ResetRequired = reset });
        return [];
    }
}
