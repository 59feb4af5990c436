using System.Collections.Immutable;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A kind of resource that stands in a table of its own.</summary>
/// <param name="type">Its name in ARNs and tag specifications.</param>
/// <param name="prefix">What its ids begin with.</param>
/// <param name="tableOf">Where the account keeps it.</param>
internal sealed class Ec2KindOf<T>(string type, string prefix, Func<SandboxState, ResourceTable<T>> tableOf) : Ec2Kind(type, prefix)
    where T : Ec2Resource
{
    /// <summary>Whether a resource of the table is there at a time: what has ended stays visible for a while, then no longer.</summary>
    public Func<SandboxState, T, bool> IsThere { get; init; } = (_, _) => true;

    /// <summary>What policies may ask of one beyond its tags, such as <c>ec2:Vpc</c>.</summary>
    public Func<OperationCall, T, IEnumerable<(string Key, string Value)>> Context { get; init; } = (_, _) => [];

    /// <summary>The name by which its ARN knows it, where that is not the id.</summary>
    public Func<T, string> ArnName { get; init; } = resource => resource.Id;

    /// <summary>The resource of an id that a call names.</summary>
    /// <exception cref="ServiceError">There is none in the Region that is called.</exception>
    public T Require(OperationCall call, string id) => (T?)Find(call.State, call.Region, id) ?? throw Unknown(id);

    /// <summary>The resource that a required parameter names.</summary>
    public T Require(OperationCall call, string id, out ResourceTable<T> table)
    {
        table = tableOf(call.State);
        return Require(call, id);
    }

    /// <summary>The resources of the Region that is called, as they are now.</summary>
    public IEnumerable<T> In(OperationCall call) => In(call.State, call.Region);

    /// <summary>The resources of a Region, as they are now.</summary>
    public IEnumerable<T> In(SandboxState state, string region) =>
        tableOf(state).Current.Values.Where(resource => resource.Region == region && IsThere(state, resource));

    /// <summary>The resources that a Describe call asks for: those of the ids that a parameter gives, or all that a reader sees.</summary>
    /// <exception cref="ServiceError">An id is of another form, or nothing has it.</exception>
    public IEnumerable<T> Wanted(OperationCall call, string parameter)
    {
        IReadOnlyList<string> ids = call.Texts(parameter);
        return ids.Count == 0 ? SeenIn(call.State, call.Region).Cast<T>() : ids.Distinct().Select(id => Seen(call, id) ?? throw Unknown(id)).ToList();
    }

    public override IEc2Resource? Find(SandboxState state, string region, string id) =>
        tableOf(state).TryGet(id, out T? resource) && resource.Region == region && IsThere(state, resource) ? resource : null;

    public override IEnumerable<IEc2Resource> SeenIn(SandboxState state, string region) =>
        tableOf(state).Seen.Values.Where(resource => resource.Region == region && IsThere(state, resource));

    public override void Retag(SandboxState state, IEc2Resource resource, ImmutableSortedDictionary<string, string> tags) =>
        tableOf(state)[resource.Id] = (T)((Ec2Resource)resource with { Tags = tags });

    public override IEnumerable<(string Key, string Value)> ContextOf(OperationCall call, IEc2Resource resource) => Context(call, (T)resource);

    public override string NameInArn(IEc2Resource resource) => ArnName((T)resource);

    private T? Seen(OperationCall call, string id) =>
        tableOf(call.State).TryGetSeen(id, out T? resource) && resource.Region == call.Region && IsThere(call.State, resource) ? resource : null;
}
