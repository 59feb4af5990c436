using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>
/// The evaluation logic a second time, as plainly as it can be written: every statement is read for every request, every
/// pattern is a regular expression. It shares no code with the compiled engine but the
/// document. The comments are the sentences of AWS's documentation that each step follows.
/// </summary>
public sealed class ReferenceEngine(PolicySet policies)
{
    // Making a regular expression takes far longer than using it, and the same ones come again and again.
    private static readonly ConcurrentDictionary<(string Expression, RegexOptions Options), Regex> _expressions = new();

    private static readonly string[] _resourceControlServices = ["s3", "sts", "kms", "sqs", "secretsmanager", "ecr", "aoss", "logs", "cognito-identity", "cognito-idp", "dynamodb"];

    private enum Naming
    {
        Nobody,
        Account,
        Parent,
        Itself,
    }

    public AccessVerdict Decide(ReferenceRequest request)
    {
        Caller caller = Caller.Of(request.Principal);
        string? owner = OwnerOf(request, caller);
        Evaluation evaluation = new(request, caller, owner);
        string service = request.Action.Split(':')[0].ToLowerInvariant();
        bool managed = policies.ManagementAccount is not null;

        List<IReadOnlyList<NamedPolicy>> serviceControl = [];
        if (policies.ServiceControlPolicies is not null && caller.HasAccount && !caller.IsServiceLinked && !(managed && (caller.Account ?? owner) == policies.ManagementAccount))
            serviceControl.AddRange(policies.ServiceControlPolicies.Select(level => level.Policies));
        List<NamedPolicy> resourceControl = [];
        if (policies.ResourceControlPolicies is not null
            && _resourceControlServices.Contains(service)
            && !request.Action.Equals("kms:RetireGrant", StringComparison.OrdinalIgnoreCase)
            && !caller.IsServiceLinked
            && !(managed && owner == policies.ManagementAccount))
            resourceControl.AddRange(policies.ResourceControlPolicies.SelectMany(level => level.Policies));
        NamedPolicy[] resource = policies.ResourcePolicy is { } one ? [one] : [];
        NamedPolicy[] endpoint = policies.VpcEndpointPolicy is { } two ? [two] : [];
        NamedPolicy[] identity = caller.IsIdentity ? [.. policies.IdentityPolicies] : [];
        NamedPolicy[]? boundary = caller.IsIdentity && policies.PermissionsBoundary is { } three ? [three] : null;
        NamedPolicy[]? session = caller.IsIdentity && policies.SessionPolicies is { } some ? [.. some] : null;

        // "If the code finds even one explicit deny that applies, the code returns a final decision of Deny."
        if (serviceControl.Any(level => evaluation.Denies(level, false))
            || evaluation.Denies(resourceControl, true)
            || evaluation.Denies(resource, true)
            || evaluation.Denies(endpoint, true)
            || evaluation.Denies(identity, false)
            || (boundary is not null && evaluation.Denies(boundary, false))
            || (session is not null && evaluation.Denies(session, false)))
            return AccessVerdict.ExplicitlyDenied;

        // SCPs: "there must be an explicit Allow statement at every level from the root through each OU to the account."
        if (!serviceControl.TrueForAll(level => evaluation.AllowedBy(level, false).Count > 0))
            return AccessVerdict.ImplicitlyDenied;
        if (endpoint.Length > 0 && evaluation.AllowedBy(endpoint, true).Count == 0)
            return AccessVerdict.ImplicitlyDenied;

        HashSet<Naming> byResource = evaluation.AllowedBy(resource, true);
        bool byIdentity = caller.Kind == "root" || evaluation.AllowedBy(identity, false).Count > 0;
        bool withinBoundary = boundary is null || evaluation.AllowedBy(boundary, false).Count > 0;
        bool withinSession = session is null ? caller.Kind != "federated-user" : evaluation.AllowedBy(session, false).Count > 0;
        bool withinBoth = caller.Kind == "root" || (withinBoundary && withinSession);
        return Grants(request, caller, owner, byResource, byIdentity, withinBoth) ? AccessVerdict.Allowed : AccessVerdict.ImplicitlyDenied;
    }

