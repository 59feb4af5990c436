using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What adding tags and taking them away have in common.</summary>
internal abstract class TagOperation : Ec2Operation
{
    private const int MaximumResources = 1000;

    protected sealed override IEnumerable<Ec2Target> Targets(OperationCall call) =>
        call.Texts("Resources").Select(id => (Kind: Ec2Kinds.OfId(id), Id: id)).Where(named => named.Kind is not null).Select(named => new Ec2Target(named.Kind!, named.Id));

    protected sealed override IReadOnlyDictionary<string, string> RequestTags(OperationCall call, Ec2Target target) =>
        (call.Input["Tags"]?.AsArray() ?? []).GroupBy(tag => Ec2Tags.Key(tag!) ?? string.Empty).ToDictionary(tags => tags.Key, tags => Ec2Tags.Value(tags.Last()!));

    /// <summary>The resources that the call names, each once.</summary>
    /// <exception cref="ServiceError">One is not there, or is none.</exception>
    protected static IReadOnlyList<(Ec2Kind Kind, IEc2Resource Resource)> Found(OperationCall call)
    {
        IReadOnlyList<string> ids = [.. call.Texts("Resources").Distinct()];
        _ = ids.Count > 0 ? true : throw new ServiceError("MissingParameter", "The request must contain the parameter resourceIdSet");
        _ = ids.Count <= MaximumResources ? true : throw new ServiceError("InvalidParameterValue", $"A call may name at most {MaximumResources} resources");
        return [.. ids.Select(id =>
        {
            Ec2Kind kind = Ec2Kinds.OfId(id) ?? throw new ServiceError("InvalidID", $"The ID '{id}' is not valid");
            return (kind, kind.Find(call.State, call.Region, id) ?? throw kind.Unknown(id));
        })];
    }
}
