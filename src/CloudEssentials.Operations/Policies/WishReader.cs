using System.Collections;
using System.Net;
using System.Text.RegularExpressions;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Turns the inputs of <c>New-LeastPrivilegePolicy</c> into a wish, each value checked.</summary>
internal static partial class WishReader
{
    /// <summary>Makes the wish.</summary>
    internal static LeastPrivilegeWish Read(NewLeastPrivilegePolicyRequest request, IOperationHost host)
    {
        List<WishedCondition> conditions = ReadConditions(request, host);
        if (request.Sid is not null && !SidPattern().IsMatch(request.Sid))
            throw Bad("SidInvalid", "Sid", request.Sid, "letters and digits only, as IAM takes them");
        if (request.MaximumSize is < 100)
            throw Bad("MaximumSizeInvalid", "MaximumSize", $"{request.MaximumSize}", "at least 100 characters");
        bool needsPrincipal = request.PolicyType is PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint or PolicyType.ResourceControl;
        if (needsPrincipal != request.Principal.Length > 0)
        {
            throw new CloudException(
                needsPrincipal ? "PrincipalMissing" : "PrincipalNotAllowed",
                needsPrincipal ? $"A policy of the type {request.PolicyType} says who is allowed." : $"A policy of the type {request.PolicyType} names no principal: it is attached to one.",
                CloudErrorCategory.InvalidArgument,
                request.PolicyType,
                needsPrincipal ? "Give -Principal: an ARN, a service such as ec2.amazonaws.com, or *." : "Leave -Principal out, or give -PolicyType Resource.");
        }

        return new()
        {
            Action = request.Action,
            Resource = [.. request.Resource, .. request.ResourceArn],
            AccessLevel = request.AccessLevel,
            Service = request.Service,
            Principal = request.Principal,
            Condition = conditions,
            RequestedRegion = request.RequestedRegion,
            IncludeDependentAction = request.IncludeDependentAction,
            Sid = request.Sid,
            PolicyType = request.PolicyType,
            MaximumSize = request.MaximumSize,
        };
    }

    private static List<WishedCondition> ReadConditions(NewLeastPrivilegePolicyRequest request, IOperationHost host)
    {
        List<WishedCondition> conditions = [];
        if (request.Condition is not null)
            conditions.AddRange(ReadCondition(request.Condition, host));
        if (request.RequireMfa)
            conditions.Add(new("Bool", "aws:MultiFactorAuthPresent", ["true"]));
        if (request.SourceIp.FirstOrDefault(ip => !IsRange(ip)) is { } wrong)
            throw Bad("SourceIpInvalid", "SourceIp", wrong, "an address or a range, such as 203.0.113.0/24 or 2001:db8::/32");
        if (request.SourceIp.Length > 0)
            conditions.Add(new("IpAddress", "aws:SourceIp", request.SourceIp));
        if (request.RequestedRegion.FirstOrDefault(region => !RegionPattern().IsMatch(region)) is { } region)
            throw Bad("RegionInvalid", "RequestedRegion", region, "the code of a Region, such as eu-west-1");
        if (request.PrincipalOrgId is not null && !OrganizationPattern().IsMatch(request.PrincipalOrgId))
            throw Bad("OrganizationIdInvalid", "PrincipalOrgId", request.PrincipalOrgId, "o- and 10 to 32 small letters and digits, such as o-a1b2c3d4e5");
        if (request.PrincipalOrgId is not null)
            conditions.Add(new("StringEquals", "aws:PrincipalOrgID", [request.PrincipalOrgId]));
        return conditions;
    }

    // The policies' own reading of dictionaries serves, so that a condition may be written in every way that a policy may.
    private static IEnumerable<WishedCondition> ReadCondition(IDictionary condition, IOperationHost host)
    {
        Hashtable statement = new() { ["Effect"] = "Allow", ["Condition"] = condition };
        PolicyStatement read = PolicyDocument.FromDictionary(new Hashtable { ["Statement"] = statement }, host.Unwrap).Statements[0];
        if (read.Condition.Any(block => block.Node.Kind != PolicyNodeKind.Object))
        {
            throw new CloudException(
                "ConditionInvalid",
                "A condition is written as in a policy: operator, key, value.",
                CloudErrorCategory.InvalidArgument,
                "Condition",
                "For example -Condition @{ StringEquals = @{ 'aws:SourceVpc' = 'vpc-0123456789abcdef0' } }.");
        }

        return read.Condition.SelectMany(block => block.Entries.Select(entry => new WishedCondition(block.Operator, entry.Key, [.. entry.Values])));
    }

    private static bool IsRange(string text)
    {
        string[] parts = text.Split('/');
        return IPAddress.TryParse(parts[0], out IPAddress? address)
            && (parts.Length == 1 || (parts.Length == 2 && int.TryParse(parts[1], out int bits) && bits >= 0 && bits <= address.GetAddressBytes().Length * 8));
    }

    private static CloudException Bad(string errorId, string parameter, string value, string right) =>
        new(errorId, $"-{parameter} '{value}' is not valid.", CloudErrorCategory.InvalidArgument, value, $"It takes {right}.");

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex SidPattern();

    [GeneratedRegex("^[a-z]{2,}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex RegionPattern();

    [GeneratedRegex("^o-[a-z0-9]{10,32}$")]
    private static partial Regex OrganizationPattern();
}
