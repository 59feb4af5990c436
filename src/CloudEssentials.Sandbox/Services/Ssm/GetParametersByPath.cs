using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ssm;

/// <summary>The parameters below a path, ten a page at most; without Recursive those that stand directly in it.</summary>
internal sealed class GetParametersByPath : SandboxOperation
{
    private const int LargestPage = 10;

    public override IReadOnlyList<string> Resources(OperationCall call) => [PublicParameter.Arn(call.Region, call.RequiredText("Path"), call.AccountId)];

    public override JsonObject Execute(OperationCall call)
    {
        string path = call.RequiredText("Path");
        if (!path.StartsWith('/'))
        {
            throw new ServiceError("ValidationException", $"The parameter path {path} must begin with a forward slash (/).");
        }

        string folder = path.TrimEnd('/') + "/";
        List<PublicParameter> found =
        [
            .. PublicParameter.In(call.Region)
                .Where(parameter => parameter.Name.StartsWith(folder, StringComparison.Ordinal))
                .Where(parameter => call.Flag("Recursive") || !parameter.Name[folder.Length..].Contains('/', StringComparison.Ordinal))
                .Where(parameter => call.Text("NextToken") is not { } token || string.CompareOrdinal(parameter.Name, token) > 0),
        ];
        int size = call.Number("MaxResults") ?? LargestPage;
        return new JsonObject
        {
            ["Parameters"] = new JsonArray([.. found.Take(size).Select(parameter =>
                ParameterReference.Parse(parameter.Name).Write(call.Region, parameter, parameter.LatestVersion))]),
            ["NextToken"] = found.Count > size ? found[size - 1].Name : null,
        };
    }
}
