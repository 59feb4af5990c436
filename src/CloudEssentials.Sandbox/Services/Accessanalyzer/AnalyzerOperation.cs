using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>An operation on analyzers, which belong to a Region.</summary>
internal abstract class AnalyzerOperation : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call) => [ArnOf(call, call.Text("analyzerName") ?? "*")];

    protected static string ArnOf(OperationCall call, string name) => $"arn:{call.Partition}:access-analyzer:{call.Region}:{call.AccountId}:analyzer/{name}";

    protected static Analyzer Find(OperationCall call)
    {
        string arn = ArnOf(call, call.RequiredText("analyzerName"));
        return AnalyzerState.Of(call.State).Analyzers.TryGet(arn, out Analyzer? analyzer)
            ? analyzer
            : throw new ServiceError("ResourceNotFoundException", $"The analyzer {call.RequiredText("analyzerName")} does not exist.", 404);
    }

    protected static JsonObject Write(Analyzer analyzer) => new()
    {
        ["arn"] = analyzer.Arn,
        ["name"] = analyzer.Name,
        ["type"] = analyzer.Type,
        ["createdAt"] = analyzer.Created,
        ["status"] = "ACTIVE",
        ["configuration"] = analyzer.UnusedAccessAge is { } age ? new JsonObject { ["unusedAccess"] = new JsonObject { ["unusedAccessAge"] = age } } : null,
    };
}
