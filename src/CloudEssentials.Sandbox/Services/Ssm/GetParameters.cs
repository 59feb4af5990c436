using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ssm;

/// <summary>Several parameters, and the names under which there is none.</summary>
internal sealed class GetParameters : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => [.. call.Texts("Names").Select(name => ParameterReference.Parse(name).Arn(call))];

    public override JsonObject Execute(OperationCall call)
    {
        JsonArray found = [];
        JsonArray invalid = [];
        foreach (ParameterReference reference in call.Texts("Names").Distinct(StringComparer.Ordinal).Select(ParameterReference.Parse))
        {
            if (reference.Find(call.Region) is { } parameter && reference.VersionOf(parameter) is { } version)
            {
                found.Add(reference.Write(call.Region, parameter, version));
            }
            else
            {
                invalid.Add(reference.Given);
            }
        }

        return new JsonObject { ["Parameters"] = found, ["InvalidParameters"] = invalid };
    }
}
