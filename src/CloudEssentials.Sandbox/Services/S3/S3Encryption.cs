namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>How a bucket encrypts what it is given.</summary>
/// <param name="Algorithm"><c>AES256</c>, <c>aws:kms</c> or <c>aws:kms:dsse</c>.</param>
/// <param name="KeyId">The KMS key; null for the default one.</param>
/// <param name="BucketKey">Whether the bucket has a key of its own under the KMS key.</param>
internal sealed record S3Encryption(string Algorithm, string? KeyId, bool BucketKey)
{
    public static readonly S3Encryption Default = new("AES256", null, false);
}
