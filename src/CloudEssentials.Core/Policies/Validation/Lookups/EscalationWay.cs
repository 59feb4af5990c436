namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>
/// Actions with which one gets permissions that one does not have: over policies and credentials
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html says why those are to be held), or over
/// the role of something that runs (https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html).
/// </summary>
/// <param name="What">What becomes possible.</param>
/// <param name="PassedTo">The service that a role is passed to; null where none is.</param>
/// <param name="Actions">The actions that it takes, all of them.</param>
internal sealed record EscalationWay(string What, string? PassedTo, params string[] Actions)
{
    /// <summary>The ways that there are.</summary>
    public static readonly EscalationWay[] All =
    [
        new("rewrite a policy that is attached to it", null, "iam:CreatePolicyVersion"),
        new("bring back a wider version of a policy", null, "iam:SetDefaultPolicyVersion"),
        new("make access keys of another user", null, "iam:CreateAccessKey"),
        new("give another user a password", null, "iam:CreateLoginProfile"),
        new("change another user's password", null, "iam:UpdateLoginProfile"),
        new("attach any policy to a user", null, "iam:AttachUserPolicy"),
        new("attach any policy to a group", null, "iam:AttachGroupPolicy"),
        new("attach any policy to a role", null, "iam:AttachRolePolicy"),
        new("write any policy into a user", null, "iam:PutUserPolicy"),
        new("write any policy into a group", null, "iam:PutGroupPolicy"),
        new("write any policy into a role", null, "iam:PutRolePolicy"),
        new("join any group", null, "iam:AddUserToGroup"),
        new("let itself assume a role", null, "iam:UpdateAssumeRolePolicy", "sts:AssumeRole"),
        new("take a user's boundary away", null, "iam:DeleteUserPermissionsBoundary"),
        new("take a role's boundary away", null, "iam:DeleteRolePermissionsBoundary"),
        new("run an instance with any role", "ec2.amazonaws.com", "iam:PassRole", "ec2:RunInstances"),
        new("run a function with any role", "lambda.amazonaws.com", "iam:PassRole", "lambda:CreateFunction", "lambda:InvokeFunction"),
        new("run a function with any role on events", "lambda.amazonaws.com", "iam:PassRole", "lambda:CreateFunction", "lambda:CreateEventSourceMapping"),
        new("run a function with any role for another account", "lambda.amazonaws.com", "iam:PassRole", "lambda:CreateFunction", "lambda:AddPermission"),
        new("change the code of functions that have roles", null, "lambda:UpdateFunctionCode"),
        new("build a stack with any role", "cloudformation.amazonaws.com", "iam:PassRole", "cloudformation:CreateStack"),
        new("change a stack with any role", "cloudformation.amazonaws.com", "iam:PassRole", "cloudformation:UpdateStack"),
        new("open a Glue endpoint with any role", "glue.amazonaws.com", "iam:PassRole", "glue:CreateDevEndpoint"),
        new("put its own key on a Glue endpoint", null, "glue:UpdateDevEndpoint"),
        new("run a Glue job with any role", "glue.amazonaws.com", "iam:PassRole", "glue:CreateJob", "glue:StartJobRun"),
        new("run a pipeline with any role", "datapipeline.amazonaws.com", "iam:PassRole", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition"),
        new("open a notebook with any role", "sagemaker.amazonaws.com", "iam:PassRole", "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl"),
        new("train a model with any role", "sagemaker.amazonaws.com", "iam:PassRole", "sagemaker:CreateTrainingJob"),
        new("process data with any role", "sagemaker.amazonaws.com", "iam:PassRole", "sagemaker:CreateProcessingJob"),
        new("run a container task with any role", "ecs-tasks.amazonaws.com", "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:RunTask"),
        new("run a container service with any role", "ecs-tasks.amazonaws.com", "iam:PassRole", "ecs:RegisterTaskDefinition", "ecs:CreateService"),
        new("run a build with any role", "codebuild.amazonaws.com", "iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"),
        new("run a state machine with any role", "states.amazonaws.com", "iam:PassRole", "states:CreateStateMachine", "states:StartExecution"),
        new("run a batch job with any role", "ecs-tasks.amazonaws.com", "iam:PassRole", "batch:RegisterJobDefinition", "batch:SubmitJob"),
        new("run a web service with any role", "tasks.apprunner.amazonaws.com", "iam:PassRole", "apprunner:CreateService"),
        new("schedule calls with any role", "scheduler.amazonaws.com", "iam:PassRole", "scheduler:CreateSchedule"),
        new("run commands on any managed instance", null, "ssm:SendCommand"),
        new("open a shell on any managed instance", null, "ssm:StartSession"),
        new("give itself a permission set", null, "sso:CreateAccountAssignment"),
    ];

    /// <summary>The actions as bits.</summary>
    public NotableMask Mask { get; } = NotableActions.Of(Actions);
}
