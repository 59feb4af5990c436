using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>The analyzers of a Region.</summary>
internal sealed class ListAnalyzers : AnalyzerOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IEnumerable<Analyzer> analyzers = AnalyzerState.Of(call.State).Analyzers.Seen.Values
            .Where(analyzer => analyzer.Arn.Split(':')[3] == call.Region && (call.Text("type") is not { } type || analyzer.Type == type))
            .Where(analyzer => call.Text("nextToken") is not { } token || string.CompareOrdinal(analyzer.Name, token) > 0)
            .OrderBy(analyzer => analyzer.Name, StringComparer.Ordinal);
        int size = call.Number("maxResults") ?? 100;
        List<Analyzer> page = [.. analyzers.Take(size + 1)];
        return new JsonObject
        {
            ["analyzers"] = new JsonArray([.. page.Take(size).Select(Write)]),
            ["nextToken"] = page.Count > size ? page[size - 1].Name : null,
        };
    }
}
