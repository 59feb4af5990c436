using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Makes an organization; the account becomes its management account.</summary>
internal sealed class CreateOrganization : SandboxOperation
{
    internal const string LowerCase = "abcdefghijklmnopqrstuvwxyz0123456789";

    private static readonly (string Id, string Name, string Type, string Description)[] AwsPolicies =
    [
        ("p-FullAWSAccess", "FullAWSAccess", OrgState.ServiceControl, "Allows access to every operation"),
        ("p-RCPFullAWSAccess", "RCPFullAWSAccess", OrgState.ResourceControl, "Allows access to every resource"),
    ];

    private static string AllowAll(string type) => type == OrgState.ResourceControl
        ? """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"""
        : """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";

    public override JsonObject Execute(OperationCall call)
    {
        OrgState state = OrgState.Of(call.State);
        if (state.Cell.Value.Facts is not null)
        {
            throw new ServiceError("AlreadyInOrganizationException", "The provided account is already a member of an organization.");
        }

        var facts = new OrgFacts(
            call.NewId("o-", 10, LowerCase), call.NewId("r-", 4, LowerCase), call.AccountId, $"{call.AccountId}@example.com", call.Text("FeatureSet") ?? "ALL");
        state.Cell.Value = new OrgCell(facts);
        state.Accounts[call.AccountId] = new OrgAccount(call.AccountId, "management", facts.Email, facts.RootId, call.Now, "INVITED");
        foreach ((string id, string name, string type, string description) in AwsPolicies)
        {
            state.Policies[id] = new OrgPolicy { Id = id, Name = name, Type = type, Description = description, Content = AllowAll(type), IsAws = true };
        }

        return new JsonObject { ["Organization"] = OrgView.Organization(facts) };
    }
}
