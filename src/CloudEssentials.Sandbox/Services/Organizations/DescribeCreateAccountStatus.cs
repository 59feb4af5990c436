using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>What became of an order for an account.</summary>
internal sealed class DescribeCreateAccountStatus : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        OrgCreation creation = state.Creations.TryGet(call.RequiredText("CreateAccountRequestId"), out OrgCreation? known) ? known : throw NotFound("CreateAccountStatus");
        return new JsonObject
        {
            ["CreateAccountStatus"] = new JsonObject
            {
                ["Id"] = creation.Id,
                ["AccountName"] = creation.AccountName,
                ["State"] = creation.AccountId is null ? "FAILED" : "SUCCEEDED",
                ["RequestedTimestamp"] = creation.Requested,
                ["CompletedTimestamp"] = creation.Requested,
                ["AccountId"] = creation.AccountId,
                ["FailureReason"] = creation.FailureReason,
            },
        };
    }
}
