using System.Globalization;
using CloudEssentials.Policies.Validation.Lookups;
using CloudEssentials.Regions;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Values that can never match, or match other than they look.</summary>
internal sealed class ConditionValueRule : PolicyRule
{
    private static readonly string[] ServicePrincipalKeys =
        ["aws:calledvia", "aws:calledviafirst", "aws:calledvialast", "aws:principalservicename", "aws:principalservicenameslist", "iam:passedtoservice", "iam:awsservicename"];

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        foreach (var condition in view.Conditions)
        {
            if (condition.Operator.Family is OperatorFamily.Null or OperatorFamily.None)
                continue;
            foreach (var node in condition.Values)
            {
                if (node.IsString && !node.Text!.Contains("${", StringComparison.Ordinal))
                    CheckValue(context, condition, node, node.Text);
            }

            if (condition.Operator.Family == OperatorFamily.Numeric && condition.Values.Length > 1)
                CheckNumbers(context, condition);
        }
    }

    private static void CheckValue(ValidationContext context, ConditionView condition, PolicyNode node, string text)
    {
        if (Wildcards.Any(text))
        {
            // Under Like a pattern is meant, and no single value can be held against a form.
            if (condition.Operator is { Family: OperatorFamily.String, TakesWildcards: false })
                context.Report("WILDCARD_WITHOUT_LIKE_OPERATOR", node, $"`{text}` is compared character by character by `{condition.Operator.Text}`: if the wildcard is meant, use `{condition.Operator.Text.Replace("EqualsIgnoreCase", "Like", StringComparison.Ordinal).Replace("Equals", "Like", StringComparison.Ordinal)}`.");
            return;
        }

        switch (condition.Key.Lower)
        {
            case "aws:requestedregion" when RegionCatalog.Default.Find(text) is null:
                context.Report("INVALID_REGION", node, $"`{text}` is not a Region: {context.DidYouMean(() => ArnRule.NearRegion(text), "name one, such as us-east-1.")}");
                break;
            case "aws:sourcevpc" when !IsId(text, "vpc-"):
                context.Report("INVALID_VPC_FORMAT", node, $"`{text}` is not the id of a VPC: write `vpc-` and 8 or 17 letters and digits.");
                break;
            case "aws:sourcevpce" when !IsId(text, "vpce-"):
                context.Report("INVALID_VPCE_FORMAT", node, $"`{text}` is not the id of a VPC endpoint: write `vpce-` and 8 or 17 letters and digits.");
                break;
            case "kms:viaservice" when !ServicePrincipals.NamesRegion(text):
                context.Report("INVALID_SERVICE_PRINCIPAL_FORMAT", node, $"`{text}` is not the form that `{condition.Entry.Key}` has: write service.region.amazonaws.com, such as `s3.us-east-1.amazonaws.com`.");
                break;
            case var key when ServicePrincipalKeys.Contains(key) && !ServicePrincipals.IsWellFormed(text):
                context.Report("INVALID_SERVICE_PRINCIPAL_FORMAT", node, $"`{text}` is not the form of a service principal: write the service's name and `.amazonaws.com`, all in lower case, such as `ec2.amazonaws.com`.");
                break;
        }
    }

    private static bool IsId(string text, string prefix)
    {
        var rest = text.AsSpan();
        if (!rest.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        rest = rest[prefix.Length..];
        foreach (var c in rest)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        return rest.Length is 8 or 17;
    }

    private static void CheckNumbers(ValidationContext context, ConditionView condition)
    {
        var isLess = condition.Operator.Name.Contains("LessThan", StringComparison.Ordinal);
        if (!isLess && !condition.Operator.Name.Contains("GreaterThan", StringComparison.Ordinal))
            return;
        List<double> numbers = [];
        foreach (var node in condition.Values)
        {
            if (!double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                return;
            numbers.Add(number);
        }

        var decisive = isLess ? numbers.Max() : numbers.Min();
        context.Report(
            "REDUNDANT_CONDITION_VALUE_NUM",
            condition.Entry.Node,
            $"Of the {numbers.Count} values of `{condition.Entry.Key}` only the {(isLess ? "greatest" : "least")} decides under `{condition.Operator.Text}`: write `{decisive.ToString(CultureInfo.InvariantCulture)}` alone.",
            decisive.ToString(CultureInfo.InvariantCulture),
            Edits.Replace(condition.Entry.Node, decisive.ToString(CultureInfo.InvariantCulture)));
    }
}
