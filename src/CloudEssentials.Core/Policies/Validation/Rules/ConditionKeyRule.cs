using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Whether each condition key exists and is used as its number of values allows; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html.</summary>
internal sealed class ConditionKeyRule : PolicyRule
{
    private static readonly Dictionary<string, string[]> Pairs = new(StringComparer.Ordinal)
    {
        ["aws:vpcsourceip"] = ["aws:SourceVpc", "aws:SourceVpce", "aws:SourceVpcArn"],
        ["aws:ec2instancesourceprivateipv4"] = ["aws:Ec2InstanceSourceVpc"],
    };

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        foreach (var condition in view.Conditions)
        {
            CheckExistence(context, condition);
            CheckQualifier(context, view, condition);
            CheckPair(context, view, condition);
        }
    }

    private static void CheckExistence(ValidationContext context, ConditionView condition)
    {
        var (key, node) = (condition.Key, condition.Entry.Node);
        if (key.Key is not null || (key.IsOfProvider && key.HasColon))
        {
            CheckAge(context, key, node);
            return;
        }

        if (key.LacksTagKey)
            context.ReportName("MISSING_TAG_KEY_IN_CONDITION", node, $"`{key.Text}` says no tag: write `{key.Text.TrimEnd('/')}/` and the tag's key.");
        else if (!key.HasColon || key.Text.Any(char.IsWhiteSpace))
            context.ReportName("INVALID_CONDITION_KEY_FORMAT", node, $"`{key.Text}` is not the form of a condition key: write service:key, such as `aws:SourceIp`.");
        else if (key.Lower == "aws:arn")
            context.ReportName("UNSUPPORTED_GLOBAL_CONDITION_KEY", node, $"`{key.Text}` is not supported: use `aws:PrincipalArn` for the caller, or `aws:SourceArn` for the resource that a service acts for.");
        else if (key.IsGlobal)
            context.ReportName("INVALID_GLOBAL_CONDITION_KEY", node, $"`{key.Text}` is not a global condition key: {context.DidYouMean(() => key.Suggestion, "see the page on AWS global condition context keys.")}");
        else if (key.Service is null)
            context.ReportName("INVALID_SERVICE", node, $"`{key.Prefix}` in the condition key `{key.Text}` is not a service: {context.DidYouMean(() => context.Lookups.Catalog.SuggestService(key.Prefix)?.Prefix ?? "", "global keys begin with `aws:`.")}");
        else
            context.ReportName("INVALID_SERVICE_CONDITION_KEY", node, $"`{key.Text}` is not a condition key of {key.Service.Name}: {context.DidYouMean(() => key.Suggestion, $"see Get-PolicyAction -Service {key.Service.Prefix}.")}");
    }

    private static void CheckAge(ValidationContext context, ConditionKeyInfo key, PolicyNode node)
    {
        if (key.Lower == "aws:sourceowner")
            context.ReportName("DEPRECATED_GLOBAL_CONDITION_KEY", node, $"`{key.Text}` is an old key that only a few services still send: use `aws:SourceAccount`.");
    }

    private static void CheckQualifier(ValidationContext context, StatementView view, ConditionView condition)
    {
        var (key, info) = (condition.Key, condition.Operator);
        if (key.Key is null || info.Family is OperatorFamily.Null or OperatorFamily.None || condition.Values.Length == 0)
            return;
        if (key.Key.IsMultivalued && !info.HasQualifier)
            context.ReportName("MISSING_QUALIFIER", condition.Entry.Node, $"A request may have several values of `{key.Text}`: say `ForAnyValue:{info.Text}` if one must match, or `ForAllValues:{info.Text}` if all must.");
        else if (!key.Key.IsMultivalued && info.IsForAll && view.IsAllow)
            context.ReportName("FORALLVALUES_WITH_SINGLE_VALUED_KEY", condition.Entry.Node, $"A request has one value of `{key.Text}` or none, and `ForAllValues` is true where it has none: write `{info.Text["ForAllValues:".Length..]}`.");
    }

    private static void CheckPair(ValidationContext context, StatementView view, ConditionView condition)
    {
        if (view.IsAllow && Pairs.TryGetValue(condition.Key.Lower, out var partners) && !Array.Exists(partners, partner => view.HasKey(partner.ToLowerInvariant())))
            context.ReportName("MISSING_PAIRED_CONDITION_KEYS", condition.Entry.Node, $"The addresses of `{condition.Entry.Key}` exist in every VPC: add a condition on {string.Join(" or ", partners.Select(partner => $"`{partner}`"))} beside it.");
    }
}
