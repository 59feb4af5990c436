using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>One analyzer.</summary>
internal sealed class GetAnalyzer : AnalyzerOperation
{
    public override JsonObject Execute(OperationCall call) => new() { ["analyzer"] = Write(Find(call)) };
}
