using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>
/// Writes an application for Terraform and the provider hashicorp/aws, in Terraform's JSON syntax:
/// https://developer.hashicorp.com/terraform/language/syntax/json.
/// </summary>
public static class TerraformTemplate
{
    /// <summary>Writes the configuration.</summary>
    /// <param name="resources">The resources.</param>
    /// <param name="spec">The application.</param>
    /// <returns>The text of a file whose name ends in <c>.tf.json</c>.</returns>
    public static string Write(IReadOnlyList<AppResource> resources, DirectoryAppSpec spec)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(spec);
        TerraformResources terraform = new(resources);
        JsonObject template = new()
        {
            ["//"] = $"The Employee Directory application {spec.Name} in {spec.Region}.",
            ["terraform"] = new JsonObject
            {
                ["required_providers"] = new JsonObject { ["aws"] = new JsonObject { ["source"] = "hashicorp/aws", ["version"] = ">= 5.0" } },
            },
            ["provider"] = new JsonObject { ["aws"] = new JsonObject { ["region"] = spec.Region } },
        };
        if (Data(spec) is { Count: > 0 } data)
            template["data"] = data;
        template["resource"] = terraform.Write();
        template["output"] = new JsonObject
        {
            ["Url"] = Output("Where the application answers.", $"http://{terraform.Reference(ServingPart.LoadBalancer, "DNSName")}"),
            ["BucketName"] = Output("The bucket of the photos.", terraform.Reference(StoragePart.Bucket)),
            ["TableName"] = Output("The table of the employees.", terraform.Reference(StoragePart.Table)),
        };
        return TemplateText.Write(template);
    }

    private static JsonObject Data(DirectoryAppSpec spec)
    {
        JsonObject data = [];
        if (spec.AccountId is null)
            data["aws_caller_identity"] = new JsonObject { ["current"] = new JsonObject() };
        // Local Zones have names too, and are opted into.
        if (spec.Zones.Count == 0)
        {
            data["aws_availability_zones"] = new JsonObject
            {
                ["available"] = new JsonObject
                {
                    ["state"] = "available",
                    ["filter"] = new JsonArray(new JsonObject { ["name"] = "opt-in-status", ["values"] = new JsonArray("opt-in-not-required") }),
                },
            };
        }

        return data;
    }

    private static JsonObject Output(string description, string value) => new() { ["description"] = description, ["value"] = value };
}
