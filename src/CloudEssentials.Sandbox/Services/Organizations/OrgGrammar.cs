using CloudEssentials.Policies;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What Organizations asks of a policy before it takes it. See "SCP syntax" and "Quotas for AWS Organizations".</summary>
internal static class OrgGrammar
{
    /// <exception cref="ServiceError">MalformedPolicyDocumentException or ConstraintViolationException.</exception>
    public static string Check(string content, string type)
    {
        int maximum = PolicyQuota.Of(type == OrgState.ResourceControl ? PolicyType.ResourceControl : PolicyType.ServiceControl);
        if (content.Length > maximum)
        {
            throw new ServiceError("ConstraintViolationException", $"POLICY_CONTENT_LIMIT_EXCEEDED: You have exceeded the maximum size of {maximum} characters.");
        }

        if (type is not (OrgState.ServiceControl or OrgState.ResourceControl))
        {
            return content;
        }

        bool isGood = PolicyDocument.TryParse(content, out PolicyDocument? document, out _) && document.Statements.Count > 0
            && document.Statements.All(statement => (statement.IsAllow || statement.IsDeny)
                && (statement.Action ?? statement.NotAction) is { Count: > 0 }
                && (type == OrgState.ServiceControl
                    ? statement.Principal is null && statement.NotPrincipal is null
                    : statement.IsDeny && statement.Principal is not null));
        return isGood
            ? content
            : throw new ServiceError("MalformedPolicyDocumentException", "The provided policy document does not meet the requirements of the specified policy type.");
    }
}
