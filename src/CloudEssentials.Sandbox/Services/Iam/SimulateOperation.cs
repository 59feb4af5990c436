using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>
/// Answers what requests would be decided, with the module's own engine. See SimulatePrincipalPolicy and SimulateCustomPolicy in the IAM
/// API reference.
/// </summary>
internal abstract class SimulateOperation : IamOperation
{
    protected abstract PolicySet Policies(OperationCall call);

    /// <summary>Who makes the simulated requests; null for some identity of the account.</summary>
    protected abstract AccessPrincipal? Principal(OperationCall call);

    public override JsonObject Execute(OperationCall call)
    {
        PolicySet set = Policies(call);
        CompiledPolicySet policies = CompiledPolicySet.Compile(set);
        (RequestContext context, HashSet<string> given) = Entries(call);
        IReadOnlyList<string> missing = [.. ContextKeys.In(All(set)).Where(key => !given.Contains(key))];
        IReadOnlyList<string> resources = call.Texts("ResourceArns") is { Count: > 0 } named ? named : ["*"];
        List<(int Index, string Action, string Resource)> wanted =
            [.. call.Texts("ActionNames").SelectMany(action => resources.Select(resource => (action, resource))).Select((pair, index) => (index, pair.action, pair.resource))];
        return IamPage.Of(call, wanted, item => item.Index.ToString("D6", CultureInfo.InvariantCulture), "EvaluationResults", item =>
        {
            AccessDecision decision = Evaluate(call, policies, item.Action, item.Resource, context);
            return new JsonObject
            {
                ["EvalActionName"] = item.Action,
                ["EvalResourceName"] = item.Resource,
                ["EvalDecision"] = Word(decision.Decision),
                ["MatchedStatements"] = new JsonArray([.. Matched(set, decision)]),
                ["MissingContextValues"] = new JsonArray([.. missing.Select(key => JsonValue.Create(key))]),
                ["OrganizationsDecisionDetail"] = set.ServiceControlPolicies is null
                    ? null
                    : new JsonObject { ["AllowedByOrganizations"] = decision.DecidedBy is not (PolicyType.ServiceControl or PolicyType.ResourceControl) },
                ["PermissionsBoundaryDecisionDetail"] = set.PermissionsBoundary is null
                    ? null
                    : new JsonObject { ["AllowedByPermissionsBoundary"] = decision.IsAllowed || decision.DecidedBy != PolicyType.PermissionsBoundary },
            };
        });
    }

    /// <summary>The policy of the resource that a call brings along.</summary>
    protected static NamedPolicy? GivenPolicy(OperationCall call) => call.Text("ResourcePolicy") is not { } text ? null
        : PolicyDocument.TryParse(text, out PolicyDocument? document, out _) ? new NamedPolicy("ResourcePolicy", document)
        : throw IamErrors.InvalidInput("Invalid ResourcePolicy: syntax errors in policy.");

    protected static AccessPrincipal? Caller(OperationCall call)
    {
        try
        {
            return call.Text("CallerArn") is { } arn ? AccessPrincipal.Parse(arn) : null;
        }
        catch (CloudException exception)
        {
            throw IamErrors.InvalidInput(exception.Message);
        }
    }

    private AccessDecision Evaluate(OperationCall call, CompiledPolicySet policies, string action, string resource, RequestContext context)
    {
        try
        {
            string? owner = call.Text("ResourceOwner") is { } arn ? arn.Split(':') is { Length: > 4 } parts ? parts[4] : arn
                : resource.Split(':', 6) is { Length: 6 } arnParts && arnParts[4].Length == 12 ? null : call.AccountId;
            return policies.Evaluate(new AccessRequest(action, resource, Principal(call), owner, context, call.Now), explain: false);
        }
        catch (CloudException exception)
        {
            throw IamErrors.InvalidInput(exception.Message);
        }
    }

    private static (RequestContext Context, HashSet<string> Given) Entries(OperationCall call)
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonObject entry in call.Structures("ContextEntries"))
        {
            List<string> texts = [.. (entry["ContextKeyValues"]?.AsArray() ?? []).Select(value => value!.GetValue<string>())];
            bool isList = entry["ContextKeyType"]?.GetValue<string>().EndsWith("List", StringComparison.Ordinal) == true;
            values[entry["ContextKeyName"]?.GetValue<string>() ?? string.Empty] = isList || texts.Count != 1 ? texts : texts[0];
        }

        try
        {
            return (new RequestContext(values), new HashSet<string>(values.Keys, StringComparer.OrdinalIgnoreCase));
        }
        catch (CloudException exception)
        {
            throw IamErrors.InvalidInput(exception.Message);
        }
    }

    private static IEnumerable<PolicyDocument> All(PolicySet set) => set.IdentityPolicies
        .Concat(new[] { set.PermissionsBoundary, set.ResourcePolicy }.OfType<NamedPolicy>())
        .Select(policy => policy.Document);

    private static string Word(AccessVerdict verdict) => verdict switch
    {
        AccessVerdict.Allowed => "allowed",
        AccessVerdict.ExplicitlyDenied => "explicitDeny",
        _ => "implicitDeny",
    };

    // The statement that decided, with its place in the document.
    private static IEnumerable<JsonNode> Matched(PolicySet set, AccessDecision decision)
    {
        NamedPolicy? policy = decision.MatchedStatement is not { } matched ? null : set.IdentityPolicies
            .Concat(new[] { set.PermissionsBoundary, set.ResourcePolicy }.OfType<NamedPolicy>())
            .FirstOrDefault(known => known.Name == matched.Policy);
        if (policy is null)
        {
            return [];
        }

        PolicyStatement statement = policy.Document.Statements[decision.MatchedStatement!.Index];
        string before = policy.Document.SourceText[..statement.Node.EndOffset];
        return
        [
            new JsonObject
            {
                ["SourcePolicyId"] = policy.Name.StartsWith("arn:", StringComparison.Ordinal) ? policy.Name[(policy.Name.LastIndexOf('/') + 1)..] : policy.Name,
                ["SourcePolicyType"] = policy == set.ResourcePolicy ? "Resource Policy" : "IAM Policy",
                ["StartPosition"] = new JsonObject { ["Line"] = statement.Node.Line, ["Column"] = statement.Node.Column },
                ["EndPosition"] = new JsonObject
                {
                    ["Line"] = before.Count(character => character == '\n') + 1,
                    ["Column"] = before.Length - before.LastIndexOf('\n'),
                },
            },
        ];
    }
}
