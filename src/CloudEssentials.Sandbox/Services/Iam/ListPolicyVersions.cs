using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The versions of a managed policy, the latest first, without their documents.</summary>
internal sealed class ListPolicyVersions : PolicyOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamPolicy policy = Seen(call);
        // Keys that rise while the versions fall.
        return IamPage.Of(
            call,
            policy.Versions.Select((version, index) => (version, index)),
            item => item.index.ToString("D4"),
            "Versions",
            item => IamView.Version(policy, item.version, withDocument: false));
    }
}
