using CloudEssentials.Policies.Validation.Lookups;
using CloudEssentials.Regions;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>The form of resource ARNs; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html.</summary>
internal sealed class ArnRule : PolicyRule
{
    private static readonly string[] Partitions = ["aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-iso-e", "aws-iso-f", "aws-eusc"];

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        for (var i = 0; i < view.Resources.Length; i++)
        {
            var node = view.ResourceValues!.NodeArray[i];
            var arn = view.Resources[i];
            if (!node.IsString || arn.IsStar)
                continue;
            if (!arn.HasPrefix)
                ReportPrefix(context, node, arn);
            else if (arn.FieldCount < 6)
                ReportFields(context, node, arn);
            else
                CheckFields(context, node, arn);
        }
    }

    private static void ReportPrefix(ValidationContext context, PolicyNode node, ArnInfo arn)
    {
        var bare = arn.Text.Trim();
        if (bare != arn.Text && (bare == "*" || bare.StartsWith("arn:", StringComparison.Ordinal)))
        {
            context.ReportReplacement("INVALID_ARN_PREFIX", node, $"`{arn.Text}` has white space before it: write `{bare}`.", bare);
            return;
        }

        var repaired = "arn:" + arn.Text;
        var isArn = arn.Text.Split(':').Length >= 5 && Partitions.Contains(arn.Text.Split(':')[0]);
        if (isArn)
            context.ReportReplacement("INVALID_ARN_PREFIX", node, $"`{arn.Text}` lacks the `arn:` at its beginning: write `{repaired}`.", repaired);
        else
            context.Report("INVALID_ARN_PREFIX", node, $"`{arn.Text}` is not an ARN: a resource is `*` or begins with `arn:`, as in arn:partition:service:region:account:resource.");
    }

    private static void ReportFields(ValidationContext context, PolicyNode node, ArnInfo arn) =>
        context.Report("MISSING_ARN_FIELD", node, $"`{arn.Text}` has {arn.FieldCount} of the six parts of an ARN: write arn:partition:service:region:account:resource; a part may be empty, its colon may not be left out.");

    private static void CheckFields(ValidationContext context, PolicyNode node, ArnInfo arn)
    {
        CheckPartition(context, node, arn);
        if (!CheckService(context, node, arn))
            return;
        CheckRegionAndAccount(context, node, arn);
        CheckShape(context, node, arn);
    }

    private static void CheckPartition(ValidationContext context, PolicyNode node, ArnInfo arn)
    {
        if (!IsPattern(arn.Partition) && !Partitions.Contains(arn.Partition))
            context.Report("INVALID_PARTITION", node, $"`{arn.Partition}` in `{arn.Text}` is not a partition: use {string.Join(", ", Partitions)}.");
    }

    private static bool CheckService(ValidationContext context, PolicyNode node, ArnInfo arn)
    {
        var service = arn.Service;
        if (IsPattern(service))
        {
            if (!Wildcards.OnlyStars(service))
                context.Report("WILDCARD_IN_SERVICE_NAME", node, $"`{service}` in `{arn.Text}` has a wildcard in the service's name, and so reaches services that AWS may add: name the service.");
            return false;
        }

        var lower = service.ToLowerInvariant();
        if (lower != service && context.Lookups.Shapes.IsService(lower))
        {
            context.ReportReplacement("INVALID_ARN_SERVICE_CASE", node, $"The service `{service}` in `{arn.Text}` must be in lower case: write `{lower}`.", WithPart(arn, 2, lower));
            return false;
        }

        if (!arn.Verdict.HasFlag(ArnVerdict.NoSuchService))
            return true;
        context.Report("INVALID_SERVICE", node, $"`{service}` in `{arn.Text}` is not a service that has ARNs: {context.DidYouMean(() => context.Lookups.Catalog.SuggestService(service)?.Prefix ?? "", "see the service's page in the Service Authorization Reference.")}");
        return false;
    }

    private static void CheckRegionAndAccount(ValidationContext context, PolicyNode node, ArnInfo arn)
    {
        if (arn.Region.Length > 0 && !IsPattern(arn.Region) && RegionCatalog.Default.Find(arn.Region) is null)
            context.Report("INVALID_ARN_REGION", node, $"`{arn.Region}` in `{arn.Text}` is not a Region: {context.DidYouMean(() => NearRegion(arn.Region), "name one, such as us-east-1, or `*`.")}");
        if (arn.Account.Length > 0 && !IsPattern(arn.Account) && !IsAccount(arn.Account))
            context.Report("INVALID_ARN_ACCOUNT", node, $"`{arn.Account}` in `{arn.Text}` is not an account id: write its 12 digits without hyphens, or `*`.");
    }

    private static void CheckShape(ValidationContext context, PolicyNode node, ArnInfo arn)
    {
        var verdict = arn.Verdict;
        if (verdict == ArnVerdict.Good)
            return;
        if (verdict.HasFlag(ArnVerdict.NoSuchResource))
            context.Report("INVALID_ARN_RESOURCE", node, $"`{arn.Resource}` in `{arn.Text}` is not the form of any resource of `{arn.Service}`{Forms(context, arn.Service)}.");
        if (verdict.HasFlag(ArnVerdict.RegionNotAllowed))
            context.ReportReplacement("ARN_REGION_NOT_ALLOWED", node, $"`{arn.Text}` names the Region `{arn.Region}`, and such ARNs of `{arn.Service}` have none: leave that part empty.", WithPart(arn, 3, ""));
        if (verdict.HasFlag(ArnVerdict.AccountNotAllowed))
            context.ReportReplacement("ARN_ACCOUNT_NOT_ALLOWED", node, $"`{arn.Text}` names the account `{arn.Account}`, and such ARNs of `{arn.Service}` have none: leave that part empty.", WithPart(arn, 4, ""));
        if (verdict.HasFlag(ArnVerdict.RegionMissing))
            context.Report("MISSING_ARN_REGION", node, $"`{arn.Text}` names no Region, and such ARNs of `{arn.Service}` have one: put a Region or `*` into the fourth part.");

        // Many services have resources of AWS's own, whose ARNs have no account; these have none.
        if (verdict.HasFlag(ArnVerdict.AccountMissing) && (arn.Service is "iam" or "sqs" or "dynamodb"))
            context.Report("INVALID_ARN_ACCOUNT", node, $"`{arn.Text}` names no account, and such ARNs of `{arn.Service}` have one: put the account's 12 digits or `*` into the fifth part.");
    }

    private static string Forms(ValidationContext context, string service)
    {
        var forms = (context.Lookups.Catalog.FindService(service)?.ResourceTypes ?? []).SelectMany(type => type.ArnPatterns).Distinct().Take(4).ToArray();
        return forms.Length == 0 ? "" : $"; its forms are {string.Join(", ", forms.Take(3))}{(forms.Length > 3 ? " and more" : "")}";
    }

    private static bool IsPattern(string part) => Wildcards.Any(part) || part.Contains("${", StringComparison.Ordinal);

    // AWS's own resources, such as managed policies, have the account "aws" or a team's name in that place.
    private static bool IsAccount(string account)
    {
        if (account is "aws" or "aws-marketplace" or "amazon" or "third-party" or "self")
            return true;
        return account.Length == 12 && account.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0;
    }

    internal static string NearRegion(string region) =>
        RegionNames.Suggest(RegionCatalog.Default, region) is { Count: > 0 } near ? near[0] : "";

    private static string WithPart(ArnInfo arn, int index, string value)
    {
        string[] parts = ["arn", arn.Partition, arn.Service, arn.Region, arn.Account, arn.Resource];
        parts[index] = value;
        return string.Join(':', parts);
    }
}
