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

        return Find(state, region, id, name) ?? throw (id is null
            ? new ServiceError("InvalidLaunchTemplateName.NotFoundException", $"The specified launch template, with template name {name}, does not exist.")
            : InstanceKinds.LaunchTemplate.Unknown(id));
    }

    /// <summary>The template of an id or a name; null if there is none.</summary>
    public static Ec2LaunchTemplate? Find(SandboxState state, string region, string? id, string? name) =>
        InstanceKinds.LaunchTemplate.In(state, region).FirstOrDefault(template => id is null ? template.Name == name : template.Id == id);

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

    /// <summary>The data of a call that makes a version.</summary>
    /// <exception cref="ServiceError">Its user data or its tags could never be launched with.</exception>
    public static JsonObject DataOf(OperationCall call)
    {
        JsonObject data = call.Input["LaunchTemplateData"]!.AsObject();
        LaunchPlan.RequireUserData(data["UserData"]?.GetValue<string>());
        foreach (string type in Ec2Tags.Specified(data))
        {
            Ec2Tags.ForNew(data, type, LaunchPlan.TaggedTypes);
        }

        return data;
    }

    public static Ec2LaunchTemplateVersion NewVersion(OperationCall call, int number, JsonObject data) =>
        new(number, call.Text("VersionDescription"), call.Now, call.Caller.Arn, data.ToJsonString());

    /// <summary>The template that a call names, as what it acts upon.</summary>
    public static Ec2Target Target(OperationCall call) => new(
        InstanceKinds.LaunchTemplate,
        Find(call.State, call.Region, call.Text("LaunchTemplateId"), call.Text("LaunchTemplateName"))?.Id ?? call.Text("LaunchTemplateId") ?? "*");

    public static JsonObject Data(Ec2LaunchTemplateVersion version) => JsonNode.Parse(version.Data)!.AsObject();

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

    /// <summary>A version as it is answered: with the image of a Systems Manager parameter, if the call wants it.</summary>
    public static JsonObject Write(OperationCall call, Ec2LaunchTemplate template, Ec2LaunchTemplateVersion version)
    {
        JsonObject data = Data(version);
        if (call.Flag("ResolveAlias") && LaunchPlan.ParameterOf(data["ImageId"]?.GetValue<string>()) is not null)
        {
            data["ImageId"] = LaunchPlan.ImageOf(call.Region, data["ImageId"]!.GetValue<string>()).Id;
        }

        return Write(template, version, data);
    }

    private static JsonObject Write(Ec2LaunchTemplate template, Ec2LaunchTemplateVersion version, JsonObject data) => new()
    {
        ["LaunchTemplateId"] = template.Id,
        ["LaunchTemplateName"] = template.Name,
        ["VersionNumber"] = version.Number,
        ["VersionDescription"] = version.Description,
        ["CreateTime"] = version.Created,
        ["CreatedBy"] = version.CreatedBy,
        ["DefaultVersion"] = version.Number == template.DefaultVersion,
        ["LaunchTemplateData"] = data,
    };
}