    private bool Grants(ReferenceRequest request, Caller caller, string? owner, HashSet<Naming> byResource, bool byIdentity, bool withinBoth)
    {
        if (!caller.HasAccount)
            return byResource.Contains(Naming.Itself);

        // "The request is allowed only if both evaluations return a decision of Allow."
        if (caller.Account is not null && owner is not null && caller.Account != owner)
            return byIdentity && withinBoth && byResource.Count > 0;

        // "An implicit deny in an identity-based policy, a permissions boundary, or a session policy does not impact."
        if (byResource.Contains(Naming.Itself))
            return true;

        // "IAM role trust policies and KMS key policies are exceptions: they must explicitly allow access for principals."
        string[] arn = request.Resource.Split(':', 6);
        string service = request.Action.Split(':')[0].ToLowerInvariant();
        bool explicitly = (service == "sts" && arn.Length == 6 && arn[2] == "iam" && arn[5].StartsWith("role/", StringComparison.Ordinal))
            || (service == "kms" && arn.Length == 6 && arn[2] == "kms" && arn[5].StartsWith("key/", StringComparison.Ordinal));
        if (explicitly && policies.ResourcePolicy is not null)
            byIdentity = byIdentity && byResource.Contains(Naming.Account);
        return (byIdentity || byResource.Contains(Naming.Parent)) && withinBoth;
    }

    private static string? OwnerOf(ReferenceRequest request, Caller caller)
    {
        if (request.ResourceAccount is not null)
            return request.ResourceAccount;
        string[] arn = request.Resource.Split(':', 6);
        return arn.Length == 6 && Regex.IsMatch(arn[4], "^[0-9]{12}$") ? arn[4] : caller.Account;
    }

    private sealed record Caller(string Kind, string Text, string? Account, string? Parent)
    {
        public bool IsIdentity => Kind is "user" or "role" or "assumed-role" or "federated-user" or "unnamed";

        public bool HasAccount => IsIdentity || Kind == "root";

        public bool IsServiceLinked => (Kind == "role" && Text.Contains(":role/aws-service-role/", StringComparison.Ordinal))
            || (Kind == "assumed-role" && Parent!.Contains(":role/AWSServiceRoleFor", StringComparison.Ordinal));

        public static Caller Of(string? text)
        {
            if (text is null)
                return new("unnamed", "", null, null);
            if (text == "Anonymous")
                return new("anonymous", text, null, null);
            if (!text.StartsWith("arn:", StringComparison.Ordinal))
                return new(text.EndsWith(".amazonaws.com", StringComparison.Ordinal) ? "service" : "provider", text, null, null);
            string[] parts = text.Split(':', 6);
            string[] path = parts[5].Split('/');
            return path[0] == "assumed-role"
                ? new(path[0], text, parts[4], $"arn:{parts[1]}:iam::{parts[4]}:role/{path[1]}")
                : path[0] is "saml-provider" or "oidc-provider" ? new("provider", text, null, null)
                : new(path[0], text, parts[4], null);
        }
    }

    private sealed class Evaluation(ReferenceRequest request, Caller caller, string? owner)
    {
        public bool Denies(IEnumerable<NamedPolicy> documents, bool hasPrincipal) =>
            documents.Any(policy => policy.Document.Statements.Any(statement => statement.Effect == "Deny" && Applies(policy, statement, hasPrincipal) != Naming.Nobody));

        public HashSet<Naming> AllowedBy(IEnumerable<NamedPolicy> documents, bool hasPrincipal) =>
        [.. documents.SelectMany(policy => policy.Document.Statements
            .Where(statement => statement.Effect == "Allow")
            .Select(statement => Applies(policy, statement, hasPrincipal))
            .Where(naming => naming != Naming.Nobody))];

