using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// An operation of EC2, which names the resources that it touches; what the caller must be allowed, and what policies can ask, follows
/// from them. See "Actions, resources, and condition keys for Amazon EC2" in the Service Authorization Reference.
/// </summary>
internal abstract class Ec2Operation : SandboxOperation
{
    private const string TagsAction = "ec2:CreateTags";

    public sealed override IReadOnlyList<string> Resources(OperationCall call)
    {
        List<string> arns = [.. Targets(call).Select(target => target.Arn(call)).Distinct()];
        return arns.Count == 0 ? base.Resources(call) : arns;
    }

    // "Grant permission to tag Amazon EC2 resources during creation" in the EC2 User Guide.
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        Ec2Tags.Specified(Parameters(call)).Where(type => Ec2Tags.Given(Parameters(call), type).Count > 0).Select(type => (TagsAction, ArnOfNew(call, type)));

    public override IReadOnlyDictionary<string, object?> ContextOf(OperationCall call, string action, string resource)
    {
        // Tags whose keys differ in case alone are one key to a condition.
        var context = new Dictionary<string, object?>(Context(call), StringComparer.OrdinalIgnoreCase) { ["ec2:Region"] = call.Region };
        if (action == TagsAction && action != $"ec2:{call.Operation.Name}")
        {
            context["ec2:CreateAction"] = call.Operation.Name;
            AddRequestTags(context, Ec2Tags.Given(Parameters(call), Ec2Tags.Specified(Parameters(call)).First(type => ArnOfNew(call, type) == resource)));
            return context;
        }

        if (Targets(call).FirstOrDefault(target => target.Arn(call) == resource) is { } target)
        {
            AddRequestTags(context, RequestTags(call, target));
            Add(context, call, target);
        }

        return context;
    }

    /// <summary>Refuses what AWS would do and the sandbox's networks cannot, rather than leave it undone.</summary>
    protected static void Refuse(OperationCall call, params string[] parameters)
    {
        if (parameters.FirstOrDefault(parameter => call.Input[parameter] is not null and not JsonArray { Count: 0 }) is { } refused)
        {
            throw new ServiceError("UnsupportedOperation", $"The sandbox does not support the parameter {refused}.");
        }
    }

    /// <summary>A parameter of text that the service requires, although the model does not.</summary>
    protected static string Required(OperationCall call, string parameter) => call.Text(parameter) is { Length: > 0 } text
        ? text
        : throw new ServiceError("MissingParameter", $"The request must contain the parameter {parameter}");

    /// <summary>The call's parameters, with all that they bring along from elsewhere.</summary>
    protected virtual JsonObject Parameters(OperationCall call) => call.Input;

    /// <summary>The resources that the call touches.</summary>
    protected virtual IEnumerable<Ec2Target> Targets(OperationCall call) => [];

    /// <summary>The tags that the call gives to one of them.</summary>
    protected virtual IReadOnlyDictionary<string, string> RequestTags(OperationCall call, Ec2Target target) =>
        target.Id is null ? Ec2Tags.Given(Parameters(call), target.Kind.Type) : ImmutableSortedDictionary<string, string>.Empty;

    private static void Add(Dictionary<string, object?> context, OperationCall call, Ec2Target target)
    {
        if (target.Resource(call) is not { } known)
        {
            return;
        }

        foreach ((string key, string value) in known.Tags)
        {
            context[$"aws:ResourceTag/{key}"] = context[$"ec2:ResourceTag/{key}"] = value;
        }

        foreach ((string key, string value) in target.Kind.ContextOf(call, known))
        {
            context[key] = value;
        }
    }

    private static void AddRequestTags(Dictionary<string, object?> context, IReadOnlyDictionary<string, string> tags)
    {
        foreach ((string key, string value) in tags)
        {
            context[$"aws:RequestTag/{key}"] = value;
        }

        if (tags.Count > 0)
        {
            context["aws:TagKeys"] = tags.Keys.ToList();
        }
    }

    private static string ArnOfNew(OperationCall call, string type) =>
        $"arn:{call.Partition}:ec2:{call.Region}:{call.AccountId}:{type}/*";
}
