using System.Text.RegularExpressions;
using CloudEssentials.Policies;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>
/// What IAM asks of a policy before it takes it: the grammar, and the sizes. It does not ask whether actions exist. See "Grammar of the
/// IAM JSON policy language" and "IAM and AWS STS quotas" in the IAM User Guide.
/// </summary>
internal static partial class PolicyGrammar
{
    private const string CurrentVersion = "2012-10-17";

    /// <summary>A managed policy's document.</summary>
    /// <exception cref="ServiceError">MalformedPolicyDocument or LimitExceeded.</exception>
    public static string Managed(string text)
    {
        PolicyDocument document = Identity(text);
        return document.MinifiedLength > IamQuotas.PolicySize ? throw IamErrors.QuotaExceeded("PolicySize", IamQuotas.PolicySize) : text;
    }

    /// <summary>An inline policy's document; its size counts with the others of the identity.</summary>
    public static string Inline(string text)
    {
        Identity(text);
        return text;
    }

    /// <summary>A session policy's document.</summary>
    public static string Session(string text) => Inline(text);

    /// <summary>A role's trust policy.</summary>
    public static string Trust(OperationCall call, string text)
    {
        PolicyDocument document = Parse(text);
        foreach (PolicyStatement statement in document.Statements)
        {
            Common(statement);
            if (statement.Resource is not null || statement.NotResource is not null)
            {
                throw IamErrors.Malformed("Has prohibited field Resource");
            }

            if (statement.Principal is null && statement.NotPrincipal is null)
            {
                throw IamErrors.Malformed("Missing required field Principal");
            }

            if ((statement.Action ?? statement.NotAction)!.Any(action => !action.StartsWith("sts:", StringComparison.OrdinalIgnoreCase) && action != "*"))
            {
                throw IamErrors.Malformed("AssumeRole policy may only specify STS AssumeRole actions.");
            }

            Principals(call, statement.Principal ?? statement.NotPrincipal!);
        }

        return document.MinifiedLength > IamQuotas.TrustPolicySize
            ? throw IamErrors.QuotaExceeded("ACLSizePerRole", IamQuotas.TrustPolicySize)
            : text;
    }

    /// <summary>A document's size as IAM counts it: without white space.</summary>
    public static int Size(string text) => PolicyDocument.Parse(text).MinifiedLength;

    private static PolicyDocument Identity(string text)
    {
        PolicyDocument document = Parse(text);
        foreach (PolicyStatement statement in document.Statements)
        {
            Common(statement);
            if (statement.Principal is not null || statement.NotPrincipal is not null)
            {
                throw IamErrors.Malformed("Policy document should not specify a principal.");
            }

            Resources(statement.Resource ?? statement.NotResource ?? throw IamErrors.Malformed("Policy statement must contain resources."));
        }

        return document;
    }

    private static PolicyDocument Parse(string text)
    {
        if (!PolicyDocument.TryParse(text, out PolicyDocument? document, out _) || document.UnknownElements.Count > 0)
        {
            throw IamErrors.Malformed("Syntax errors in policy.");
        }

        if (document.VersionNode is not null && document.Version is not (CurrentVersion or "2008-10-17"))
        {
            throw IamErrors.Malformed("Policy document must be version 2012-10-17 or greater.");
        }

        if (document.Statements.Count == 0 || document.StatementNode is not { Kind: PolicyNodeKind.Object or PolicyNodeKind.Array } statements
            || (statements.Kind == PolicyNodeKind.Array && statements.Children.Any(child => child.Kind != PolicyNodeKind.Object)))
        {
            throw IamErrors.Malformed("Syntax errors in policy.");
        }

        List<string> sids = [.. document.Statements.Select(statement => statement.Sid).OfType<string>().Where(sid => sid.Length > 0)];
        return sids.Distinct(StringComparer.Ordinal).Count() < sids.Count
            ? throw IamErrors.Malformed("Statement IDs (SID) in a single policy must be unique.")
            : document;
    }