        private Naming Applies(NamedPolicy policy, PolicyStatement statement, bool hasPrincipal)
        {
            bool variables = policy.Document.Version == "2012-10-17";
            bool action = statement.Action is not null ? statement.Action.Any(ActionFits) : statement.NotAction is not null && !statement.NotAction.Any(ActionFits);
            if (!action)
                return Naming.Nobody;
            bool resource = statement.Resource is not null ? statement.Resource.Any(text => ResourceFits(text, variables))
                : statement.NotResource is not null ? !statement.NotResource.Any(text => ResourceFits(text, variables))
                : hasPrincipal;
            if (!resource || !statement.Condition.All(block => block.Entries.All(entry => Holds(block.Operator, entry, variables))))
                return Naming.Nobody;
            if (!hasPrincipal)
                return Naming.Itself;
            if (statement.Principal is not null)
                return Names(statement.Principal);
            return statement.NotPrincipal is null ? Naming.Nobody : Excepts(statement.NotPrincipal, statement.Effect == "Deny") ? Naming.Nobody : Naming.Itself;
        }

        // "The prefix and the action name are case insensitive."
        private bool ActionFits(string text)
        {
            if (text.Trim('*').Length == 0 || text == "*:*")
                return true;
            string[] parts = text.Split(':', 2);
            return parts.Length == 2
                && parts[1].Length > 0
                && !parts[0].Contains('*')
                && !parts[0].Contains('?')
                && Like(text.ToLowerInvariant(), request.Action.ToLowerInvariant());
        }

        // "If the * wildcard is the last character of a resource ARN segment, it can expand to match beyond the colon
        // boundaries." "You can't use a wildcard in the service segment." An incomplete ARN is completed with wildcards.
        private bool ResourceFits(string text, bool variables)
        {
            if (text == "*")
                return true;
            List<string> segments = [.. text.Split(':', 6)];
            if (segments[0] != "arn" || segments.Count < 3 || segments[2].Contains('*') || segments[2].Contains('?'))
                return false;

            // The examples allow s3:ListAllMyBuckets, which is on no one bucket, on arn:aws:s3:::*.
            string resource = request.Resource == "*" && request.Action.StartsWith("s3:", StringComparison.OrdinalIgnoreCase) ? "arn:aws:s3:::*" : request.Resource;
            if (resource == "*")
                return false;
            while (segments.Count < 6)
                segments.Add("*");

            StringBuilder expression = new("^");
            for (int i = 0; i < 5; i++)
            {
                string segment = segments[i];
                for (int at = 0; at < segment.Length; at++)
                    expression.Append(segment[at] == '*' ? at == segment.Length - 1 ? ".*" : "[^:]*" : segment[at] == '?' ? "[^:]" : Regex.Escape(segment[at].ToString()));
                expression.Append(':');
            }

            // "You can use a policy variable in the Resource element, but only in the resource portion of the ARN."
            string? last = Expand(segments[5], variables, true);
            return last is not null && IsMatch(expression + last + @"\z", resource);
        }

        private Naming Names(PolicyPrincipal principal)
        {
            if (principal.Node.Text == "*")
                return Naming.Itself;
            List<Naming> namings = [Naming.Nobody];
            foreach (PolicyPrincipalEntry entry in principal.Entries)
                namings.AddRange(entry.Values.Select(value => Names(entry.Kind, value)));
            return namings.Max();
        }

        private Naming Names(string kind, string value)
        {
            switch (kind)
            {
                case "Service":
                    return caller.Kind == "service" && caller.Text == value ? Naming.Itself : Naming.Nobody;
                case "Federated":
                    return caller.Kind == "provider" && caller.Text == value ? Naming.Itself : Naming.Nobody;
                case "AWS" when value == "*":
                    return Naming.Itself;
                case "AWS":
                    // "The account ARN and the shortened account ID behave the same way. Both delegate permissions to the account."
                    string? account = Regex.Match(value, "^(?:arn:[^:]+:iam::)?([0-9]{12})(?::root)?$") is { Success: true } match ? match.Groups[1].Value : null;
                    if (account is not null)
                        return caller.HasAccount && account == (caller.Kind == "unnamed" ? owner : caller.Account) ? caller.Kind == "root" ? Naming.Itself : Naming.Account : Naming.Nobody;
                    if (value == caller.Text)
                        return caller.Kind == "role" ? Naming.Parent : caller.HasAccount ? Naming.Itself : Naming.Nobody;
                    return caller.Kind == "assumed-role" && IsRoleOf(value) ? Naming.Parent : Naming.Nobody;
                default:
                    return Naming.Nobody;
            }
        }

