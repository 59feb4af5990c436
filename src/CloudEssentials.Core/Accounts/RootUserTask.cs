namespace CloudEssentials.Accounts;

/// <summary>A task that only the root user can do: https://docs.aws.amazon.com/IAM/latest/UserGuide/root-user-tasks.html.</summary>
/// <param name="Task">What is to be done.</param>
/// <param name="Area">What it belongs to: <c>Account</c>, <c>Billing</c>, <c>Permissions</c>, <c>Storage</c> and so on.</param>
/// <param name="Alternative">A way without signing in as the root user; empty where there is none.</param>
/// <param name="TaskPolicy">The task policy with which <c>sts:AssumeRoot</c> does it in a member account; null where there is none.</param>
public sealed record RootUserTask(string Task, string Area, string Alternative, string? TaskPolicy = null)
{
    /// <summary>Whether there is another way.</summary>
    public bool HasAlternative => Alternative.Length > 0;

    /// <summary>The tasks.</summary>
    public static IReadOnlyList<RootUserTask> All { get; } =
    [
        new("Change the root user's email address", "Account", "For a member account, the management account can: aws account start-primary-email-update."),
        new("Change the account's name", "Account", "aws account put-account-name, where account:PutAccountName is allowed."),
        new("Change the root user's password or MFA devices", "Account", "For a member account, take its root credentials away instead: Remove-RootUserCredential.", "IAMDeleteRootUserCredentials"),
        new("Create or delete the root user's access keys", "Account", "Make none. For a member account: Remove-RootUserCredential.", "IAMDeleteRootUserCredentials"),
        new("Let a member account have a root password again", "Account", "From the management account, by a root session.", "IAMCreateRootUserPassword"),
        new("Close a standalone account", "Account", "A member account: aws organizations close-account, from the management account."),
        new("Give the only administrator the permissions back that it took from itself", "Permissions", "Keep a second administrator's role for that day."),
        new("Let IAM users and roles see Billing", "Billing", ""),
        new("See certain tax invoices", "Billing", "Most invoices need only aws-portal or billing permissions."),
        new("Register as a seller in the Reserved Instance Marketplace", "Billing", ""),
        new("Turn on MFA Delete for an S3 bucket", "Storage", "Object Lock and versioning keep objects without the root user."),
        new("Mend a bucket policy that denies everyone", "Storage", "For a member account, by a root session from the management account.", "S3UnlockBucketPolicy"),
        new("Mend a queue policy that denies everyone", "Messaging", "For a member account, by a root session from the management account.", "SQSUnlockQueuePolicy"),
        new("Get a KMS key back that nobody may manage", "Encryption", "AWS Support mends it on the root user's word; keep kms:* for the account in the key policy."),
        new("Make root access keys of an AWS GovCloud (US) account", "GovCloud", "Take a role or Identity Center there."),
    ];
}
