using System.Text.Json.Nodes;
using CloudEssentials.Policies;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Which policies of a user, group or role allow anything of services.</summary>
internal sealed class ListPoliciesGrantingServiceAccess : IamOperation
{
    private static IEnumerable<JsonNode> Granting(IamState iam, IamIdentity holder, string service)
    {
        foreach ((string name, string _) in holder.InlinePolicies.Where(policy => Grants(AccountPolicies.Named(policy.Key, policy.Value).Document, service)))
        {
            yield return new JsonObject
            {
                ["PolicyName"] = name,
                ["PolicyType"] = "INLINE",
                ["EntityType"] = holder switch { IamGroup => "GROUP", IamRole => "ROLE", _ => "USER" },
                ["EntityName"] = holder.Name,
            };
        }

        foreach (string arn in holder.AttachedPolicies.Where(arn => AccountPolicies.Managed(iam, arn) is { } policy && Grants(policy.Document, service)))
        {
            yield return new JsonObject { ["PolicyName"] = arn[(arn.LastIndexOf('/') + 1)..], ["PolicyType"] = "MANAGED", ["PolicyArn"] = arn };
        }
    }

    private static bool Grants(PolicyDocument document, string service) =>
        GrantedServices.Of([document]).Any(granted => granted.Prefix.Equals(service, StringComparison.OrdinalIgnoreCase));

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamIdentity identity = PolicySources.Find(call, call.RequiredText("Arn"));
        List<IamIdentity> holders = [identity, .. identity is IamUser user ? user.Groups.Select(name => iam.Groups.Seen[name]) : []];
        return IamPage.Of(call, call.Texts("ServiceNamespaces").Order(StringComparer.OrdinalIgnoreCase), service => service, "PoliciesGrantingServiceAccess", service => new JsonObject
        {
            ["ServiceNamespace"] = service,
            ["Policies"] = new JsonArray([.. holders.SelectMany(holder => Granting(iam, holder, service))]),
        });
    }
}
