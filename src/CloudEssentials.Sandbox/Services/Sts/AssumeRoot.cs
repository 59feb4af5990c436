using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Organizations;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sts;

/// <summary>Gives the management account, or IAM's delegated administrator, a short session of a member account's root user for one task.</summary>
internal sealed class AssumeRoot : SandboxOperation
{
    private const int Maximum = 900;

    private const string TaskPrefix = "arn:aws:iam::aws:policy/root-task/";

    private static readonly string[] CredentialTasks = ["IAMAuditRootUserCredentials", "IAMCreateRootUserPassword", "IAMDeleteRootUserCredentials"];

    private static readonly string[] ResourceTasks = ["S3UnlockBucketPolicy", "SQSUnlockQueuePolicy"];

    public override bool OnlyReads => true;

    // A root user has no trust policy: the organization trusts its management account.
    public override bool IsDecidedByCallersAccount => true;

    public override IReadOnlyList<string> Resources(OperationCall call) => [$"arn:{call.Partition}:iam::{AccountOf(call)}:root"];

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call) =>
        new Dictionary<string, object?> { ["sts:TaskPolicyArn"] = call.Input["TaskPolicyArn"]!["arn"]!.GetValue<string>() };

    private static string AccountOf(OperationCall call)
    {
        string target = call.RequiredText("TargetPrincipal");
        string account = target.Split(':') is ["arn", _, "iam", "", { } id, "root"] ? id : target;
        return account.Length == 12 && account.All(char.IsAsciiDigit)
            ? account
            : throw new ServiceError("ValidationError", $"The target principal {target} is neither an account id nor a root user's ARN.");
    }

    private static string FeatureFor(string task)
    {
        string name = task.StartsWith(TaskPrefix, StringComparison.Ordinal) ? task[TaskPrefix.Length..] : string.Empty;
        return CredentialTasks.Contains(name) ? "RootCredentialsManagement"
            : ResourceTasks.Contains(name) ? "RootSessions"
            : throw new ServiceError("ValidationError", $"The task policy {task} is not one that AssumeRoot takes.");
    }

    public override JsonObject Execute(OperationCall call)
    {
        if (call.IsGlobalEndpoint)
        {
            throw new ServiceError("AccessDenied", "AssumeRoot is not supported on the global endpoint. Use a Regional endpoint.", 403);
        }

        if (call.Caller.Kind == CallerKind.Root)
        {
            throw new ServiceError("AccessDenied", "Root users may not assume root of a member account.", 403);
        }

        string account = AccountOf(call);
        string task = call.Input["TaskPolicyArn"]!["arn"]!.GetValue<string>();
        OrgState state = OrgState.Of(call.State);
        if (state.Cell.Value.Facts is not { } facts || !state.MayAdminister(call.AccountId, "iam.amazonaws.com")
            || account == facts.ManagementAccountId || call.State.Find(account) is null || !facts.IamFeatures.Contains(FeatureFor(task)))
        {
            throw new ServiceError(
                "AccessDenied", $"User: {call.Caller.Arn} is not authorized to perform: sts:AssumeRoot on resource: arn:{call.Partition}:iam::{account}:root", 403);
        }

        SandboxCaller caller = SandboxCaller.Root(account, SessionKeys.NewId(call)) with { SessionPolicyArns = [task], IssuedAt = call.Now };
        SessionToken token = new SessionToken(caller, call.Now.AddSeconds(call.Number("DurationSeconds") ?? Maximum)).WithSecret(call.State);
        return new JsonObject { ["Credentials"] = SessionKeys.Write(call.State, token) };
    }
}
