using System.Buffers.Text;
using System.Globalization;
using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Whether operator, key and values are of one type; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.</summary>
internal sealed class ConditionTypeRule : PolicyRule
{
    private static readonly string[] DateForms =
    [
        "yyyy", "yyyy-MM", "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        foreach (var condition in view.Conditions)
        {
            CheckKey(context, condition);
            foreach (var node in condition.Values)
            {
                if (node.IsScalar && !node.Text!.Contains("${", StringComparison.Ordinal))
                    CheckValue(context, condition, node, node.Text);
            }
        }
    }

    private static void CheckKey(ValidationContext context, ConditionView condition)
    {
        var family = condition.Operator.Family;
        if (condition.Key.Key is not { } key || family is OperatorFamily.None or OperatorFamily.Null || Fits(family, key, condition.Key.Lower))
            return;

        // Operators that fit the key may take no variables, so that text is compared instead.
        if (family == OperatorFamily.String && Array.Exists(condition.Values, node => node.IsString && node.Text!.Contains("${", StringComparison.Ordinal)))
            return;
        context.ReportName("TYPE_MISMATCH", condition.Entry.Node, $"`{condition.Entry.Key}` is of type {key.TypeName}, and `{condition.Operator.Text}` compares something else: use {Operators(key.Type)}.");
    }

    // Text operators are true of ARNs, a tag or an encryption context may hold an ARN, and epoch times are numbers.
    private static bool Fits(OperatorFamily family, CatalogConditionKey key, string name) => key.Type switch
    {
        ConditionKeyType.String => family == OperatorFamily.String || (family == OperatorFamily.Arn && key.IsTemplate),
        ConditionKeyType.Arn => family is OperatorFamily.Arn or OperatorFamily.String,
        ConditionKeyType.Bool => family == OperatorFamily.Bool,
        ConditionKeyType.Numeric => family == OperatorFamily.Numeric,
        ConditionKeyType.Date => family == OperatorFamily.Date || (family == OperatorFamily.Numeric && name == "aws:epochtime"),
        ConditionKeyType.IPAddress => family == OperatorFamily.IpAddress,
        _ => family == OperatorFamily.Binary,
    };

    private static string Operators(ConditionKeyType type) => type switch
    {
        ConditionKeyType.String => "StringEquals or StringLike",
        ConditionKeyType.Arn => "ArnLike or ArnEquals",
        ConditionKeyType.Bool => "Bool",
        ConditionKeyType.Numeric => "NumericEquals, NumericLessThan and their kin",
        ConditionKeyType.Date => "DateLessThan, DateGreaterThan and their kin",
        ConditionKeyType.IPAddress => "IpAddress or NotIpAddress",
        _ => "BinaryEquals",
    };

    private static void CheckValue(ValidationContext context, ConditionView condition, PolicyNode node, string text)
    {
        switch (condition.Operator.Family)
        {
            case OperatorFamily.Bool or OperatorFamily.Null when !text.Equals("true", StringComparison.OrdinalIgnoreCase) && !text.Equals("false", StringComparison.OrdinalIgnoreCase):
                context.Report("TYPE_MISMATCH_BOOLEAN", node, $"`{text}` is no truth value, and `{condition.Operator.Text}` takes `true` or `false`.");
                break;
            case OperatorFamily.Numeric when !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number):
                context.Report("TYPE_MISMATCH_NUMBER", node, $"`{text}` is no number, and `{condition.Operator.Text}` takes one, such as `3600`.");
                break;
            case OperatorFamily.Date:
                CheckDate(context, node, text);
                break;
            case OperatorFamily.IpAddress when IpRange.Parse(text) is null:
                context.Report("TYPE_MISMATCH_IP_RANGE", node, $"`{text}` is no address range, and `{condition.Operator.Text}` takes an address or a range in CIDR form, such as `203.0.113.0/24` or `2001:db8::/32`.");
                break;
            case OperatorFamily.Binary when !Base64.IsValid(text):
                context.Report("TYPE_MISMATCH_STRING", node, $"`{text}` is not base64, which `{condition.Operator.Text}` compares: encode the bytes in base64.");
                break;
        }
    }

    private static void CheckDate(ValidationContext context, PolicyNode node, string text)
    {
        if (text.Length > 4 && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _))
            context.Report("INVALID_DATE_VALUE", node, $"`{text}` is a date in seconds of the epoch, which may not be the moment that you expect: write it as `{DateText(text)}`.");
        else if (!DateTimeOffset.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _))
            context.Report("TYPE_MISMATCH_DATE", node, $"`{text}` is no date: write it as `2026-01-31` or `2026-01-31T12:00:00Z`.");
    }

    private static string DateText(string seconds)
    {
        const long latest = 253_402_300_799;
        return long.TryParse(seconds, out var value) && value is >= 0 and <= latest
            ? DateTimeOffset.FromUnixTimeSeconds(value).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)
            : "2026-01-31T12:00:00Z";
    }
}
