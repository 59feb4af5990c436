using CloudEssentials.Catalog;
using CloudEssentials.Policies.Validation.Lookups;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>What a policy on a resource of a known type can be about: that type's actions and ARNs; https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html.</summary>
internal sealed class ResourcePolicyRule : PolicyRule
{
    private static readonly string[] KeysOfTheCaller = ["s3:resourceaccount", "aws:resourceaccount", "aws:resourceorgid", "aws:resourceorgpaths"];

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (context.Type != PolicyType.Resource)
            return;
        foreach (var condition in view.Conditions)
        {
            if (KeysOfTheCaller.Contains(condition.Key.Lower))
                context.ReportName("IRRELEVANT_CONDITION_KEY_IN_POLICY", condition.Entry.Node, $"`{condition.Entry.Key}` is always this resource's own in a policy on the resource: use it in identity policies, to say which resources they reach.");
        }

        if (context.ResourceType is { } name && AttachedTo.Parse(name) is { } attached)
            CheckAgainst(context, view, attached);
    }

    private static void CheckAgainst(ValidationContext context, StatementView view, AttachedTo attached)
    {
        for (var i = 0; i < view.Actions.Length; i++)
        {
            var action = view.Actions[i];
            if (action.Service is not null && action.IsReal && !attached.Takes(action))
                context.Report("UNSUPPORTED_ACTION_IN_POLICY", view.ActionValues!.NodeArray[i], $"`{action.Text}` is not done to a resource of type {attached.Name}: remove it from this policy.");
        }

        for (var i = 0; i < view.Resources.Length; i++)
        {
            var arn = view.Resources[i];
            if (arn.IsArn && !Wildcards.Any(arn.ServicePattern) && !attached.IsNamedBy(arn, context.Lookups.Catalog))
                context.Report("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", view.ResourceValues!.NodeArray[i], $"`{arn.Text}` is not a resource of type {attached.Name}: name the resource that the policy is attached to.");
        }
    }

    private sealed record AttachedTo(string Name, string Service, string[] Types)
    {
        // AWS::S3::Bucket and the like, as CloudFormation names types and Access Analyzer takes them.
        public static AttachedTo? Parse(string name)
        {
            var parts = name.Split("::");
            if (parts.Length != 3)
                return null;
            var service = parts[1].ToLowerInvariant();
            return (service, parts[2].ToLowerInvariant()) switch
            {
                ("s3", "bucket") => new(name, "s3", ["bucket", "object"]),
                ("s3", "accesspoint") => new(name, "s3", ["accesspoint", "accesspointobject", "object", "bucket"]),
                ("s3", "multiregionaccesspoint") => new(name, "s3", ["multiregionaccesspoint", "object", "bucket"]),
                ("s3objectlambda", _) => new(name, "s3-object-lambda", []),
                ("s3express", _) => new(name, "s3express", []),
                ("opensearchservice" or "elasticsearch", _) => new(name, "es", []),
                ("efs", _) => new(name, "elasticfilesystem", []),
                ("eventschemas", _) => new(name, "schemas", []),
                _ => new(name, service, []),
            };
        }

        public bool Takes(ActionInfo action)
        {
            if (!string.Equals(action.Service!.Prefix, Service, StringComparison.OrdinalIgnoreCase))
                return false;
            return Types.Length == 0 || action.HasWildcard || Array.Exists(action.ResourceTypes, type => Types.Contains(type.Name));
        }

        public bool IsNamedBy(ArnInfo arn, ActionCatalog catalog)
        {
            if (arn.Service != Service)
                return false;
            return Types.Length == 0 || Array.Exists(Types, type => catalog.FindService(Service)?.FindResourceType(type) is { } found && arn.Fits(found));
        }
    }
}
