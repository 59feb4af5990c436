namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>The actions that rules ask for by name, as bits, so that a statement's actions are asked for all of them at once.</summary>
internal static class NotableActions
{
    public const string PassRole = "iam:PassRole";
    public const string CreateServiceLinkedRole = "iam:CreateServiceLinkedRole";

    private static readonly string[] Names =
    [
        PassRole, CreateServiceLinkedRole,
        "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile",
        "iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:PutGroupPolicy", "iam:PutRolePolicy",
        "iam:AddUserToGroup", "iam:UpdateAssumeRolePolicy", "iam:DeleteUserPermissionsBoundary", "iam:DeleteRolePermissionsBoundary",
        "iam:PutUserPermissionsBoundary", "iam:PutRolePermissionsBoundary",
        "ec2:RunInstances", "ec2:AssociateIamInstanceProfile", "lambda:CreateFunction", "lambda:InvokeFunction", "lambda:CreateEventSourceMapping", "lambda:AddPermission",
        "lambda:UpdateFunctionCode", "lambda:UpdateFunctionConfiguration",
        "cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:CreateStackSet", "glue:CreateDevEndpoint", "glue:UpdateDevEndpoint",
        "glue:CreateJob", "glue:UpdateJob", "glue:StartJobRun", "datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition",
        "sagemaker:CreateNotebookInstance", "sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob",
        "ecs:RegisterTaskDefinition", "ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "codebuild:CreateProject", "codebuild:StartBuild",
        "states:CreateStateMachine", "states:StartExecution", "batch:RegisterJobDefinition", "batch:SubmitJob", "apprunner:CreateService",
        "autoscaling:CreateLaunchConfiguration", "autoscaling:CreateAutoScalingGroup", "scheduler:CreateSchedule",
        "ssm:SendCommand", "ssm:StartSession", "sts:AssumeRole", "sso:CreateAccountAssignment",
        "s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "ec2:GetPasswordData",
        "dynamodb:Scan",
    ];

    private static readonly Dictionary<string, int> Bits = MakeBits();

    public static NotableMask MaskOf(string pattern)
    {
        if (!Wildcards.Any(pattern))
            return Bits.TryGetValue(pattern, out var only) ? Bit(only) : default;
        NotableMask mask = default;
        for (var bit = 0; bit < Names.Length; bit++)
        {
            if (Wildcards.OnlyStars(pattern) || Wildcards.Covers(pattern, Names[bit], ignoreCase: true))
                mask |= Bit(bit);
        }

        return mask;
    }

    /// <summary>The bits of actions by name.</summary>
    public static NotableMask Of(params ReadOnlySpan<string> names)
    {
        NotableMask mask = default;
        foreach (var name in names)
            mask |= Bit(Bits[name]);
        return mask;
    }

    public static IEnumerable<string> In(NotableMask mask)
    {
        for (var bit = 0; bit < Names.Length; bit++)
        {
            if (!(mask & Bit(bit)).IsEmpty)
                yield return Names[bit];
        }
    }

    private static NotableMask Bit(int bit) => bit < 64 ? new(1UL << bit, 0) : new(0, 1UL << (bit - 64));

    private static Dictionary<string, int> MakeBits()
    {
        Dictionary<string, int> bits = new(StringComparer.OrdinalIgnoreCase);
        foreach (var name in Names)
            bits.Add(name, bits.Count);
        return bits;
    }
}
