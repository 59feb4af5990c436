using System.Collections;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Reads the policies of a request into a set, whatever form they came in.</summary>
internal sealed class PolicySetReader(IOperationHost host)
{
    /// <summary>Reads them.</summary>
    /// <param name="request">The request.</param>
    /// <exception cref="CloudException">A document cannot be read; <c>PolicyLevelsNested</c> or <c>PolicyLevelsMixed</c> for control policies in no usable form.</exception>
    public PolicySet Read(TestPolicyAccessRequest request) => new()
    {
        IdentityPolicies = ReadMany("IdentityPolicy", request.IdentityPolicy ?? []),
        PermissionsBoundary = ReadOne("PermissionsBoundary", request.PermissionsBoundary),
        SessionPolicies = request.SessionPolicy is null ? null : ReadMany("SessionPolicy", request.SessionPolicy),
        ResourcePolicy = ReadOne("ResourcePolicy", request.ResourcePolicy),
        ServiceControlPolicies = ReadLevels("ServiceControlPolicy", request.ServiceControlPolicy),
        ResourceControlPolicies = ReadLevels("ResourceControlPolicy", request.ResourceControlPolicy),
        VpcEndpointPolicy = ReadOne("VpcEndpointPolicy", request.VpcEndpointPolicy),
        ManagementAccount = request.ManagementAccount,
    };

    private NamedPolicy? ReadOne(string parameter, object? value) => value is null ? null : Name(parameter, value);

    // Lines that came from Get-Content make documents together.
    private List<NamedPolicy> ReadMany(string parameter, IEnumerable values)
    {
        DocumentLineJoiner lines = new();
        List<object> items = [];
        foreach (object? value in values)
        {
            object? plain = value is null ? null : host.Unwrap(value);
            if (plain is string line)
            {
                Add(items, lines.Add(line));
                continue;
            }

            Add(items, lines.Flush());
            Add(items, plain);
        }

        Add(items, lines.Flush());
        return [.. items.Select((item, index) => Name(items.Count == 1 ? parameter : $"{parameter} {index + 1}", item))];
    }

    private List<PolicyLevel>? ReadLevels(string parameter, object[]? values)
    {
        if (values is null)
            return null;
        List<object> items = [.. values.Where(value => value is not null)];
        if (items.Exists(IsList))
        {
            throw new CloudException(
                "PolicyLevelsNested",
                $"-{parameter} has a list within a list. PowerShell unrolls such lists on the way, so that levels would be lost without notice.",
                CloudErrorCategory.InvalidArgument,
                parameter,
                "Give objects or hashtables with Target and Policy, from the root down: @{ Target = 'root'; Policy = $a, $b }, @{ Target = 'account'; Policy = $c }. A flat list of policies is one level.");
        }

        int levels = items.Count(IsLevel);
        if (levels == 0)
            return [new("the only level", ReadMany(parameter, items))];
        if (levels < items.Count)
        {
            throw new CloudException(
                "PolicyLevelsMixed",
                $"-{parameter} has both policies and objects with Target and Policy.",
                CloudErrorCategory.InvalidArgument,
                parameter,
                "Give every policy its Target, or none.");
        }

        return [.. items
            .Select(item => (Target: host.GetProperty(item, "Target")!.ToString()!, Policy: host.GetProperty(item, "Policy")!))
            .GroupBy(item => item.Target, StringComparer.OrdinalIgnoreCase)
            .Select(level => new PolicyLevel(level.Key, ReadMany($"{parameter} of {level.Key}", level.SelectMany(item => IsList(item.Policy) ? ((IEnumerable)item.Policy).Cast<object>() : [item.Policy]))))];
    }

    private bool IsLevel(object item) =>
        host.Unwrap(item) is not (string or PolicyDocument) && host.GetProperty(item, "Target") is not null && host.GetProperty(item, "Policy") is not null;

    private bool IsList(object item) => host.Unwrap(item) is IEnumerable and not (string or IDictionary);

    private NamedPolicy Name(string fallback, object value)
    {
        PolicyDocument document = host.ReadPolicy(value);
        string? name = host.Unwrap(value) is string or PolicyDocument
            ? document.Id
            : (host.GetProperty(value, "PolicyName") ?? host.GetProperty(value, "Name")) as string ?? document.Id;
        return new(string.IsNullOrWhiteSpace(name) ? fallback : name, document);
    }

    private static void Add(List<object> items, object? item)
    {
        if (item is not null)
            items.Add(item);
    }
}
