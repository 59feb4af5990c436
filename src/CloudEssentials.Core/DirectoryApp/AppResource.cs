using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>
/// One resource of the directory application as it is to be, in AWS CloudFormation's terms: the one description from which it is planned,
/// made, compared, taken down and exported.
/// </summary>
public sealed record AppResource
{
    /// <summary>Its name within the application, such as <c>PublicSubnet1</c>: letters and digits.</summary>
    public required string LogicalId { get; init; }

    /// <summary>Its type, such as <c>AWS::EC2::Subnet</c>: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html.</summary>
    public required string Type { get; init; }

    /// <summary>Its name in the account: the one that AWS asks for, or that of its Name tag.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// Its properties. <c>{"Ref": "Vpc"}</c> and <c>{"Fn::GetAtt": ["LoadBalancer", "DNSName"]}</c> stand for what AWS answers of another resource.
    /// </summary>
    public required JsonObject Properties { get; init; }

    /// <summary>What it is for, in a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>The logical ids of what must be there first without being referred to.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>The logical ids of everything that must be there first.</summary>
    public IReadOnlyList<string> Dependencies => [.. DependsOn.Concat(References(Properties)).Distinct(StringComparer.Ordinal)];

    /// <summary>The logical ids that a value refers to.</summary>
    internal static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is JsonValue name => Named(name.GetValue<string>()),
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray path => [path[0]!.GetValue<string>()],
        JsonObject value => value.SelectMany(member => References(member.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    // AWS::Region and its kin are no resources.
    private static IEnumerable<string> Named(string name) => name.Contains(':', StringComparison.Ordinal) ? [] : [name];
}
