using System.Text.Json.Nodes;
using Amazon.S3;
using Amazon.S3.Model;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>A setting of a bucket: whether it is as wanted, and how it is made so.</summary>
/// <param name="Difference">What is wrong where it is not, in a sentence.</param>
/// <param name="IsSetAsync">Asks whether it is as wanted.</param>
/// <param name="SetAsync">Makes it so.</param>
internal sealed record BucketSetting(string Difference, Func<CancellationToken, Task<bool>> IsSetAsync, Func<CancellationToken, Task<bool>> SetAsync)
{
    private static readonly string[] _unset = ["NoSuchPublicAccessBlockConfiguration", "ServerSideEncryptionConfigurationNotFoundError", "OwnershipControlsNotFoundError"];

    /// <summary>The settings that are wanted of a bucket; what may be seen by whom goes first.</summary>
    internal static IEnumerable<BucketSetting> Of(ResourceWish wish, string bucket)
    {
        AmazonS3Client client = wish.Scope.Connection.S3();
        if (wish.Properties["PublicAccessBlockConfiguration"] is JsonObject block)
            yield return PublicAccess(client, bucket, block);
        if (wish.Properties["OwnershipControls"] is JsonObject controls && controls.Objects("Rules").FirstOrDefault()?.Text("ObjectOwnership") is { } ownership)
            yield return Ownership(client, bucket, ownership);
        if (wish.Properties["BucketEncryption"] is JsonObject encryption && encryption.Objects("ServerSideEncryptionConfiguration").FirstOrDefault() is { } rule)
            yield return Encryption(client, bucket, rule);
        if (wish.Properties["VersioningConfiguration"] is JsonObject versioning && versioning.Text("Status") is { } status)
            yield return Versioning(client, bucket, status);
    }

    private static BucketSetting PublicAccess(AmazonS3Client client, string bucket, JsonObject wanted)
    {
        PublicAccessBlockConfiguration configuration = new()
        {
            BlockPublicAcls = wanted.Flag("BlockPublicAcls"),
            BlockPublicPolicy = wanted.Flag("BlockPublicPolicy"),
            IgnorePublicAcls = wanted.Flag("IgnorePublicAcls"),
            RestrictPublicBuckets = wanted.Flag("RestrictPublicBuckets"),
        };
        return Make(
            "Public access to it is not blocked.",
            async token => (await client.GetPublicAccessBlockAsync(new() { BucketName = bucket }, token).ConfigureAwait(false)).PublicAccessBlockConfiguration is { } current
                && (current.BlockPublicAcls, current.BlockPublicPolicy, current.IgnorePublicAcls, current.RestrictPublicBuckets)
                    == (configuration.BlockPublicAcls, configuration.BlockPublicPolicy, configuration.IgnorePublicAcls, configuration.RestrictPublicBuckets),
            token => client.PutPublicAccessBlockAsync(new() { BucketName = bucket, PublicAccessBlockConfiguration = configuration }, token));
    }

    private static BucketSetting Ownership(AmazonS3Client client, string bucket, string wanted) => Make(
        $"Its objects are not owned as {wanted} says.",
        async token => (await client.GetBucketOwnershipControlsAsync(new() { BucketName = bucket }, token).ConfigureAwait(false)).OwnershipControls?.Rules?.FirstOrDefault()?.ObjectOwnership?.Value == wanted,
        token => client.PutBucketOwnershipControlsAsync(new() { BucketName = bucket, OwnershipControls = new() { Rules = [new() { ObjectOwnership = wanted }] } }, token));

    private static BucketSetting Encryption(AmazonS3Client client, string bucket, JsonObject wanted)
    {
        JsonObject by = (JsonObject)wanted["ServerSideEncryptionByDefault"]!;
        string method = by.Text("SSEAlgorithm")!;
        string? key = by.Text("KMSMasterKeyID");
        return Make(
            $"Its objects are not encrypted with {method}.",
            async token => (await client.GetBucketEncryptionAsync(new() { BucketName = bucket }, token).ConfigureAwait(false)).ServerSideEncryptionConfiguration?.ServerSideEncryptionRules?.FirstOrDefault()?.ServerSideEncryptionByDefault is { } current
                && current.ServerSideEncryptionAlgorithm?.Value == method
                && (key is null || current.ServerSideEncryptionKeyManagementServiceKeyId == key),
            token => client.PutBucketEncryptionAsync(
                new()
                {
                    BucketName = bucket,
                    ServerSideEncryptionConfiguration = new()
                    {
                        ServerSideEncryptionRules =
                        [
                            new()
                            {
                                ServerSideEncryptionByDefault = new() { ServerSideEncryptionAlgorithm = method, ServerSideEncryptionKeyManagementServiceKeyId = key },
                                BucketKeyEnabled = wanted["BucketKeyEnabled"] is null ? null : wanted.Flag("BucketKeyEnabled"),
                            },
                        ],
                    },
                },
                token));
    }

    private static BucketSetting Versioning(AmazonS3Client client, string bucket, string wanted) => Make(
        $"Its versioning is not {wanted}.",
        async token => (await client.GetBucketVersioningAsync(new GetBucketVersioningRequest { BucketName = bucket }, token).ConfigureAwait(false)).VersioningConfig?.Status?.Value == wanted,
        token => client.PutBucketVersioningAsync(new() { BucketName = bucket, VersioningConfig = new() { Status = wanted } }, token));

    private static BucketSetting Make<TAnswer>(string difference, Func<CancellationToken, Task<bool>> isSet, Func<CancellationToken, Task<TAnswer>> set) => new(
        difference,
        async token =>
        {
            try
            {
                return await Repetition.RunAsync(() => isSet(token), token).ConfigureAwait(false);
            }
            catch (AmazonS3Exception exception) when (_unset.Contains(exception.ErrorCode))
            {
                return false;
            }
        },
        async token =>
        {
            await Repetition.RunAsync(() => set(token), token).ConfigureAwait(false);
            return true;
        });
}
