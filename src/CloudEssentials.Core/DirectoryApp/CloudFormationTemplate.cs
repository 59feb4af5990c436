using System.Text;
using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>
/// Writes an application as an AWS CloudFormation template:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html.
/// </summary>
public static class CloudFormationTemplate
{
    /// <summary>Writes the template.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="spec">The application.</param>
    /// <returns>JSON. A stack of it needs the capability <c>CAPABILITY_NAMED_IAM</c>.</returns>
    public static string Write(IReadOnlyList<AppResource> resources, DirectoryAppSpec spec)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(spec);
        JsonObject template = new()
        {
            ["AWSTemplateFormatVersion"] = "2010-09-09",
            ["Description"] = $"The Employee Directory application {spec.Name} in {spec.Region}. Deploy it with CAPABILITY_NAMED_IAM.",
        };
        // Zones that somebody named are meant.
        if (spec.Zones.Count > 0)
            template["Metadata"] = new JsonObject { ["cfn-lint"] = new JsonObject { ["config"] = new JsonObject { ["ignore_checks"] = new JsonArray("W3010") } } };
        template["Resources"] = new JsonObject(resources.Select(resource => KeyValuePair.Create<string, JsonNode?>(resource.LogicalId, Entry(resource))));
        template["Outputs"] = new JsonObject
        {
            ["Url"] = Output("Where the application answers.", new JsonObject { ["Fn::Sub"] = $"http://${{{ServingPart.LoadBalancer}.DNSName}}" }),
            ["BucketName"] = Output("The bucket of the photos.", Blueprint.Ref(StoragePart.Bucket)),
            ["TableName"] = Output("The table of the employees.", Blueprint.Ref(StoragePart.Table)),
        };
        return TemplateText.Write(template);
    }

    private static JsonObject Entry(AppResource resource)
    {
        JsonObject entry = new() { ["Type"] = resource.Type };
        JsonArray dependsOn = [.. resource.DependsOn.Except(AppResource.References(resource.Properties)).Select(id => JsonValue.Create(id))];
        if (dependsOn.Count > 0)
            entry["DependsOn"] = dependsOn;
        // What people have put in outlives the stack.
        if (resource.LogicalId is StoragePart.Bucket or StoragePart.Table)
        {
            entry["DeletionPolicy"] = "Retain";
            entry["UpdateReplacePolicy"] = "Retain";
        }

        if (resource.Properties.Count > 0)
            entry["Properties"] = Value(resource.Properties);
        return entry;
    }

    private static JsonNode? Value(JsonNode? node) => node switch
    {
        JsonObject value => new JsonObject(value.Select(member => KeyValuePair.Create(member.Key, member.Key == "UserData" ? Script(member.Value!) : Value(member.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Value)]),
        JsonValue text when text.TryGetValue(out string? content) && content.Contains(RolePart.AccountReference, StringComparison.Ordinal) => new JsonObject { ["Fn::Sub"] = content },
        _ => node?.DeepClone(),
    };

    private static JsonObject Script(JsonNode encoded) => new() { ["Fn::Base64"] = Encoding.UTF8.GetString(Convert.FromBase64String(encoded.GetValue<string>())) };

    private static JsonObject Output(string description, JsonObject value) => new() { ["Description"] = description, ["Value"] = value };
}
