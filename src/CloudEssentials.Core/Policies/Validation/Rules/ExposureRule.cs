using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Secrets and data that can be read everywhere, and access that can be handed on everywhere; https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege.</summary>
internal sealed class ExposureRule : PolicyRule
{
    private const int MostNamed = 5;

    private static readonly NotableMask Reading = NotableActions.Of(
        "s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ec2:GetPasswordData", "dynamodb:Scan");

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (!context.GrantsToIdentity || !view.IsAllow || !view.HasStarResource || view.HasConditions || view.Statement.Action is null)
            return;
        NotableMask mask = default;
        foreach (var action in view.Actions)
            mask |= action.Notable;
        var read = mask & Reading;
        if (!read.IsEmpty)
            context.Report("DATA_EXFILTRATION", view.ActionValues!.Node, $"{Name([.. NotableActions.In(read)])} on `*` opens the data and secrets of every owner in the account: name the resources.");
        CheckExposing(context, view);
    }

    private static void CheckExposing(ValidationContext context, StatementView view)
    {
        var all = Array.Exists(view.Actions, action => action.Kind == ActionKind.All);
        List<string> exposing = [];
        foreach (var action in view.Actions)
        {
            foreach (var match in action.Exposing)
                exposing.Add(match.FullName);
        }

        if (all)
            context.Report("RESOURCE_EXPOSURE", view.ActionValues!.Node, "`*` on `*` can open every resource of the account to anyone: name the actions and the resources that the job needs.");
        else if (exposing.Count > 0)
            context.Report("RESOURCE_EXPOSURE", view.ActionValues!.Node, $"{Name(exposing)} on `*`: whoever may do this can change who may use the resources; name the resources.");
    }

    private static string Name(List<string> actions) =>
        string.Join(", ", actions.Take(MostNamed).Select(action => $"`{action}`")) + (actions.Count > MostNamed ? $" and {actions.Count - MostNamed} more" : "");
}
