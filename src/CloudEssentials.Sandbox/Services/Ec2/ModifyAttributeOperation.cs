using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A call that changes one attribute of a resource, and no more than one.</summary>
/// <param name="kind">The kind of resource.</param>
/// <param name="id">The parameter with its id.</param>
internal abstract class ModifyAttributeOperation(Ec2Kind kind, string id) : Ec2Operation
{
    public sealed override JsonObject Execute(OperationCall call)
    {
        List<string> given = [.. Attributes(call)];
        return given.Count switch
        {
            0 => throw new ServiceError("InvalidParameterCombination", "No attributes specified."),
            1 => Modify(call, given[0]),
            _ => throw new ServiceError("InvalidParameterCombination", "Fields for multiple attribute types specified"),
        };
    }

    public sealed override IReadOnlyDictionary<string, object?> Context(OperationCall call)
    {
        var context = new Dictionary<string, object?>();
        foreach (string attribute in Attributes(call))
        {
            context["ec2:Attribute"] = attribute;
            context[$"ec2:Attribute/{attribute}"] = Value(call, attribute)?.ToString();
        }

        return context;
    }

    protected sealed override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(kind, call.RequiredText(id))];

    /// <summary>The new value of an attribute, which stands in a structure of its own unless it is a word.</summary>
    protected static JsonNode? Value(OperationCall call, string attribute) =>
        call.Input[attribute] is JsonObject structure ? structure["Value"] : call.Input[attribute];

    protected static bool IsOn(OperationCall call, string attribute) => Value(call, attribute)?.GetValue<bool>() ?? false;

    protected abstract JsonObject Modify(OperationCall call, string attribute);

    private IEnumerable<string> Attributes(OperationCall call) => call.Input.Select(parameter => parameter.Key).Where(name => name != id && name != "DryRun");
}
