namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>A use of credentials.</summary>
/// <param name="At">When. Of several within 15 minutes the first is kept, as in AWS's credential report.</param>
/// <param name="Service">The service's short name, such as <c>s3</c>.</param>
/// <param name="Region">The Region.</param>
internal sealed record IamUse(DateTimeOffset At, string Service, string Region);
