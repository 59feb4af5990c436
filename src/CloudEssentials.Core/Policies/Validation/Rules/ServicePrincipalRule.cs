namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Statements that let a service in; https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html.</summary>
internal sealed class ServicePrincipalRule : PolicyRule
{
    private static readonly string[] SourceKeys =
        ["aws:sourcearn", "aws:sourceaccount", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner", "kms:encryptioncontext", "kms:viaservice", "kms:calleraccount"];

    private static readonly string[] WeakKeys = ["aws:referer", "aws:useragent", "aws:sourceip", "aws:sourcevpc", "aws:sourcevpce"];

    // A service is not in anyone's account or organization, so that its requests carry none of these.
    private static readonly string[] PrincipalKeys =
        ["aws:principalorgid", "aws:principalorgpaths", "aws:principalaccount", "aws:principalarn", "aws:userid", "aws:username", "aws:multifactorauthpresent", "aws:multifactorauthage"];

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (context.Type is not (PolicyType.Resource or PolicyType.Trust) || view.Statement.Principal is not { } principal)
            return;
        foreach (var entry in principal.Entries)
        {
            if (entry.Kind != "Service" || entry.Values.Count == 0)
                continue;
            if (context.Type == PolicyType.Resource && view.IsAllow)
                CheckSource(context, view, entry);
            if (principal.Entries.Count == 1)
                CheckKeys(context, view, entry);
        }
    }

    private static void CheckSource(ValidationContext context, StatementView view, PolicyPrincipalEntry entry)
    {
        if (Array.Exists(view.Conditions, condition => Array.Exists(SourceKeys, key => condition.Key.Lower.StartsWith(key, StringComparison.Ordinal))))
            return;
        var services = string.Join(", ", entry.Values.Take(3));
        var weak = Array.Find(view.Conditions, condition => WeakKeys.Contains(condition.Key.Lower));
        if (weak.Entry is not null)
            context.ReportName("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", weak.Entry.Node, $"`{weak.Entry.Key}` does not say for whom `{services}` acts: use `aws:SourceArn` or `aws:SourceAccount`.");
        else
            context.Report("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", entry.Node, $"`{services}` may act here for anyone's resources: add a condition on `aws:SourceArn` or `aws:SourceAccount`.");
    }

    private static void CheckKeys(ValidationContext context, StatementView view, PolicyPrincipalEntry entry)
    {
        foreach (var condition in view.Conditions)
        {
            var isOfPrincipal = PrincipalKeys.Contains(condition.Key.Lower) || condition.Key.Lower.StartsWith("aws:principaltag/", StringComparison.Ordinal);
            if (isOfPrincipal && condition.NeedsKey)
                context.ReportName("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", condition.Entry.Node, $"Requests of `{string.Join(", ", entry.Values.Take(3))}` carry no `{condition.Entry.Key}`, so that the statement never applies: use `aws:SourceOrgID`, `aws:SourceAccount` or `aws:SourceArn`.");
        }
    }
}
