using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Address ranges; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress.</summary>
internal sealed class AddressRule : PolicyRule
{
    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        foreach (var condition in view.Conditions)
        {
            if (condition.Operator.Family != OperatorFamily.IpAddress || condition.Values.Length == 0)
                continue;
            var ranges = Array.ConvertAll(condition.Values, node => node.IsString ? IpRange.Parse(node.Text!) : null);
            CheckBits(context, condition, ranges);
            if (condition.Key.Lower == "aws:sourceip")
                CheckPrivate(context, condition, ranges);
        }
    }

    private static void CheckBits(ValidationContext context, ConditionView condition, IpRange?[] ranges)
    {
        for (var i = 0; i < ranges.Length; i++)
        {
            if (ranges[i] is { } range && !range.Base.Equals(range.Address))
                context.ReportReplacement("IMPROVE_IP_RANGE", condition.Values[i], $"`{condition.Values[i].Text}` has bits after its mask, which do not count: write `{range}`.", range.ToString());
        }
    }

    private static void CheckPrivate(ValidationContext context, ConditionView condition, IpRange?[] ranges)
    {
        var count = ranges.Count(range => range is { IsPrivate: true });
        if (count == 0)
            return;
        var node = condition.Entry.Node;
        var isNegated = condition.Operator.IsNegated;
        var first = ranges.First(range => range is { IsPrivate: true });
        if (count < ranges.Length)
            context.ReportName(isNegated ? "PRIVATE_NOT_IP_ADDRESS_SUBSET" : "PRIVATE_IP_ADDRESS_SUBSET", node, $"Private ranges such as `{first}` never match `aws:SourceIp`, which is the public address of the request: for addresses in a VPC use `aws:VpcSourceIp`.");
        else if (isNegated)
            context.ReportName("PRIVATE_NOT_IP_ADDRESS", node, $"Only private ranges such as `{first}` are listed, and `aws:SourceIp` is never one, so that this is always true: list public ranges, or use `aws:VpcSourceIp`.");
        else
            context.ReportName("PRIVATE_IP_ADDRESS", node, $"Only private ranges such as `{first}` are listed, and `aws:SourceIp` is never one, so that this is never true: list public ranges, or use `aws:VpcSourceIp`.");
    }
}
