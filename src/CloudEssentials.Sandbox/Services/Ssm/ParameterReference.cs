using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ssm;

/// <summary>A parameter as a call names it: by name or ARN, with a version or label behind a colon. See "Working with parameter versions".</summary>
/// <param name="Given">What was given.</param>
/// <param name="Name">The name alone.</param>
/// <param name="Selector">The version or label; null for the newest version.</param>
internal sealed record ParameterReference(string Given, string Name, string? Selector)
{
    private const string ArnInfix = ":parameter/";

    public static ParameterReference Parse(string given)
    {
        int arn = given.StartsWith("arn:", StringComparison.Ordinal) ? given.IndexOf(ArnInfix, StringComparison.Ordinal) : -1;
        string name = arn < 0 ? given : given[(arn + ArnInfix.Length - 1)..];
        int colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? new ParameterReference(given, name, null) : new ParameterReference(given, name[..colon], name[(colon + 1)..]);
    }

    public string Arn(OperationCall call) => PublicParameter.Arn(call.Region, Name, call.AccountId);

    /// <summary>What it names now.</summary>
    public PublicParameter? Find(string region) => PublicParameter.Find(region, Name);

    /// <summary>The version that it names; null if the parameter has no such version.</summary>
    public int? VersionOf(PublicParameter parameter) => Selector is null ? parameter.LatestVersion
        : int.TryParse(Selector, NumberStyles.None, CultureInfo.InvariantCulture, out int version) && version >= 1 && version <= parameter.LatestVersion ? version
        : null;

    public JsonObject Write(string region, PublicParameter parameter, int version) => new()
    {
        [nameof(Name)] = parameter.Name,
        ["Type"] = "String",
        ["Value"] = parameter.Images[version - 1].Id,
        ["Version"] = version,
        [nameof(Selector)] = Selector is null ? null : $":{Selector}",
        ["LastModifiedDate"] = parameter.Images[version - 1].Created,
        ["ARN"] = PublicParameter.Arn(region, parameter.Name, string.Empty),
        ["DataType"] = "text",
    };
}
