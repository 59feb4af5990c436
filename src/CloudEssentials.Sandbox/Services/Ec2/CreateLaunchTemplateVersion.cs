using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Adds a version to a launch template, over another version where one is named. The default stays what it is.</summary>
internal sealed class CreateLaunchTemplateVersion : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2LaunchTemplate template = LaunchTemplates.Require(call.State, call.Region, call.Input);
        if (ClientTokens.MadeBefore(call) is { } made && template.Versions.Find(known => Write(known.Number) == made) is { } before)
        {
            return Answer(call, template, before);
        }

        JsonObject data = LaunchTemplates.DataOf(call);
        if (call.Text("SourceVersion") is { Length: > 0 } source)
        {
            data = LaunchParameters.MergeTemplate(LaunchTemplates.Data(LaunchTemplates.Version(template, source)), data);
        }

        Ec2LaunchTemplateVersion version = LaunchTemplates.NewVersion(call, template.LatestVersion + 1, data);
        Ec2LaunchTemplate changed = template with { Versions = template.Versions.Add(version) };
        InstanceState.Of(call.State).LaunchTemplates[template.Id] = changed;
        ClientTokens.Remember(call, Write(version.Number));
        return Answer(call, changed, version);
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [LaunchTemplates.Target(call)];

    private static string Write(int version) => version.ToString(CultureInfo.InvariantCulture);

    private static JsonObject Answer(OperationCall call, Ec2LaunchTemplate template, Ec2LaunchTemplateVersion version) =>
        new() { ["LaunchTemplateVersion"] = LaunchTemplates.Write(call, template, version) };
}
