using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Managed policies: AWS's, the account's, or both.</summary>
internal sealed class ListPolicies : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string scope = call.Text("Scope") ?? "All";
        IEnumerable<IamPolicy> own = scope == "AWS" ? [] : iam.Policies.Seen.Values;
        IEnumerable<IamPolicy> aws = scope == "Local" ? [] : ManagedPolicies.Aws();
        string prefix = call.Text("PathPrefix") ?? "/";
        IEnumerable<IamPolicy> policies = own.Concat(aws)
            .Where(policy => policy.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Where(policy => !call.Flag("OnlyAttached") || iam.Use.Attachments(policy.Arn) > 0)
            .Where(policy => call.Text("PolicyUsageFilter") switch
            {
                "PermissionsPolicy" => iam.Use.Attachments(policy.Arn) > 0,
                "PermissionsBoundary" => iam.Use.Boundaries(policy.Arn) > 0,
                _ => true,
            })
            .OrderBy(policy => policy.Arn, StringComparer.OrdinalIgnoreCase);
        return IamPage.Of(call, policies, policy => policy.Arn, "Policies", policy => IamView.Policy(iam, policy, whole: false));
    }
}
