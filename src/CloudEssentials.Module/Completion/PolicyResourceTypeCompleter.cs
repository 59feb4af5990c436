using System.Collections;

namespace CloudEssentials.Module.Completion;

/// <summary>Completes types of resources that have policies, as CloudFormation names them.</summary>
public sealed class PolicyResourceTypeCompleter : CatalogCompleter
{
    private static readonly string[] _types =
    [
        "AWS::DynamoDB::Table", "AWS::ECR::Repository", "AWS::EFS::FileSystem", "AWS::KMS::Key", "AWS::Lambda::Function", "AWS::S3::AccessPoint",
        "AWS::S3::Bucket", "AWS::S3::MultiRegionAccessPoint", "AWS::S3ObjectLambda::AccessPoint", "AWS::SecretsManager::Secret", "AWS::SNS::Topic", "AWS::SQS::Queue",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<(string Name, string About)> Complete(string word, IDictionary bound) =>
        _types.Where(type => Begins(type, word) || type.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(type => (type, type));
}
