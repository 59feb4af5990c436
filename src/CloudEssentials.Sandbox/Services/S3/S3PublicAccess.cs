namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>The four settings that keep a bucket from being public.</summary>
/// <param name="BlockPublicAcls">Public ACLs are refused.</param>
/// <param name="IgnorePublicAcls">Public ACLs have no effect.</param>
/// <param name="BlockPublicPolicy">Public policies are refused.</param>
/// <param name="RestrictPublicBuckets">A public policy has no effect for other accounts.</param>
internal sealed record S3PublicAccess(bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets);