        private bool IsRoleOf(string role)
        {
            string parent = caller.Parent!;
            string name = parent[(parent.LastIndexOf('/') + 1)..];
            return role == parent || (role.StartsWith(parent[..^name.Length], StringComparison.Ordinal) && role.EndsWith("/" + name, StringComparison.Ordinal));
        }

        // "When you use NotPrincipal with Deny, you must also specify the account ARN of the not-denied principal", and the
        // ARN of the role of an assumed-role user.
        private bool Excepts(PolicyPrincipal principal, bool deny)
        {
            if (principal.Node.Text == "*" || principal.Entries.Any(entry => entry.Kind == "AWS" && entry.Values.Contains("*")))
                return true;
            Naming[] namings = [.. principal.Entries.SelectMany(entry => entry.Values.Select(value => Names(entry.Kind, value)))];
            if (!deny)
                return namings.Any(naming => naming != Naming.Nobody);
            return caller.Kind switch
            {
                "user" or "federated-user" => namings.Contains(Naming.Account) && namings.Contains(Naming.Itself),
                "role" => namings.Contains(Naming.Account) && namings.Contains(Naming.Parent),
                "assumed-role" => namings.Contains(Naming.Account) && namings.Contains(Naming.Parent) && namings.Contains(Naming.Itself),
                _ => namings.Any(naming => naming != Naming.Nobody),
            };
        }

        private bool Holds(string name, PolicyConditionEntry entry, bool variables)
        {
            bool all = name.StartsWith("ForAllValues:", StringComparison.Ordinal);
            bool any = name.StartsWith("ForAnyValue:", StringComparison.Ordinal);
            string comparison = all || any ? name[(name.IndexOf(':') + 1)..] : name;
            bool ifExists = comparison.EndsWith("IfExists", StringComparison.Ordinal);
            comparison = ifExists ? comparison[..^8] : comparison;
            string[] values = ValuesOf(entry.Key);
            if (comparison == "Null")
                return entry.Values.Any(value => value == (values.Length == 0 ? "true" : "false"));

            bool negated = comparison.Contains("Not", StringComparison.Ordinal);
            string positive = comparison.Replace("Not", "", StringComparison.Ordinal);
            if (values.Length == 0)
                return ifExists || all || (!any && negated);
            if ((all || any) && values.All(value => value.Length == 0))
                return all;
            bool Single(string value) => entry.Values.Any(wanted => Compare(positive, value, wanted, variables)) != negated;
            return all ? values.All(Single) : any ? values.Any(Single) : values.Any(value => entry.Values.Any(wanted => Compare(positive, value, wanted, variables))) != negated;
        }

        private bool Compare(string comparison, string value, string wanted, bool variables)
        {
            switch (comparison)
            {
                case "StringEquals" or "StringEqualsIgnoreCase" or "Bool":
                    RegexOptions options = comparison == "StringEquals" ? RegexOptions.None : RegexOptions.IgnoreCase;
                    return Expand(wanted, variables, false) is { } literal && IsMatch("^" + literal + @"\z", value, options);
                case "StringLike":
                    return Expand(wanted, variables, true) is { } like && IsMatch("^" + like + @"\z", value);
                case "ArnEquals" or "ArnLike":
                    return ArnFits(wanted, value, variables);
                case "IpAddress":
                    return IPNetwork.TryParse(wanted.Contains('/') ? wanted : wanted + (wanted.Contains(':') ? "/128" : "/32"), out IPNetwork network)
                        && IPAddress.TryParse(value, out IPAddress? address)
                        && network.Contains(address);
                case "BinaryEquals":
                    return value == wanted;
            }

            bool dates = comparison.StartsWith("Date", StringComparison.Ordinal);
            decimal? left = dates ? Date(value) : Number(value);
            decimal? right = dates ? Date(wanted) : Number(wanted);
            if (left is null || right is null)
                return false;
            return comparison[(dates ? 4 : 7)..] switch
            {
                "Equals" => left == right,
                "LessThan" => left < right,
                "LessThanEquals" => left <= right,
                "GreaterThan" => left > right,
                _ => left >= right,
            };
        }

