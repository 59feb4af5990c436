using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes a managed policy.</summary>
internal sealed class CreatePolicy : IamOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        string name = call.RequiredText("PolicyName");
        // A policy's name is unique in the account, whatever its path.
        if (iam.Policies.Current.Values.Any(known => known.Name.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            throw IamErrors.AlreadyExists($"A policy called {name} already exists. Duplicate names are not allowed.");
        }

        if (iam.Policies.Count >= IamQuotas.Policies)
        {
            throw IamErrors.QuotaExceeded("PoliciesPerAccount", IamQuotas.Policies);
        }

        string document = PolicyGrammar.Managed(call.RequiredText("PolicyDocument"));
        var policy = new IamPolicy
        {
            Name = name,
            Path = IamArns.PathOf(call),
            Id = IamArns.NewId(call, "ANPA"),
            Arn = IamArns.Make(call, "policy", name),
            Description = call.Text("Description"),
            Created = call.Now,
            Updated = call.Now,
            DefaultVersion = "v1",
            Versions = [new IamPolicyVersion("v1", document, call.Now)],
            Tags = IamTags.Read(call),
        };
        iam.Policies[policy.Arn] = policy;
        return new JsonObject { ["Policy"] = IamView.Policy(iam, policy, whole: false) };
    }
}
