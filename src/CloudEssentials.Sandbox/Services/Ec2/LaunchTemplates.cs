using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What finds launch templates and their versions.</summary>
internal static class LaunchTemplates
{
    public const string Latest = "$Latest";
    public const string Default = "$Default";

    public static IEnumerable<Ec2LaunchTemplate> In(SandboxState state, string region) =>
        InstanceState.Of(state).LaunchTemplates.Seen.Values.Where(template => template.Region == region);

    /// <summary>The template that a structure names by id or name.</summary>
    /// <exception cref="ServiceError">There is none, or not exactly one is named.</exception>
    public static Ec2LaunchTemplate Require(SandboxState state, string region, JsonObject named)
    {
        string? id = named["LaunchTemplateId"]?.GetValue<string>();
        string? name = named["LaunchTemplateName"]?.GetValue<string>();
        if (id is null == name is null)
        {
            throw id is null
                ? new ServiceError("MissingParameter", "Either a launch template ID or a launch template name must be specified in the request.")
                : new ServiceError("InvalidParameterCombination", "A launch template ID and a launch template name cannot both be specified in the request.");
        }

        Ec2Ids.Require(id is null ? [] : [id], "lt-", "InvalidLaunchTemplateId.Malformed");
        return Find(state, region, id, name) ?? throw (id is null
            ? new ServiceError("InvalidLaunchTemplateName.NotFoundException", $"The specified launch template, with template name {name}, does not exist.")
            : new ServiceError("InvalidLaunchTemplateId.NotFound", $"The specified launch template, with template ID {id}, does not exist."));
    }

    /// <summary>The template of an id or a name; null if there is none.</summary>
    public static Ec2LaunchTemplate? Find(SandboxState state, string region, string? id, string? name) =>
        InstanceState.Of(state).LaunchTemplates.Current.Values.FirstOrDefault(template => template.Region == region && (id is null ? template.Name == name : template.Id == id));

    /// <summary>A version by number, <c>$Latest</c> or <c>$Default</c>.</summary>
    /// <exception cref="ServiceError">The template has no such version.</exception>
    public static Ec2LaunchTemplateVersion Version(Ec2LaunchTemplate template, string version)
    {
        int? number = version switch
        {
            Latest => template.LatestVersion,
            Default => template.DefaultVersion,
            _ => int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out int parsed) ? parsed : null,
        };
        return template.Versions.FirstOrDefault(made => made.Number == number) ?? throw new ServiceError(
            "InvalidLaunchTemplateId.VersionNotFound", $"Could not find the specified version {version} for the launch template with ID {template.Id}.");
    }

    /// <summary>The data of the version that a launch template specification names; the default version where it names none.</summary>
    public static JsonObject Data(SandboxState state, string region, JsonObject specification) =>
        Data(Version(Require(state, region, specification), specification["Version"]?.GetValue<string>() is { Length: > 0 } version ? version : Default));

    public static JsonObject Data(Ec2LaunchTemplateVersion version) => JsonNode.Parse(version.Data)!.AsObject();

    public static string Arn(OperationCall call, string id) => $"arn:{call.Partition}:ec2:{call.Region}:{call.AccountId}:launch-template/{id}";

    public static JsonObject Write(Ec2LaunchTemplate template) => new()
    {
        ["LaunchTemplateId"] = template.Id,
        ["LaunchTemplateName"] = template.Name,
        ["CreateTime"] = template.Created,
        ["CreatedBy"] = template.CreatedBy,
        ["DefaultVersionNumber"] = template.DefaultVersion,
        ["LatestVersionNumber"] = template.LatestVersion,
        ["Tags"] = IamTags.Write(template.Tags),
    };

    public static JsonObject Write(Ec2LaunchTemplate template, Ec2LaunchTemplateVersion version) => new()
    {
        ["LaunchTemplateId"] = template.Id,
        ["LaunchTemplateName"] = template.Name,
        ["VersionNumber"] = version.Number,
        ["VersionDescription"] = version.Description,
        ["CreateTime"] = version.Created,
        ["CreatedBy"] = version.CreatedBy,
        ["DefaultVersion"] = version.Number == template.DefaultVersion,
        ["LaunchTemplateData"] = Data(version),
    };
}
