using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>Makes a member account, with a role for the management account and without credentials for its root user.</summary>
internal sealed class CreateAccount : OrgOperation
{
    protected override JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts)
    {
        string email = call.RequiredText("Email");
        string request = call.NewId("car-", 32, IdGenerator.Hexadecimal);
        bool isTaken = state.Accounts.Current.Values.Any(known => known.Email.Equals(email, StringComparison.OrdinalIgnoreCase));
        string id = call.NewId(string.Empty, 12, "0123456789");
        if (!isTaken)
        {
            state.Accounts[id] = new OrgAccount(id, call.RequiredText("AccountName"), email, facts.RootId, call.Now, "CREATED");
            DefaultPolicies.Attach(state, facts, id);
            Furnish(call.State.Whole.AddMember(id), facts, call.Text("RoleName") ?? "OrganizationAccountAccessRole");
        }

        var creation = new OrgCreation(request, call.RequiredText("AccountName"), isTaken ? null : id, call.Now, isTaken ? "EMAIL_ALREADY_EXISTS" : null);
        state.Creations[request] = creation;
        return new JsonObject
        {
            ["CreateAccountStatus"] = new JsonObject
            {
                ["Id"] = request,
                ["AccountName"] = creation.AccountName,
                ["State"] = "IN_PROGRESS",
                ["RequestedTimestamp"] = call.Now,
            },
        };
    }

    // Such an account has no root password, and one role through which the management account reaches it.
    private static void Furnish(SandboxState member, OrgFacts facts, string roleName)
    {
        IamState iam = IamState.Of(member);
        AccountFacts account = member.Account.Value;
        iam.Root.Value = iam.Root.Value with { HasPassword = false };
        iam.Roles[roleName] = new IamRole
        {
            Name = roleName,
            Path = "/",
            Id = "AROA" + IdGenerator.Make(account.Seed, "AROA", account.IdCount, 17, IdGenerator.Base32),
            Arn = $"arn:aws:iam::{account.AccountId}:role/{roleName}",
            Created = member.Now,
            TrustPolicy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{facts.ManagementAccountId}}:root"},"Action":"sts:AssumeRole"}]}""",
            AttachedPolicies = ["arn:aws:iam::aws:policy/AdministratorAccess"],
        };
        member.Account.Value = account with { IdCount = account.IdCount + 1 };
    }
}
