using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CloudEssentials.Aws.Connections;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Services.S3;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>S3, called by AWS's own package.</summary>
public sealed class S3Tests : IDisposable
{
    private const string PublicRead = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]}""";

    private readonly SdkSandbox sandbox = new();
    private readonly AmazonS3Client s3;

    public S3Tests() => s3 = sandbox.Root.S3();

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task An_object_comes_back_as_it_was_put()
    {
        await s3.PutBucketAsync("photos");
        byte[] body = Encoding.UTF8.GetBytes("a photo, größer als man denkt");
        PutObjectResponse put = await s3.PutObjectAsync(new PutObjectRequest
        {
            BucketName = "photos",
            Key = "2026/alice & bob+ü.jpg",
            InputStream = new MemoryStream(body),
            ContentType = "image/jpeg",
            Metadata = { ["owner"] = "alice" },
            Headers = { CacheControl = "no-cache" },
        });

        using GetObjectResponse got = await s3.GetObjectAsync("photos", "2026/alice & bob+ü.jpg");
        using var copy = new MemoryStream();
        await got.ResponseStream.CopyToAsync(copy);

        Assert.Equal(body, copy.ToArray());
        Assert.Equal(put.ETag, got.ETag);
        Assert.Equal("image/jpeg", got.Headers.ContentType);
        Assert.Equal("no-cache", got.Headers.CacheControl);
        Assert.Equal("alice", got.Metadata["owner"]);
        Assert.Equal(ServerSideEncryptionMethod.AES256, got.ServerSideEncryptionMethod);
        Assert.Equal(sandbox.Clock.GetUtcNow().UtcDateTime, got.LastModified!.Value.ToUniversalTime());
        Assert.False(string.IsNullOrEmpty(put.ChecksumCRC32));
    }

    [Fact]
    public async Task HEAD_tells_all_but_the_body()
    {
        await Put("photos", "cat.jpg", "meow");

        GetObjectMetadataResponse head = await s3.GetObjectMetadataAsync("photos", "cat.jpg");

        Assert.Equal(4, head.ContentLength);
        AmazonServiceException missing = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => s3.GetObjectMetadataAsync("photos", "dog.jpg"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Theory]
    [InlineData(0, 1, "me")]
    [InlineData(2, 99, "ow")]
    public async Task A_range_is_a_part_of_the_body(long from, long to, string expected)
    {
        await Put("photos", "cat.jpg", "meow");

        using GetObjectResponse part = await s3.GetObjectAsync(new GetObjectRequest { BucketName = "photos", Key = "cat.jpg", ByteRange = new ByteRange(from, to) });
        using var reader = new StreamReader(part.ResponseStream);

        Assert.Equal(expected, await reader.ReadToEndAsync());
        Assert.Equal(HttpStatusCode.PartialContent, part.HttpStatusCode);
        await SdkSandbox.Refuses("InvalidRange", () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "photos", Key = "cat.jpg", ByteRange = new ByteRange(10, 20) }));
    }

    [Fact]
    public async Task Conditions_of_reading_and_writing_are_held()
    {
        PutObjectResponse put = await Put("photos", "cat.jpg", "meow");

        await SdkSandbox.Refuses("PreconditionFailed", () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "photos", Key = "cat.jpg", EtagToMatch = "\"other\"" }));
        await SdkSandbox.Refuses("PreconditionFailed", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "cat.jpg", ContentBody = "woof", IfNoneMatch = "*" }));
        AmazonServiceException unchanged = await Assert.ThrowsAnyAsync<AmazonServiceException>(
            () => s3.GetObjectAsync(new GetObjectRequest { BucketName = "photos", Key = "cat.jpg", EtagToNotMatch = put.ETag }));
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task A_key_that_is_too_long_is_refused()
    {
        await s3.PutBucketAsync("photos");

        await SdkSandbox.Refuses("KeyTooLongError", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = new string('k', 1025), ContentBody = "x" }));
        await SdkSandbox.Refuses("MetadataTooLarge", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "k", ContentBody = "x", Metadata = { ["long"] = new string('m', 2048) } }));
    }

    [Fact]
    public async Task What_is_damaged_on_the_way_is_not_kept()
    {
        await s3.PutBucketAsync("photos");

        await SdkSandbox.Refuses("BadDigest", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "a", ContentBody = "x", MD5Digest = "1B2M2Y8AsgTpgAmY7PhCfg==" }));
        await SdkSandbox.Refuses("BadDigest", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "a", ContentBody = "x", ChecksumCRC32 = "AAAAAA==" }));
        Assert.Equal(0, (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "photos" })).KeyCount);
    }

    [Theory]
    [InlineData(nameof(ChecksumAlgorithm.CRC32))]
    [InlineData(nameof(ChecksumAlgorithm.SHA1))]
    [InlineData(nameof(ChecksumAlgorithm.SHA256))]
    public async Task Checksums_travel_both_ways(string algorithm)
    {
        await s3.PutBucketAsync("photos");
        await s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "a", ContentBody = "123456789", ChecksumAlgorithm = ChecksumAlgorithm.FindValue(algorithm) });

        using GetObjectResponse got = await s3.GetObjectAsync(new GetObjectRequest { BucketName = "photos", Key = "a", ChecksumMode = ChecksumMode.ENABLED });
        using var reader = new StreamReader(got.ResponseStream);

        Assert.Equal("123456789", await reader.ReadToEndAsync());
        Assert.NotNull(new[] { got.ChecksumCRC32, got.ChecksumSHA1, got.ChecksumSHA256 }.Single(checksum => !string.IsNullOrEmpty(checksum)));
    }

    [Theory]
    [InlineData("crc32", "y/Q5Jg==")]
    [InlineData("crc32c", "4waSgw==")]
    [InlineData("crc64nvme", "rosUhgp5mIg=")]
    [InlineData("md5", "JfnnlDI7RTiF9RgfG2JNCw==")]
    public void Checksums_are_those_of_the_catalogue_of_parametrised_CRC_algorithms(string algorithm, string check) =>
        Assert.Equal(check, Checksums.Of(algorithm, "123456789"u8.ToArray()));

    [Fact]
    public async Task A_listing_rolls_up_and_pages()
    {
        foreach (string key in new[] { "a.jpg", "b/1.jpg", "b/2.jpg", "c.jpg", "d/1.jpg" })
        {
            await Put("photos", key, "x");
        }

        var request = new ListObjectsV2Request { BucketName = "photos", Delimiter = "/", MaxKeys = 2 };
        List<string> keys = [];
        List<string> prefixes = [];
        ListObjectsV2Response page;
        do
        {
            page = await s3.ListObjectsV2Async(request);
            keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            prefixes.AddRange(page.CommonPrefixes ?? []);
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);

        Assert.Equal(["a.jpg", "c.jpg"], keys);
        Assert.Equal(["b/", "d/"], prefixes);
        Assert.Equal(["b/2.jpg"], (await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "photos", Prefix = "b/", StartAfter = "b/1.jpg" })).S3Objects.Select(found => found.Key));
        await SdkSandbox.Refuses("InvalidArgument", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "photos", ContinuationToken = "!" }));
    }

    [Fact]
    public async Task With_versions_nothing_is_lost_until_every_version_is_deleted()
    {
        await Put("photos", "cat.jpg", "before");
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "photos", VersioningConfig = new() { Status = VersionStatus.Enabled } });
        PutObjectResponse second = await Put("photos", "cat.jpg", "after", makeBucket: false);
        DeleteObjectResponse deleted = await s3.DeleteObjectAsync("photos", "cat.jpg");

        await SdkSandbox.Refuses("NoSuchKey", () => s3.GetObjectAsync("photos", "cat.jpg"));
        using GetObjectResponse old = await s3.GetObjectAsync("photos", "cat.jpg", second.VersionId);
        ListVersionsResponse versions = await s3.ListVersionsAsync("photos");

        Assert.Equal("true", deleted.DeleteMarker);
        Assert.Equal(5, old.ContentLength);
        Assert.Equal([deleted.VersionId, second.VersionId, "null"], versions.Versions.Select(version => version.VersionId).OrderByDescending(id => id == deleted.VersionId).ThenByDescending(id => id == second.VersionId));
        await SdkSandbox.Refuses("MethodNotAllowed", () => s3.GetObjectAsync("photos", "cat.jpg", deleted.VersionId));
        await SdkSandbox.Refuses("NoSuchVersion", () => s3.GetObjectAsync("photos", "cat.jpg", "never"));
        AmazonServiceException full = await SdkSandbox.Refuses("BucketNotEmpty", () => s3.DeleteBucketAsync("photos"));
        Assert.Contains("You must delete all versions in the bucket.", full.Message, StringComparison.Ordinal);

        await s3.DeleteObjectsAsync(new DeleteObjectsRequest
        {
            BucketName = "photos",
            Objects = [.. versions.Versions.Select(version => new KeyVersion { Key = version.Key, VersionId = version.VersionId })],
        });
        await s3.DeleteBucketAsync("photos");
        Assert.Empty((await s3.ListBucketsAsync()).Buckets ?? []);
    }

    [Fact]
    public async Task Versions_are_listed_in_pages_without_a_gap()
    {
        await s3.PutBucketAsync("photos");
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "photos", VersioningConfig = new() { Status = VersionStatus.Enabled } });
        foreach (string key in new[] { "a", "a", "a", "b", "b" })
        {
            await Put("photos", key, "x", makeBucket: false);
        }

        var request = new ListVersionsRequest { BucketName = "photos", MaxKeys = 2 };
        List<string> ids = [];
        ListVersionsResponse page;
        do
        {
            page = await s3.ListVersionsAsync(request);
            ids.AddRange(page.Versions.Select(version => version.VersionId));
            (request.KeyMarker, request.VersionIdMarker) = (page.NextKeyMarker, page.NextVersionIdMarker);
        }
        while (page.IsTruncated == true);

        Assert.Equal(5, ids.Distinct().Count());
        Assert.Equal(5, ids.Count);
    }

    [Fact]
    public async Task Suspended_versioning_overwrites_the_version_without_an_id()
    {
        await s3.PutBucketAsync("photos");
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "photos", VersioningConfig = new() { Status = VersionStatus.Enabled } });
        PutObjectResponse kept = await Put("photos", "a", "1", makeBucket: false);
        await s3.PutBucketVersioningAsync(new PutBucketVersioningRequest { BucketName = "photos", VersioningConfig = new() { Status = VersionStatus.Suspended } });
        await Put("photos", "a", "2", makeBucket: false);
        await Put("photos", "a", "3", makeBucket: false);

        Assert.Equal(["null", kept.VersionId], (await s3.ListVersionsAsync("photos")).Versions.Select(version => version.VersionId));
        Assert.Equal(VersionStatus.Suspended, (await s3.GetBucketVersioningAsync("photos")).VersioningConfig.Status);
    }

    [Theory]
    [InlineData("Photos")]
    [InlineData("ab")]
    [InlineData("my..photos")]
    [InlineData("192.168.5.4")]
    [InlineData("xn--photos")]
    [InlineData("photos-s3alias")]
    [InlineData("-photos")]
    public async Task A_bucket_has_a_name_by_the_rules(string name)
    {
        using AmazonS3Client paths = PathStyle(sandbox.Root);

        await SdkSandbox.Refuses("InvalidBucketName", () => paths.PutBucketAsync(name));
    }

    [Fact]
    public async Task A_bucket_is_made_once_and_its_name_is_one_for_everybody()
    {
        await s3.PutBucketAsync("photos");
        await s3.PutBucketAsync("photos");
        AmazonS3Client dublin = sandbox.Root.In("eu-west-1").S3();
        await dublin.PutBucketAsync("dublin-photos");

        await SdkSandbox.Refuses("BucketAlreadyOwnedByYou", () => dublin.PutBucketAsync("dublin-photos"));
        await SdkSandbox.Refuses("BucketAlreadyExists", () => s3.PutBucketAsync("aws-tc-largeobjects"));
        await SdkSandbox.Refuses("AccessDenied", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "aws-tc-largeobjects" }));
        Assert.Equal(["dublin-photos", "photos"], (await s3.ListBucketsAsync()).Buckets.Select(bucket => bucket.BucketName));
        Assert.Equal("eu-west-1", (await s3.GetBucketLocationAsync("dublin-photos")).Location.Value);
        Assert.Equal(string.Empty, (await s3.GetBucketLocationAsync("photos")).Location.Value);
    }

    [Fact]
    public async Task There_is_an_end_to_buckets()
    {
        await sandbox.Account.EnterAsync(
            mayChange: true,
            () =>
            {
                S3State state = S3State.Of(sandbox.Account.State);
                foreach (int number in Enumerable.Range(0, S3Buckets.Quota))
                {
                    state.Buckets[$"photos-{number}"] = new CloudEssentials.Sandbox.Services.S3.S3Bucket { Name = $"photos-{number}", Region = "us-east-1", Created = sandbox.Clock.GetUtcNow() };
                }

                return true;
            },
            CancellationToken.None);

        await SdkSandbox.Refuses("TooManyBuckets", () => s3.PutBucketAsync("one-more"));
    }

    [Fact]
    public async Task Where_a_bucket_may_be_made_depends_on_the_endpoint()
    {
        AmazonS3Client dublin = sandbox.Root.In("eu-west-1").S3();

        await SdkSandbox.Refuses("IllegalLocationConstraintException", () => dublin.PutBucketAsync(new PutBucketRequest { BucketName = "photos", BucketRegionName = "eu-central-1" }));
        await SdkSandbox.Refuses("InvalidLocationConstraint", () => s3.PutBucketAsync(new PutBucketRequest { BucketName = "photos", PutBucketConfiguration = new() { LocationConstraint = new BucketLocationConstraint("us-east-1") } }));
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = "frankfurt", BucketRegionName = "eu-central-1" });
        Assert.Equal("eu-central-1", (await s3.GetBucketLocationAsync("frankfurt")).Location.Value);
    }

    [Fact]
    public async Task A_bucket_of_another_Region_is_said_to_be_elsewhere()
    {
        await sandbox.Root.In("eu-west-1").S3().PutBucketAsync("dublin-photos");

        // The package follows the redirection by itself where it may; the wire shows what S3 said.
        using var wire = new WireClient(sandbox.Account);
        WireAnswer answer = await S3Wire.Get(wire, "https://s3.us-east-1.amazonaws.com/dublin-photos?versioning", "us-east-1");
        WireAnswer global = await S3Wire.Get(wire, "https://dublin-photos.s3.amazonaws.com/?versioning", "us-east-1");
        WireAnswer signed = await S3Wire.Get(wire, "https://s3.us-east-1.amazonaws.com/dublin-photos?versioning", "eu-west-1");

        Assert.Equal((301, "PermanentRedirect", "dublin-photos.s3.eu-west-1.amazonaws.com"), (answer.Status, answer.Code, answer.Text("Endpoint")));
        Assert.Equal((400, "AuthorizationHeaderMalformed", "eu-west-1"), (global.Status, global.Code, global.Text("Region")));
        Assert.Equal("The authorization header is malformed; the region 'eu-west-1' is wrong; expecting 'us-east-1'", signed.Message);
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_named()
    {
        AmazonServiceException refusal = await SdkSandbox.Refuses("NoSuchBucket", () => s3.GetBucketVersioningAsync("nowhere"));

        Assert.Equal("The specified bucket does not exist", refusal.Message);
        Assert.False(string.IsNullOrEmpty(refusal.RequestId));
    }

    [Fact]
    public async Task A_new_bucket_is_private_and_encrypted()
    {
        await s3.PutBucketAsync("photos");

        PublicAccessBlockConfiguration access = (await s3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = "photos" })).PublicAccessBlockConfiguration;
        ServerSideEncryptionRule rule = (await s3.GetBucketEncryptionAsync(new GetBucketEncryptionRequest { BucketName = "photos" })).ServerSideEncryptionConfiguration.ServerSideEncryptionRules.Single();
        S3AccessControlList acl = (await s3.GetBucketAclAsync(new GetBucketAclRequest { BucketName = "photos" })) is { } response ? new() { Owner = response.Owner, Grants = response.Grants } : new();

        Assert.Equal((true, true, true, true), (access.BlockPublicAcls, access.IgnorePublicAcls, access.BlockPublicPolicy, access.RestrictPublicBuckets));
        Assert.Equal(ServerSideEncryptionMethod.AES256, rule.ServerSideEncryptionByDefault.ServerSideEncryptionAlgorithm);
        Assert.Equal(S3Permission.FULL_CONTROL, acl.Grants.Single().Permission);
        Assert.Equal(acl.Owner.Id, acl.Grants.Single().Grantee.CanonicalUser);
        Assert.Equal(ObjectOwnership.BucketOwnerEnforced, (await s3.GetBucketOwnershipControlsAsync(new GetBucketOwnershipControlsRequest { BucketName = "photos" })).OwnershipControls.Rules.Single().ObjectOwnership);
        Assert.Equal(VersionStatus.Off, (await s3.GetBucketVersioningAsync("photos")).VersioningConfig.Status);
        await SdkSandbox.Refuses("NoSuchTagSet", () => s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "photos" }));
        await SdkSandbox.Refuses("NoSuchBucketPolicy", () => s3.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = "photos" }));
    }

    [Fact]
    public async Task A_public_policy_is_refused_until_the_bucket_may_be_public()
    {
        await s3.PutBucketAsync("photos");

        AmazonServiceException refusal = await SdkSandbox.Refuses("AccessDenied", () => s3.PutBucketPolicyAsync("photos", PublicRead));
        await s3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = "photos" });
        await s3.PutBucketPolicyAsync("photos", PublicRead);

        Assert.Contains("because public policies are blocked by the BlockPublicPolicy block public access setting", refusal.Message, StringComparison.Ordinal);
        Assert.True((await s3.GetBucketPolicyStatusAsync(new GetBucketPolicyStatusRequest { BucketName = "photos" })).PolicyStatus.IsPublic);
        await SdkSandbox.Refuses("NoSuchPublicAccessBlockConfiguration", () => s3.GetPublicAccessBlockAsync(new GetPublicAccessBlockRequest { BucketName = "photos" }));
    }

    [Fact]
    public async Task A_stranger_reads_what_is_public_and_nothing_else()
    {
        await Put("photos", "cat.jpg", "meow");
        using AmazonS3Client stranger = new(new AnonymousAWSCredentials(), new AmazonS3Config { RegionEndpoint = Amazon.RegionEndpoint.USEast1, HttpClientFactory = new Handed(sandbox.Account) });
        AmazonServiceException before = await SdkSandbox.Refuses("AccessDenied", () => stranger.GetObjectAsync("photos", "cat.jpg"));
        await s3.DeletePublicAccessBlockAsync(new DeletePublicAccessBlockRequest { BucketName = "photos" });
        await s3.PutBucketPolicyAsync("photos", PublicRead);

        using GetObjectResponse got = await stranger.GetObjectAsync("photos", "cat.jpg");
        await SdkSandbox.Refuses("AccessDenied", () => stranger.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "photos" }));
        await s3.PutPublicAccessBlockAsync(new PutPublicAccessBlockRequest { BucketName = "photos", PublicAccessBlockConfiguration = new() { RestrictPublicBuckets = true } });
        await SdkSandbox.Refuses("AccessDenied", () => stranger.GetObjectAsync("photos", "cat.jpg"));

        Assert.Equal(4, got.ContentLength);
        Assert.Equal("Access Denied", before.Message);
    }

    [Theory]
    [InlineData("not json", "Policies must be valid JSON and the first byte must be '{'")]
    [InlineData("""{"Version":"2012-10-17","Statement":[]}""", "Missing required field Statement")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]}""", "Missing required field Principal")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:Fly","Resource":"arn:aws:s3:::photos/*"}]}""", "Policy has invalid action")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::other/*"}]}""", "Policy has invalid resource")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos"}]}""", "Action does not apply to any resource(s) in statement")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::123456789012:user/nobody"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]}""", "Invalid principal in policy")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*","Condition":{"Bool":{"s3:Weather":"true"}}}]}""", "Policy has an invalid condition key")]
    public async Task A_policy_that_S3_does_not_take_is_told_why(string policy, string message)
    {
        await s3.PutBucketAsync("photos");

        AmazonServiceException refusal = await SdkSandbox.Refuses("MalformedPolicy", () => s3.PutBucketPolicyAsync("photos", policy));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public async Task A_user_does_what_the_policies_of_user_and_bucket_allow_together()
    {
        await Put("photos", "cat.jpg", "meow");
        AmazonS3Client alice = (await sandbox.UserAsync("alice", """{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}""")).S3();
        AmazonS3Client bob = (await sandbox.UserAsync("bob")).S3();
        await s3.PutBucketPolicyAsync("photos", """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/bob"},"Action":"s3:PutObject","Resource":"arn:aws:s3:::photos/*"},
              {"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::photos","arn:aws:s3:::photos/*"],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}
            """);

        using GetObjectResponse got = await alice.GetObjectAsync("photos", "cat.jpg");
        await bob.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "dog.jpg", ContentBody = "woof" });
        AmazonServiceException refusal = await SdkSandbox.Refuses("AccessDenied", () => alice.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "x", ContentBody = "x" }));

        // Who may not list learns nothing of what is missing.
        await SdkSandbox.Refuses("AccessDenied", () => alice.GetObjectAsync("photos", "missing.jpg"));
        await SdkSandbox.Refuses("NoSuchKey", () => s3.GetObjectAsync("photos", "missing.jpg"));
        Assert.Equal(
            "User: arn:aws:iam::123456789012:user/alice is not authorized to perform: s3:PutObject on resource: \"arn:aws:s3:::photos/x\" because no identity-based policy allows the s3:PutObject action",
            refusal.Message);
    }

    [Fact]
    public async Task Deleting_many_refuses_each_by_itself()
    {
        await Put("photos", "mine/a", "x");
        await Put("photos", "other/b", "x", makeBucket: false);
        AmazonS3Client alice = (await sandbox.UserAsync("alice", """{"Effect":"Allow","Action":"s3:DeleteObject","Resource":"arn:aws:s3:::photos/mine/*"}""")).S3();

        DeleteObjectsException some = await Assert.ThrowsAsync<DeleteObjectsException>(
            () => alice.DeleteObjectsAsync(new DeleteObjectsRequest { BucketName = "photos", Objects = [new() { Key = "mine/a" }, new() { Key = "other/b" }] }));

        Assert.Equal("mine/a", some.Response.DeletedObjects.Single().Key);
        Assert.Equal(("other/b", "AccessDenied"), (some.Response.DeleteErrors.Single().Key, some.Response.DeleteErrors.Single().Code));
    }

    [Fact]
    public async Task Tags_are_checked_and_replaced_as_a_whole()
    {
        await s3.PutBucketAsync("photos");
        await Tag(("app", "directory"), ("env", "test"));
        await Tag(("app", "other"));

        Assert.Equal([("app", "other")], (await s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "photos" })).TagSet.Select(tag => (tag.Key, tag.Value)));
        await SdkSandbox.Refuses("InvalidTag", () => Tag(("aws:mine", "x")));
        await SdkSandbox.Refuses("InvalidTag", () => Tag(("a", "1"), ("a", "2")));
        await SdkSandbox.Refuses("BadRequest", () => Tag([.. Enumerable.Range(0, 51).Select(number => ($"k{number}", "v"))]));
        await s3.DeleteBucketTaggingAsync("photos");
        await SdkSandbox.Refuses("NoSuchTagSet", () => s3.GetBucketTaggingAsync(new GetBucketTaggingRequest { BucketName = "photos" }));

        Task Tag(params (string Key, string Value)[] tags) => s3.PutBucketTaggingAsync("photos", [.. tags.Select(tag => new Tag { Key = tag.Key, Value = tag.Value })]);
    }

    [Fact]
    public async Task ACLs_are_refused_where_the_owner_is_enforced()
    {
        await s3.PutBucketAsync("photos");

        await SdkSandbox.Refuses("AccessControlListNotSupported", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "a", ContentBody = "x", CannedACL = S3CannedACL.PublicRead }));
        await SdkSandbox.Refuses("InvalidBucketAclWithObjectOwnership", () => s3.PutBucketAsync(new PutBucketRequest { BucketName = "public-photos", CannedACL = S3CannedACL.PublicRead }));
        await s3.PutBucketOwnershipControlsAsync(new PutBucketOwnershipControlsRequest { BucketName = "photos", OwnershipControls = new() { Rules = [new() { ObjectOwnership = ObjectOwnership.ObjectWriter }] } });
        await SdkSandbox.Refuses("AccessDenied", () => s3.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "a", ContentBody = "x", CannedACL = S3CannedACL.PublicRead }));
    }

    [Fact]
    public async Task Encryption_is_changed_and_goes_back_to_the_default()
    {
        await s3.PutBucketAsync("photos");
        await Encrypt(new() { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AWSKMS });
        PutObjectResponse put = await Put("photos", "a", "x", makeBucket: false);

        Assert.Equal(ServerSideEncryptionMethod.AWSKMS, put.ServerSideEncryptionMethod);
        Assert.EndsWith("alias/aws/s3", put.ServerSideEncryptionKeyManagementServiceKeyId, StringComparison.Ordinal);
        await SdkSandbox.Refuses("InvalidArgument", () => Encrypt(new() { ServerSideEncryptionAlgorithm = ServerSideEncryptionMethod.AES256, ServerSideEncryptionKeyManagementServiceKeyId = "k" }));
        await s3.DeleteBucketEncryptionAsync(new DeleteBucketEncryptionRequest { BucketName = "photos" });
        Assert.Equal(ServerSideEncryptionMethod.AES256, (await Put("photos", "b", "x", makeBucket: false)).ServerSideEncryptionMethod);

        Task Encrypt(ServerSideEncryptionByDefault rule) => s3.PutBucketEncryptionAsync(new PutBucketEncryptionRequest
        {
            BucketName = "photos",
            ServerSideEncryptionConfiguration = new() { ServerSideEncryptionRules = [new() { ServerSideEncryptionByDefault = rule }] },
        });
    }

    [Fact]
    public async Task Another_owner_than_was_expected_is_refused()
    {
        await s3.PutBucketAsync("photos");

        await SdkSandbox.Refuses("AccessDenied", () => s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "photos", ExpectedBucketOwner = "111122223333" }));
        await s3.ListObjectsV2Async(new ListObjectsV2Request { BucketName = "photos", ExpectedBucketOwner = "123456789012" });
    }

    [Fact]
    public async Task A_signed_link_is_good_for_as_long_as_it_says()
    {
        await Put("photos", "cat.jpg", "meow");
        using var http = new HttpClient(new SandboxHandler(sandbox.Account));
        string good = await s3.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = "photos", Key = "cat.jpg", Expires = DateTime.UtcNow.AddMinutes(5) });

        Assert.Equal("meow", await http.GetStringAsync(new Uri(good)));
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(new Uri(good.Replace("cat", "dog", StringComparison.Ordinal)))).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Over_the_network_a_body_comes_in_signed_chunks(bool tampered)
    {
        await using SandboxEndpoint endpoint = SandboxEndpoint.Start(sandbox.Account);
        using var client = new AmazonS3Client(
            new BasicAWSCredentials(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey),
            new AmazonS3Config { ServiceURL = endpoint.Url.ToString(), ForcePathStyle = true, MaxErrorRetry = 0, HttpClientFactory = new Handed(new Tampering(tampered)) });
        await client.PutBucketAsync("photos");
        byte[] body = new byte[200_000];
        new Random(7).NextBytes(body);

        Task<PutObjectResponse> put = client.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "a", InputStream = new MemoryStream(body) });
        if (tampered)
        {
            await SdkSandbox.Refuses("SignatureDoesNotMatch", () => put);
            return;
        }

        await put;
        using GetObjectResponse got = await client.GetObjectAsync("photos", "a");
        using var copy = new MemoryStream();
        await got.ResponseStream.CopyToAsync(copy);
        Assert.Equal(body, copy.ToArray());
    }

    [Theory]
    [InlineData("5;chunk-signature=x\r\nhel", "IncompleteBody")]
    [InlineData("zz\r\n", "IncompleteBody")]
    [InlineData("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n", "BadDigest")]
    public async Task Chunks_that_are_not_whole_are_refused(string body, string code)
    {
        await s3.PutBucketAsync("photos");
        using var wire = new WireClient(sandbox.Account);

        WireAnswer answer = await S3Wire.Send(wire, HttpMethod.Put, "https://photos.s3.us-east-1.amazonaws.com/a", "us-east-1", Encoding.ASCII.GetBytes(body), "STREAMING-UNSIGNED-PAYLOAD-TRAILER");

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task A_body_is_the_one_whose_hash_is_stated()
    {
        await s3.PutBucketAsync("photos");
        using var wire = new WireClient(sandbox.Account);

        WireAnswer hash = await S3Wire.Send(wire, HttpMethod.Put, "https://photos.s3.us-east-1.amazonaws.com/a", "us-east-1", "x"u8.ToArray(), new string('0', 64));
        WireAnswer xml = await S3Wire.Send(wire, HttpMethod.Put, "https://photos.s3.us-east-1.amazonaws.com/?tagging", "us-east-1", "<Tagging><Colour/></Tagging>"u8.ToArray(), "UNSIGNED-PAYLOAD");
        WireAnswer length = await S3Wire.Send(
            wire, HttpMethod.Put, "https://photos.s3.us-east-1.amazonaws.com/a", "us-east-1", "0\r\n\r\n"u8.ToArray(), "STREAMING-UNSIGNED-PAYLOAD-TRAILER", ("X-Amz-Decoded-Content-Length", "4"));

        Assert.Equal("XAmzContentSHA256Mismatch", hash.Code);
        Assert.Equal("MalformedXML", xml.Code);
        Assert.Equal("IncompleteBody", length.Code);
        Assert.Equal("/", xml.Text("Resource"));
    }

    [Fact]
    public async Task What_the_sandbox_does_not_have_is_said_to_be_missing()
    {
        await s3.PutBucketAsync("photos");

        await SdkSandbox.Refuses("NotImplemented", () => s3.GetCORSConfigurationAsync("photos"));
        await SdkSandbox.Refuses("NotImplemented", () => s3.PutBucketAsync(new PutBucketRequest { BucketName = "locked", ObjectLockEnabledForBucket = true }));
    }

    [Fact]
    public async Task Wrong_credentials_have_the_names_of_S3()
    {
        AwsConnection unknown = AwsConnection.ToSandbox(new SandboxHandler(sandbox.Account), "AKIAI44QH8DHBEXAMPLE", "x", "us-east-1", "nobody");
        AwsConnection forged = AwsConnection.ToSandbox(new SandboxHandler(sandbox.Account), SandboxAccount.RootAccessKeyId, "wrong", "us-east-1", "nobody");

        await SdkSandbox.Refuses("InvalidAccessKeyId", () => unknown.S3().ListBucketsAsync());
        await SdkSandbox.Refuses("SignatureDoesNotMatch", () => forged.S3().ListBucketsAsync());
    }

    [Fact]
    public async Task An_account_holds_what_it_held_when_it_is_opened_again()
    {
        string file = Path.Combine(Path.GetTempPath(), $"s3-{Guid.NewGuid():N}.json");
        try
        {
            using (SandboxAccount first = SandboxAccount.Open(file))
            {
                AmazonS3Client client = AwsConnection.ToSandbox(new SandboxHandler(first), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a test").S3();
                await client.PutBucketAsync("photos");
                await client.PutObjectAsync(new PutObjectRequest { BucketName = "photos", Key = "cat.jpg", ContentBody = "meow" });
            }

            using SandboxAccount second = SandboxAccount.Open(file);
            AmazonS3Client again = AwsConnection.ToSandbox(new SandboxHandler(second), SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, "us-east-1", "a test").S3();
            using GetObjectResponse got = await again.GetObjectAsync("photos", "cat.jpg");
            Assert.Equal(4, got.ContentLength);
        }
        finally
        {
            File.Delete(file);
            File.Delete(file + ".lock");
        }
    }

    private static AmazonS3Client PathStyle(AwsConnection connection) => new(
        new BasicAWSCredentials(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey),
        new AmazonS3Config { RegionEndpoint = Amazon.RegionEndpoint.USEast1, ForcePathStyle = true, HttpClientFactory = new Handed(connection.Handler!) });

    private async Task<PutObjectResponse> Put(string bucket, string key, string body, bool makeBucket = true)
    {
        if (makeBucket)
        {
            await s3.PutBucketAsync(bucket);
        }

        return await s3.PutObjectAsync(new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = body });
    }

    /// <summary>Changes one byte of the first chunk on its way.</summary>
    private sealed class Tampering(bool tampers) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            if (tampers && body.Length > 1000)
            {
                body[500] ^= 1;
                var changed = new ByteArrayContent(body);
                foreach ((string name, IEnumerable<string> values) in request.Content!.Headers)
                {
                    changed.Headers.TryAddWithoutValidation(name, values);
                }

                request.Content = changed;
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private sealed class Handed(HttpMessageHandler handler) : HttpClientFactory
    {
        public Handed(SandboxAccount account)
            : this(new SandboxHandler(account))
        {
        }

        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler, disposeHandler: false);
    }
}
