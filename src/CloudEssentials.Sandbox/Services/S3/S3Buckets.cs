using System.Net;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Finds buckets, whose names are one space for all accounts, and says what a name may be.</summary>
internal static partial class S3Buckets
{
    /// <summary>How many general purpose buckets an account may have. See "Quotas" in the S3 User Guide.</summary>
    public const int Quota = 10000;

    // Buckets of other accounts: the course's own, and names that were taken in the first days.
    private static readonly HashSet<string> OfOthers = new(StringComparer.Ordinal) { "aws-tc-largeobjects", "bucket", "example", "test" };

    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];

    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    public static bool IsOfOthers(string name) => OfOthers.Contains(name);

    /// <summary>A bucket of this account or of another one that the sandbox holds; null if there is none.</summary>
    public static S3Found? Find(SandboxState state, string name) => state.Whole.Members.Values.Prepend(state.Whole)
        .Select(owner => S3State.Of(owner).Buckets.TryGet(name, out S3Bucket? bucket) ? new S3Found(owner, bucket) : null)
        .FirstOrDefault(found => found is not null);

    /// <summary>The bucket that a call is about.</summary>
    /// <exception cref="ServiceError">There is none, or it is of others, or not the one that was expected.</exception>
    public static S3Found Get(OperationCall call)
    {
        string name = call.RequiredText("Bucket");
        S3Found found = Find(call.State, name) ?? throw (IsOfOthers(name) ? S3Errors.AccessDenied() : S3Errors.NoSuchBucket(name));
        return call.Text("ExpectedBucketOwner") is { } expected && expected != found.OwnerId ? throw S3Errors.AccessDenied() : found;
    }

    /// <summary>The id by which ACLs name an account.</summary>
    public static string CanonicalId(SandboxState owner) => IdGenerator.Make(owner.Account.Value.AccountId, "canonical", 0, 64, IdGenerator.Hexadecimal);

    /// <summary>See "General purpose bucket naming rules" in the S3 User Guide.</summary>
    /// <exception cref="ServiceError">InvalidBucketName.</exception>
    public static void CheckName(string name)
    {
        bool good = NameText().IsMatch(name)
            && !name.Contains("..", StringComparison.Ordinal)
            && !IPAddress.TryParse(name, out _)
            && !ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
            && !ReservedSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));
        if (!good)
        {
            throw S3Errors.Of("InvalidBucketName", "The specified bucket is not valid.", 400, ("BucketName", name));
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex NameText();
}
