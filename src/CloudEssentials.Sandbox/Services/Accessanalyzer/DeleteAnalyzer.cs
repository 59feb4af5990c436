using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>Takes an analyzer away.</summary>
internal sealed class DeleteAnalyzer : AnalyzerOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        AnalyzerState.Of(call.State).Analyzers.Remove(Find(call).Arn);
        return [];
    }
}
