using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>
/// What S3 asks of a bucket's policy, and whether it makes the bucket public. See "Policies and permissions in Amazon S3" and "The meaning
/// of 'public'" in the S3 User Guide.
/// </summary>
internal static class S3PolicyGrammar
{
    private const int MaximumSize = 20 * 1024;

    // The keys by which a statement for everyone is for someone after all, where their values are fixed.
    private static readonly HashSet<string> Narrowing = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:SourceAccount", "aws:SourceArn", "aws:SourceIp",
        "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "aws:userid", "s3:DataAccessPointAccount", "s3:DataAccessPointArn",
        "s3:x-amz-server-side-encryption-aws-kms-key-id",
    };

    /// <exception cref="ServiceError">MalformedPolicy.</exception>
    public static void Check(OperationCall call, string bucket, string text)
    {
        if (!PolicyDocument.TryParse(text, out PolicyDocument? document, out _))
        {
            throw S3Errors.MalformedPolicy("Policies must be valid JSON and the first byte must be '{'");
        }

        if (document.UnknownElements.Count > 0 || document.Version is not (null or "2012-10-17" or "2008-10-17"))
        {
            throw S3Errors.MalformedPolicy(document.UnknownElements.Count > 0 ? "Unknown field " + document.UnknownElements[0].Name : "The policy must contain a valid version string");
        }

        if (document.Statements.Count == 0)
        {
            throw S3Errors.MalformedPolicy("Missing required field Statement");
        }

        if (document.MinifiedLength > MaximumSize)
        {
            throw S3Errors.MalformedPolicy($"Normalized policy document exceeds the maximum allowed size of {MaximumSize} bytes.");
        }

        foreach (PolicyStatement statement in document.Statements)
        {
            Check(call, bucket, statement);
        }
    }

    /// <summary>Whether a policy lets in everyone, or whom nobody can know beforehand.</summary>
    public static bool IsPublic(string text) => PolicyDocument.Parse(text).Statements.Any(statement => statement.IsAllow && IsForEveryone(statement) && !IsNarrowed(statement));

    private static void Check(OperationCall call, string bucket, PolicyStatement statement)
    {
        if (!statement.IsAllow && !statement.IsDeny)
        {
            throw S3Errors.MalformedPolicy(statement.Effect is null ? "Missing required field Effect" : $"Invalid effect: {statement.Effect}");
        }

        PolicyPrincipal principal = statement.Principal ?? statement.NotPrincipal ?? throw S3Errors.MalformedPolicy("Missing required field Principal");
        if (!principal.IsWellFormed || principal.Entries.Any(entry => entry.Kind == "AWS" && entry.Values.Any(value => !PolicyGrammar.IsKnownPrincipal(call, value))))
        {
            throw S3Errors.MalformedPolicy("Invalid principal in policy");
        }

        PolicyValues actions = statement.Action ?? statement.NotAction ?? throw S3Errors.MalformedPolicy("Missing required field Action");
        PolicyValues resources = statement.Resource ?? statement.NotResource ?? throw S3Errors.MalformedPolicy("Missing required field Resource");
        if (resources.Count == 0 || !resources.IsWellFormed || !resources.All(resource => IsOf(resource, bucket)))
        {
            throw S3Errors.MalformedPolicy("Policy has invalid resource");
        }

        CheckActions(actions, statement.Resource);
        if (statement.Condition.SelectMany(block => block.Entries).FirstOrDefault(entry => ActionCatalog.Default.FindConditionKey(entry.Key) is null) is not null)
        {
            throw S3Errors.MalformedPolicy("Policy has an invalid condition key");
        }
    }

    private static void CheckActions(PolicyValues actions, PolicyValues? resources)
    {
        foreach (string pattern in actions)
        {
            bool isOurs = pattern == "*" || pattern.StartsWith("s3:", StringComparison.OrdinalIgnoreCase);
            List<CatalogAction> matched = isOurs ? [.. ActionCatalog.Default.MatchActions(pattern == "*" ? "s3:*" : pattern)] : [];
            if (matched.Count == 0)
            {
                throw S3Errors.MalformedPolicy("Policy has invalid action");
            }

            if (resources is not null && !matched.Any(action => action.ResourceTypes.Any(type => resources.Any(resource => Fits(type.Name, resource)))))
            {
                throw S3Errors.MalformedPolicy("Action does not apply to any resource(s) in statement");
            }
        }
    }

    private static bool Fits(string type, string resource) => type switch
    {
        "object" => resource.Contains('/', StringComparison.Ordinal) || resource.Contains('*', StringComparison.Ordinal),
        "bucket" => !resource.Contains('/', StringComparison.Ordinal) || resource == "*",
        _ => false,
    };

    private static bool IsOf(string resource, string bucket)
    {
        string[] parts = resource.Split(':', 6);
        return parts is ["arn", _, "s3", "", "", _]
            && System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(parts[5].Split('/')[0], bucket, ignoreCase: false);
    }

    private static bool IsForEveryone(PolicyStatement statement) => statement.NotPrincipal is not null
        || statement.Principal is { IsEveryone: true }
        || statement.Principal!.Entries.Any(entry => entry.Values.Any(value => value == "*"));

    private static bool IsNarrowed(PolicyStatement statement) => statement.Condition
        .Where(block => !block.Operator.Contains("Not", StringComparison.Ordinal) && !block.Operator.EndsWith("IfExists", StringComparison.Ordinal))
        .SelectMany(block => block.Entries)
        .Any(entry => Narrowing.Contains(entry.Key) && entry.Values.All(value => !value.Contains('*', StringComparison.Ordinal) && value is not ("0.0.0.0/0" or "::/0")));
}
