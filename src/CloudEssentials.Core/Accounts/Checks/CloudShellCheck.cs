namespace CloudEssentials.Accounts.Checks;

/// <summary>Nobody has full access to CloudShell.</summary>
internal sealed class CloudShellCheck : SecurityCheck
{
    public override string Name => "CloudShell";

    public override string Title => "Nobody has full access to CloudShell.";

    public override SecuritySeverity Severity => SecuritySeverity.Medium;

    public override IReadOnlyList<string> Controls => ["CIS-2.20", "IAM.27"];

    public override AccountFactKinds Needs => AccountFactKinds.Authorization;

    protected override IEnumerable<CheckResult> Test(AccountFacts facts) => facts.Authorization.AttachedTo($"arn:{facts.Partition}:iam::aws:policy/AWSCloudShellFullAccess").Select(holder => Fail(
        "AWSCloudShellFullAccess is attached.",
        "With it files can be carried in and out of CloudShell.",
        holder.Arn,
        "Detach AWSCloudShellFullAccess, and allow CloudShell without cloudshell:GetFileDownloadUrls and cloudshell:GetFileUploadUrls."));
}
