using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Accessanalyzer;

/// <summary>Makes an analyzer in a Region.</summary>
internal sealed class CreateAnalyzer : AnalyzerOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        string arn = ArnOf(call, call.RequiredText("analyzerName"));
        ResourceTable<Analyzer> analyzers = AnalyzerState.Of(call.State).Analyzers;
        string type = call.RequiredText("type");
        if (analyzers.Contains(arn))
        {
            throw new ServiceError("ConflictException", "An analyzer of that name already exists in the Region.", 409);
        }

        if (type == "ACCOUNT" && analyzers.Current.Values.Any(known => known.Type == type && known.Arn.Split(':')[3] == call.Region))
        {
            throw new ServiceError("ServiceQuotaExceededException", "An account has one analyzer of type ACCOUNT in a Region.", 402);
        }

        int? age = call.Input["configuration"]?["unusedAccess"]?["unusedAccessAge"] is { } days ? (int)days.GetValue<long>() : null;
        analyzers[arn] = new Analyzer(arn, call.RequiredText("analyzerName"), type, call.Now, type.EndsWith("UNUSED_ACCESS", StringComparison.Ordinal) ? age ?? 90 : null);
        return new JsonObject { ["arn"] = arn };
    }
}