    private static void Common(PolicyStatement statement)
    {
        if (statement.UnknownElements.Count > 0 || !(statement.IsAllow || statement.IsDeny))
        {
            throw IamErrors.Malformed("Syntax errors in policy.");
        }

        if (statement.Sid is { } sid && !SidText().IsMatch(sid))
        {
            throw IamErrors.Malformed("Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*");
        }

        PolicyValues actions = statement.Action ?? statement.NotAction ?? throw IamErrors.Malformed("Policy statement must contain actions.");
        if (actions.Count == 0 || !actions.IsWellFormed)
        {
            throw IamErrors.Malformed(actions.Count == 0 ? "Policy statement must contain actions." : "Syntax errors in policy.");
        }

        foreach (string action in actions)
        {
            if (action != "*" && !action.Contains(':', StringComparison.Ordinal))
            {
                throw IamErrors.Malformed("Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.");
            }

            if (action.Count(character => character == ':') > 1)
            {
                throw IamErrors.Malformed("Actions/Condition can contain only one colon.");
            }

            string vendor = action.Split(':')[0];
            if (action != "*" && !VendorText().IsMatch(vendor))
            {
                throw IamErrors.Malformed($"Vendor {vendor} is not valid");
            }
        }
    }

    private static void Resources(PolicyValues resources)
    {
        if (resources.Count == 0)
        {
            throw IamErrors.Malformed("Policy statement must contain resources.");
        }

        foreach (string resource in resources)
        {
            if (resource == "*")
            {
                continue;
            }

            string[] parts = resource.Split(':', 6);
            if (parts[0] != "arn" || parts.Length < 6)
            {
                throw IamErrors.Malformed(parts[0] == "arn" ? "The policy failed legacy parsing" : $"Resource {resource} must be in ARN format or \"*\".");
            }

            if (parts[1] is not ("aws" or "aws-cn" or "aws-us-gov" or "*"))
            {
                throw IamErrors.Malformed($"Partition \"{parts[1]}\" is not valid for resource \"{resource}\".");
            }
        }
    }

    // IAM turns the ARN of a user or role into the entity's id, so the account's own must exist.
    private static void Principals(OperationCall call, PolicyPrincipal principal)
    {
        if (!principal.IsWellFormed)
        {
            throw IamErrors.Malformed("Syntax errors in policy.");
        }

        foreach ((string kind, string value) in principal.Entries.SelectMany(entry => entry.Values.Select(value => (entry.Kind, value))))
        {
            if (kind == "AWS" && !IsKnownPrincipal(call, value))
            {
                throw IamErrors.Malformed($"Invalid principal in policy: \"AWS\":\"{value}\"");
            }
        }
    }

    /// <summary>Whether an AWS principal is well-formed, and there if it is of this account.</summary>
    public static bool IsKnownPrincipal(OperationCall call, string value)
    {
        if (value == "*" || AccountText().IsMatch(value) || IdText().IsMatch(value))
        {
            return true;
        }

        Match arn = PrincipalArn().Match(value);
        if (!arn.Success || arn.Groups["account"].Value != call.AccountId)
        {
            return arn.Success;
        }

        IamState iam = IamState.Of(call.State);
        string name = arn.Groups["name"].Value;
        return arn.Groups["kind"].Value switch
        {
            "user" => iam.Users.TryGet(name, out IamUser? user) && user.Arn == value,
            "role" => iam.Roles.TryGet(name, out IamRole? role) && role.Arn == value,
            _ => true,
        };
    }

    [GeneratedRegex(@"\A[0-9A-Za-z]*\z")]
    private static partial Regex SidText();

    [GeneratedRegex(@"\A[0-9A-Za-z-]+\z|\A\*\z")]
    private static partial Regex VendorText();

    [GeneratedRegex(@"\A\d{12}\z")]
    private static partial Regex AccountText();

    [GeneratedRegex(@"\AA(?:IDA|ROA)[A-Z0-9]{16,}\z")]
    private static partial Regex IdText();

    [GeneratedRegex(@"\Aarn:[a-z-]+:(?:iam|sts)::(?<account>\d{12}):(?:root|(?<kind>user|role|assumed-role|federated-user)/(?:[!-~]+/)?(?<name>[\w+=,.@-]+))\z")]
    private static partial Regex PrincipalArn();
}
