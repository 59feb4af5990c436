using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Permissions with which one gets others; see <see cref="EscalationWay"/>.</summary>
internal sealed class EscalationRule : PolicyRule
{
    private const int MostNamed = 4;

    private static readonly string[] Probes =
    [
        "arn:aws:iam::000000000000:user/0probe", "arn:aws:iam::000000000000:role/0probe", "arn:aws:iam::000000000000:policy/0probe", "arn:aws:iam::000000000000:group/0probe",
    ];

    private static readonly NotableMask Everything = NotableActions.MaskOf("*");
    private static readonly NotableMask OfIam = NotableActions.MaskOf("iam:*") | NotableActions.MaskOf("ssm:S*") | NotableActions.MaskOf("sts:*");

    public override void CheckDocument(ValidationContext context)
    {
        if (!context.GrantsToIdentity || !context.Wants(FindingSeverity.SecurityWarning))
            return;
        NotableMask granted = default;
        StatementView? first = null;
        foreach (var view in context.Statements)
        {
            var mask = Grant(view);
            if (mask.IsEmpty)
                continue;
            first ??= view;
            granted |= mask;
        }

        if (first is null)
            return;
        var ways = Array.FindAll(EscalationWay.All, way => granted.Contains(way.Mask));
        if (ways.Length > 0)
            Report(context, ways);
    }

    private static void Report(ValidationContext context, EscalationWay[] ways)
    {
        var view = Array.Find(context.Statements, statement => !(Grant(statement) & ways[0].Mask).IsEmpty)!;
        context.Current = view;
        var named = string.Join("; ", ways.Take(MostNamed).Select(way => $"{way.What} ({string.Join(" with ", way.Actions.Select(action => $"`{action}`"))})"));
        var more = ways.Length > MostNamed ? $"; and {ways.Length - MostNamed} more" : "";
        context.Report("PRIVILEGE_ESCALATION", view.ActionValues!.Node, $"Whoever has this policy can get more than it says: {named}{more}. Hold these actions to certain resources, or to a condition such as iam:PermissionsBoundary or iam:PassedToService.");
        context.Current = null;
    }

    private static NotableMask Grant(StatementView view)
    {
        if (!view.IsAllow || view.HasConditions || view.ActionValues is null)
            return default;
        NotableMask mask = default;
        foreach (var action in view.Actions)
            mask |= action.Notable;
        if (view.Statement.NotAction is not null)
            mask = new(Everything.Low & ~mask.Low, Everything.High & ~mask.High);
        if (mask.IsEmpty || view.HasStarResource || view.Statement.NotResource is not null)
            return mask;
        var isBroad = Array.Exists(view.Resources, arn => arn.IsArn && Array.Exists(Probes, probe => Wildcards.Covers(arn.Resource, probe.AsSpan(25), ignoreCase: false)));
        return isBroad ? mask : new(mask.Low & ~OfIam.Low, mask.High & ~OfIam.High);
    }
}
