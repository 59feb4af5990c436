namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>Something that stands beside instances and bears the application's tag.</summary>
public sealed class OwnedPart
{
    internal OwnedPart(FoundResource found) => Found = found;

    /// <summary>Its name.</summary>
    public string Name => Found.Name.Length > 0 ? Found.Name : Found.Id;

    /// <summary>What it is, in a word or two.</summary>
    public string Kind => KindOf(Found.Type);

    /// <summary>True for what holds data.</summary>
    public bool IsStorage => Found.Type is "AWS::S3::Bucket" or "AWS::DynamoDB::Table";

    /// <summary>True for what holds data, and for what belongs to it.</summary>
    public bool HoldsData => IsStorage || Found.Type == "AWS::S3::BucketPolicy";

    /// <summary>Its deletion, in words.</summary>
    public string Deletion => IsStorage ? $"Delete the {Kind} with all that is in it" : $"Delete the {Kind}";

    internal FoundResource Found { get; }

    /// <summary>What a type is, in a word or two.</summary>
    internal static string KindOf(string type) => type switch
    {
        "AWS::EC2::SecurityGroup" => "security group",
        "AWS::IAM::InstanceProfile" => "instance profile",
        "AWS::IAM::Role" => "role",
        "AWS::S3::Bucket" => "bucket",
        "AWS::S3::BucketPolicy" => "policy of the bucket",
        "AWS::DynamoDB::Table" => "table",
        _ => type,
    };
}
