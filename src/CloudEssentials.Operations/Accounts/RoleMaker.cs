using CloudEssentials.Aws.Accounts;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes a role with whom it trusts and what it may do; a second run finds what the first one made.</summary>
internal sealed class RoleMaker(RoleGateway gateway, ChangeSteps steps, CancellationToken cancellationToken)
{
    /// <summary>Makes the role as far as it is missing.</summary>
    /// <returns>Its ARN; null where it was not made.</returns>
    /// <exception cref="CloudException"><c>RoleExists</c>: one of that name trusts others.</exception>
    internal async Task<string?> MakeAsync(string name, PolicyDocument trust, string? description, IReadOnlyList<KeyValuePair<string, PolicyDocument>> policies)
    {
        (string Arn, PolicyDocument Trust, int MaximumSession)? found = await gateway.FindAsync(name, cancellationToken).ConfigureAwait(false);
        if (found is { } existing && !existing.Trust.Equals(trust))
        {
            throw new CloudException(
                "RoleExists",
                $"There is a role '{name}', and it trusts others: {existing.Trust.ToJson(PolicyJsonStyle.Canonical)}",
                CloudErrorCategory.ResourceExists,
                name,
                "Choose another name, or change its trust policy if it is the role that you mean.");
        }

        string? arn = found?.Arn;
        if (arn is null)
            await steps.TakeAsync(name, "Create the role", async () => arn = await gateway.CreateAsync(name, trust, description, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        foreach ((string policyName, PolicyDocument document) in policies)
        {
            PolicyDocument? current = found is null ? null : await gateway.FindInlinePolicyAsync(name, policyName, cancellationToken).ConfigureAwait(false);
            if (document.Equals(current))
                continue;
            string action = current is null ? "Write the inline policy" : "Replace the inline policy";
            await steps.TakeAsync($"{name}: {policyName}", action, () => gateway.PutInlinePolicyAsync(name, policyName, document, cancellationToken)).ConfigureAwait(false);
        }

        return arn;
    }

    /// <summary>Makes the instance profile that carries a role to EC2.</summary>
    /// <returns>Its ARN; null where it was not made.</returns>
    internal async Task<string?> MakeInstanceProfileAsync(string name)
    {
        (string Arn, IReadOnlyList<string> Roles)? found = await gateway.FindInstanceProfileAsync(name, cancellationToken).ConfigureAwait(false);
        string? arn = found?.Arn;
        if (arn is null)
            await steps.TakeAsync(name, "Create the instance profile", async () => arn = await gateway.CreateInstanceProfileAsync(name, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        if (found?.Roles.Contains(name) == true)
            return arn;
        if (found?.Roles.Count > 0)
            throw new CloudException("InstanceProfileInUse", $"The instance profile '{name}' carries the role '{found.Value.Roles[0]}'.", CloudErrorCategory.ResourceExists, name, "Choose another name for the role.");
        await steps.TakeAsync(name, "Put the role into the instance profile", () => gateway.AddToInstanceProfileAsync(name, name, cancellationToken)).ConfigureAwait(false);
        return arn;
    }
}
