using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>
/// Permissions with which one gets others: over policies and credentials (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
/// says why those are to be held), or over the role of something that runs (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).
/// </summary>
internal sealed class EscalationRule : PolicyRule
{
    private const int MostNamed = 4;

    private static readonly Way[] Ways =
    [
        new("rewrite a policy that is attached to it", "iam:CreatePolicyVersion"),
        new("bring back a wider version of a policy", "iam:SetDefaultPolicyVersion"),
        new("make access keys of another user", "iam:CreateAccessKey"),
        new("give another user a password", "iam:CreateLoginProfile"),
        new("change another user's password", "iam:UpdateLoginProfile"),
        new("attach any policy to a user", "iam:AttachUserPolicy"),
        new("attach any policy to a group", "iam:AttachGroupPolicy"),
        new("attach any policy to a role", "iam:AttachRolePolicy"),
        new("write any policy into a user", "iam:PutUserPolicy"),
        new("write any policy into a group", "iam:PutGroupPolicy"),
        new("write any policy into a role", "iam:PutRolePolicy"),
        new("join any group", "iam:AddUserToGroup"),
        new("let itself assume a role", "iam:UpdateAssumeRolePolicy", "sts:AssumeRole"),
        new("take a user's boundary away", "iam:DeleteUserPermissionsBoundary"),
        new("take a role's boundary away", "iam:DeleteRolePermissionsBoundary"),
        new("run an instance with any role", "iam:PassRole", "ec2:RunInstances"),
        new("run a function with any role", "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
        new("run a function with any role on events", "iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
        new("run a function with any role for another account", "iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"),
        new("change the code of functions that have roles", "lambda:UpdateFunctionCode"),
        new("build a stack with any role", "iam:PassRole", "cloudformation:CreateStack"),
        new("change a stack with any role", "iam:PassRole", "cloudformation:UpdateStack"),
        new("open a Glue endpoint with any role", "iam:PassRole", "glue:CreateDevEndpoint"),
        new("put its own key on a Glue endpoint", "glue:UpdateDevEndpoint"),
        new("run a Glue job with any role", "iam:PassRole", "glue:CreateJob", "glue:StartJobRun"),
        new("run a pipeline with any role", "iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"),
        new("open a notebook with any role", "iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"),
        new("train a model with any role", "iam:PassRole", "sagemaker:CreateTrainingJob"),
        new("process data with any role", "iam:PassRole", "sagemaker:CreateProcessingJob"),
        new("run a container task with any role", "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"),
        new("run a container service with any role", "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"),
        new("run a build with any role", "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"),
        new("run a state machine with any role", "iam:PassRole", "states:CreateStateMachine", "states:StartExecution"),
        new("run a batch job with any role", "iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"),
        new("run a web service with any role", "iam:PassRole", "apprunner:CreateService"),
        new("schedule calls with any role", "iam:PassRole", "scheduler:CreateSchedule"),
        new("run commands on any managed instance", "ssm:SendCommand"),
        new("open a shell on any managed instance", "ssm:StartSession"),
        new("give itself a permission set", "sso:CreateAccountAssignment"),
    ];

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
        var ways = Array.FindAll(Ways, way => granted.Contains(way.Mask));
        if (ways.Length > 0)
            Report(context, ways);
    }

    private static void Report(ValidationContext context, Way[] ways)
    {
        var view = Array.Find(context.Statements, statement => !(Grant(statement) & ways[0].Mask).IsEmpty)!;
        context.Current = view;
        var named = string.Join("; ", ways.Take(MostNamed).Select(way => $"{way.What} ({string.Join(" with ", way.Actions.Select(action => $"`{action}`"))})"));
        var more = ways.Length > MostNamed ? $"; and {ways.Length - MostNamed} ways more" : "";
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

    private sealed record Way(string What, params string[] Actions)
    {
        public NotableMask Mask { get; } = NotableActions.Of(Actions);
    }
}
