using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Organizations;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation on what IAM centralises in an organization.</summary>
internal abstract class OrganizationFeature : IamOperation
{
    protected const string RootCredentials = "RootCredentialsManagement";
    protected const string RootSessions = "RootSessions";
    private const string Service = "iam.amazonaws.com";

    /// <summary>What the features are once the call is done.</summary>
    protected abstract ImmutableSortedSet<string> Change(ImmutableSortedSet<string> features);

    public override JsonObject Execute(OperationCall call)
    {
        OrgState state = OrgState.Of(call.State);
        OrgFacts facts = state.Cell.Value.Facts
            ?? throw new ServiceError("OrganizationNotFoundException", "The request was rejected because no organization is associated with your account.");
        if (facts.FeatureSet != "ALL")
        {
            throw new ServiceError("OrganizationNotInAllFeaturesModeException", "The request was rejected because your organization does not have All features enabled.");
        }

        if (!state.MayAdminister(call.AccountId, Service))
        {
            throw new ServiceError(
                "AccountNotManagementOrDelegatedAdministratorException",
                "The request was rejected because the account making the request is not the management account or delegated administrator account for centralized root access.");
        }

        if (!facts.TrustedServices.ContainsKey(Service))
        {
            throw new ServiceError(
                "ServiceAccessNotEnabledException", "The request was rejected because trusted access is not enabled for IAM in AWS Organizations.");
        }

        ImmutableSortedSet<string> features = Change(facts.IamFeatures);
        if (!OnlyReads)
        {
            state.Cell.Value = new OrgCell(facts with { IamFeatures = features });
        }

        return new JsonObject
        {
            ["OrganizationId"] = facts.Id,
            ["EnabledFeatures"] = new JsonArray([.. features.Select(feature => JsonValue.Create(feature))]),
        };
    }
}
