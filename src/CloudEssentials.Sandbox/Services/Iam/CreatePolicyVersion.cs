using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a further version of a managed policy, and puts it in force if asked to.</summary>
internal sealed class CreatePolicyVersion : PolicyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamPolicy policy = Own(call);
        string document = PolicyGrammar.Managed(call.RequiredText("PolicyDocument"));
        if (policy.Versions.Length >= IamQuotas.VersionsPerPolicy)
        {
            throw IamErrors.LimitExceeded(
                "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing version.");
        }

        int number = policy.LastVersion + 1;
        var version = new IamPolicyVersion(string.Create(CultureInfo.InvariantCulture, $"v{number}"), document, call.Now);
        IamPolicy changed = policy with
        {
            LastVersion = number,
            Versions = policy.Versions.Insert(0, version),
            DefaultVersion = call.Flag("SetAsDefault") ? version.Id : policy.DefaultVersion,
            Updated = call.Now,
        };
        IamState.Of(call.State).Policies[policy.Arn] = changed;
        return new JsonObject { ["PolicyVersion"] = IamView.Version(changed, version, withDocument: false) };
    }
}
