using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Organizations;

/// <summary>An operation of AWS Organizations.</summary>
internal abstract class OrgOperation : SandboxOperation
{
    private const int PageSize = 20;

    /// <summary>Whether any member may call it; else the management account and delegated administrators alone.</summary>
    protected virtual bool IsForMembers => false;

    /// <summary>Whether a delegated administrator may call it too.</summary>
    private bool IsForAdministrators => OnlyReads;

    public override JsonObject Execute(OperationCall call)
    {
        OrgFacts facts = Facts(call);
        OrgState state = OrgState.Of(call.State);
        bool mayCall = IsForMembers || call.AccountId == facts.ManagementAccountId
            || (IsForAdministrators && state.Delegations.Current.Values.Any(delegation => delegation.AccountId == call.AccountId));
        return mayCall ? Execute(call, state, facts) : throw new ServiceError("AccessDeniedException", "You don't have permissions to access this resource.");
    }

    protected abstract JsonObject Execute(OperationCall call, OrgState state, OrgFacts facts);

    protected static OrgFacts Facts(OperationCall call) => OrgState.Of(call.State).Cell.Value.Facts
        ?? throw new ServiceError("AWSOrganizationsNotInUseException", "Your account is not a member of an organization.");

    /// <summary>A page of a list: MaxResults and NextToken in, NextToken out, which names the last item given.</summary>
    protected static JsonObject Page<T>(OperationCall call, IEnumerable<T> items, Func<T, string> key, string list, Func<T, JsonNode?> write)
    {
        int size = call.Number("MaxResults") ?? PageSize;
        List<T> sorted = [.. items.OrderBy(key, StringComparer.Ordinal)];
        string? after = call.Text("NextToken") is not { } token ? null
            : Base64Url.Read(token) is { } bytes ? Encoding.UTF8.GetString(bytes)
            : throw Invalid("INVALID_NEXT_TOKEN", "You provided an invalid pagination token.");
        List<T> rest = [.. sorted.Where(item => after is null || string.CompareOrdinal(key(item), after) > 0).Take(size + 1)];
        List<T> page = [.. rest.Take(size)];
        return new JsonObject
        {
            [list] = new JsonArray([.. page.Select(write)]),
            ["NextToken"] = rest.Count > size ? Base64Url.Write(Encoding.UTF8.GetBytes(key(page[^1]))) : null,
        };
    }

    protected static ServiceError Invalid(string reason, string message) => new("InvalidInputException", $"{reason}: {message}");

    protected static ServiceError NotFound(string what) => new($"{what}NotFoundException", $"You specified {(what == "Account" ? "an account" : $"a {what}")} that doesn't exist.");

    protected static OrgPolicy Policy(OperationCall call, OrgState state) =>
        state.Policies.TryGet(call.RequiredText("PolicyId"), out OrgPolicy? policy) ? policy : throw NotFound("Policy");

    protected static OrgPolicy Own(OperationCall call, OrgState state) => Policy(call, state) is { IsAws: false } policy
        ? policy
        : throw new ServiceError("PolicyChangesNotAllowedException", "You can't change policies that AWS manages.");

    /// <summary>Checks that a root, a unit or an account of that id is there.</summary>
    protected static string Target(string id, OrgState state, OrgFacts facts) =>
        id == facts.RootId || state.Units.Contains(id) || state.Accounts.Contains(id) ? id : throw NotFound("Target");

    protected static string Parent(string id, OrgState state, OrgFacts facts) =>
        id == facts.RootId || state.Units.Contains(id) ? id : throw NotFound("Parent");
}