        // "Each of the six colon-delimited components of the ARN is checked separately."
        private bool ArnFits(string wanted, string value, bool variables)
        {
            if (wanted == "*")
                return true;
            string? expression = Expand(wanted, variables, true);
            if (expression is null)
                return false;
            string[] patterns = expression.Split(':', 6);
            string[] parts = value.Split(':', 6);
            return patterns.Length == 6 && parts.Length == 6 && Enumerable.Range(0, 6).All(i => IsMatch("^" + patterns[i] + @"\z", parts[i]));
        }

        private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null;

        private static decimal? Date(string text) =>
            Regex.IsMatch(text, @"^\d{4}\z") ? Date(text + "-01-01") : text.Contains('-', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
                ? date.ToUnixTimeMilliseconds() / 1000m
                : Number(text);

        // A regular expression for a text with variables and wildcards; null if a variable has no value.
        private string? Expand(string text, bool variables, bool wildcards)
        {
            StringBuilder expression = new();
            for (int at = 0; at < text.Length; at++)
            {
                Match variable = variables ? Regex.Match(text[at..], @"^\$\{([^},]+)(?:, *'(.*?)')?\}") : Match.Empty;
                if (!variable.Success)
                {
                    expression.Append(wildcards && text[at] == '*' ? ".*" : wildcards && text[at] == '?' ? "." : Regex.Escape(text[at].ToString()));
                    continue;
                }

                string key = variable.Groups[1].Value;
                string[] values = key is "*" or "?" or "$" ? [key] : ValuesOf(key);
                string? value = values.Length == 1 ? values[0] : variable.Groups[2].Success ? variable.Groups[2].Value : null;
                if (value is null)
                    return null;
                expression.Append(Regex.Escape(value));
                at += variable.Length - 1;
            }

            return expression.ToString();
        }

        private string[] ValuesOf(string key)
        {
            foreach ((string name, string[] values) in request.Context)
            {
                if (name.Equals(key, StringComparison.OrdinalIgnoreCase))
                    return values;
            }

            string? value = key.ToLowerInvariant() switch
            {
                "aws:principalarn" => caller.Kind == "assumed-role" ? caller.Parent : caller.HasAccount && caller.Kind != "unnamed" ? caller.Text : null,
                "aws:principalaccount" => caller.Kind == "anonymous" ? "anonymous" : caller.Account,
                "aws:principaltype" => caller.Kind switch { "root" => "Account", "user" => "User", "federated-user" => "FederatedUser", "role" or "assumed-role" => "AssumedRole", "anonymous" => "Anonymous", _ => null },
                "aws:principalisawsservice" => caller.Kind == "anonymous" ? null : caller.Kind == "service" ? "true" : "false",
                "aws:username" => caller.Kind == "user" ? caller.Text[(caller.Text.LastIndexOf('/') + 1)..] : null,
                "aws:resourceaccount" => owner,
                "aws:requestedregion" => request.Resource.Split(':') is { Length: >= 6 } arn && arn[3].Length > 0 ? arn[3] : null,
                "aws:currenttime" => ReferenceRequest.Now.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                _ => null,
            };
            return value is null ? [] : [value];
        }

        private static bool Like(string pattern, string text) =>
            IsMatch("^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal).Replace("\\?", ".", StringComparison.Ordinal) + @"\z", text);

        private static bool IsMatch(string expression, string text, RegexOptions options = RegexOptions.None) =>
            _expressions.GetOrAdd((expression, options), key => new(key.Expression, key.Options | RegexOptions.Singleline | RegexOptions.CultureInvariant)).IsMatch(text);
    }
}
