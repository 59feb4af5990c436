using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ssm;

/// <summary>One parameter. The account has none of its own: there are the public ones.</summary>
internal sealed class GetParameter : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => [ParameterReference.Parse(call.RequiredText("Name")).Arn(call)];

    public override JsonObject Execute(OperationCall call)
    {
        ParameterReference reference = ParameterReference.Parse(call.RequiredText("Name"));
        PublicParameter parameter = reference.Find(call.Region) ?? throw new ServiceError("ParameterNotFound", string.Empty);
        int version = reference.VersionOf(parameter) ?? throw new ServiceError(
            "ParameterVersionNotFound",
            $"Systems Manager could not find version {reference.Selector} of {reference.Name}. Verify the version and try again.");
        return new JsonObject { ["Parameter"] = reference.Write(call.Region, parameter, version) };
    }
}
