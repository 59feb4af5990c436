namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>
/// The photos are in no single zone, and what is overwritten or deleted is kept:
/// https://docs.aws.amazon.com/AmazonS3/latest/userguide/DataDurability.html.
/// </summary>
internal sealed class BucketDurabilityCheck : ResilienceCheck
{
    public override string Name => "BucketDurability";

    public override StackParts Needs => StackParts.Bucket;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        StackBucket? bucket = picture.Bucket;
        yield return bucket is not { Exists: true }
            ? Warn(bucket?.Name ?? picture.AppName, bucket is null ? "The instances' role names no bucket." : $"There is no bucket {bucket.Name}.", "There is nowhere to keep photos.", StackCommand.Of(picture))
            : bucket.IsInOneZone
            ? Fail(bucket.Name, $"{bucket.Name} is a directory bucket.", "It keeps its objects in one zone.", $"{StackCommand.Of(picture, spec => spec with { PhotosBucket = DirectoryAppSpec.DefaultBucket(spec.Name, spec.AccountId!, spec.Region) })} -PhotosBucket <another bucket>, and copy the photos.")
            : bucket.IsVersioned
            ? Pass(bucket.Name, $"{bucket.Name} is of the Region, not of a zone, and versioned.", "S3 keeps objects in three zones at least; what is overwritten or deleted can be had back.")
            : Warn(
                bucket.Name,
                $"{bucket.Name} is of the Region, not of a zone, and not versioned.",
                "No zone takes the photos along, but a mistake does: what is overwritten or deleted is gone.",
                $"aws s3api put-bucket-versioning --region {picture.Region} --bucket {bucket.Name} --versioning-configuration Status=Enabled");
    }
}
