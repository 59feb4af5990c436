using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Whether actions and resources of a statement fit each other; https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html.</summary>
internal sealed class ResourceMatchRule : PolicyRule
{
    // The work is actions times resources; a statement beyond this is not a person's.
    private const int MostPairs = 250_000;

    public override void CheckDocument(ValidationContext context)
    {
        if (!context.GrantsToIdentity || context.Document.StatementNode is null)
            return;
        var allows = 0;
        foreach (var view in context.Statements)
        {
            if (!view.IsAllow)
                continue;
            allows++;
            if (GrantsSomething(view))
                return;
        }

        if (allows > 0)
            context.ReportName("GRANTS_NOTHING", context.Document.StatementNode, "The policy allows nothing: no Allow statement pairs an action that exists with a resource that it works on.");
    }

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (view.Statement.Action is null || view.Statement.Resource is null || view.HasStarResource || view.Resources.Length == 0
            || (long)view.Actions.Length * view.Resources.Length > MostPairs || !Array.Exists(view.Actions, action => action.IsReal))
            return;
        var reported = view.IsAllow && ReportActions(context, view);

        // Where no action has a resource, the actions have said so already.
        if (reported && !Array.Exists(view.Actions, action => action.IsReal && IsUsed(view, action)))
            return;
        for (var i = 0; i < view.Resources.Length; i++)
            CheckResource(context, view, i);
    }

    private static void CheckResource(ValidationContext context, StatementView view, int index)
    {
        var arn = view.Resources[index];
        foreach (var action in view.Actions)
        {
            if (IsUsedBy(arn, action))
                return;
        }

        if (!arn.IsArn || (arn.Verdict & (ArnVerdict.NoSuchResource | ArnVerdict.NoSuchService)) != 0)
            return;
        var first = Array.Find(view.Actions, action => action.IsReal)!;
        context.Report("RESOURCE_MISMATCH", view.ResourceValues!.NodeArray[index], $"No action of the statement works on `{arn.Text}`: {Needs(first).Replace("it works", $"`{first.Text}` works", StringComparison.Ordinal)}.");
    }

    private static bool ReportActions(ValidationContext context, StatementView view)
    {
        var reported = false;
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var action = view.Actions[i];
            if (action.Kind != ActionKind.Exact || IsUsed(view, action))
                continue;
            reported = true;
            context.Report("RESOURCE_MISMATCH", view.ActionValues!.NodeArray[i], $"`{action.Text}` works on none of the statement's resources: {Needs(action)}.");
        }

        return reported;
    }

    private static bool IsUsed(StatementView view, ActionInfo action)
    {
        foreach (var arn in view.Resources)
        {
            if (IsUsedBy(arn, action))
                return true;
        }

        return false;
    }

    private static bool IsUsedBy(ArnInfo arn, ActionInfo action)
    {
        if (action.Kind == ActionKind.All || arn.IsStar || !arn.IsArn)
            return true;
        foreach (var type in action.ResourceTypes)
        {
            if (arn.Fits(type))
                return true;
        }

        // The tables give no type to actions such as iam:ListUsers and s3:ListAllMyBuckets, whose requests name the whole
        // collection all the same; a pattern over it allows them.
        return action.ResourceTypes.Length == 0 && action.Service is not null && arn.Service == action.Service.Prefix && arn.Resource.EndsWith('*');
    }

    private static string Needs(ActionInfo action) => action.NeededResources.Length == 0
        ? $"`{action.Text}` takes no resource and needs `*`"
        : $"it works on {action.NeededResources}";

    private static bool GrantsSomething(StatementView view)
    {
        if (view.Statement.NotAction is not null || view.Statement.NotResource is not null || view.Actions.Length == 0 || view.Resources.Length == 0)
            return view.Actions.Length > 0 && view.Resources.Length > 0;
        foreach (var action in view.Actions)
        {
            // What does not exist is an error already; what it was meant to be may well grant something.
            if (!action.IsReal || view.HasStarResource || (long)view.Actions.Length * view.Resources.Length > MostPairs || IsUsed(view, action))
                return true;
        }

        return false;
    }
}
