using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A call that describes resources of one kind: those of some ids, or all; filtered; in pages.</summary>
/// <param name="kind">The kind.</param>
/// <param name="ids">The parameter with the ids.</param>
/// <param name="list">The list's name in the answer.</param>
/// <param name="id">The name of the id in the answer, by which the list is in order.</param>
/// <param name="filters">The filters that the API reference lists, as <see cref="AnswerFilters.Parse"/> reads them.</param>
internal abstract class DescribeOperation<T>(Ec2KindOf<T> kind, string ids, string list, string id, string filters) : Ec2Operation
    where T : Ec2Resource
{
    private readonly Filters<JsonObject> _filtering = AnswerFilters.Parse(filters);

    public sealed override JsonObject Execute(OperationCall call) =>
        Pages.Cut(call, list, _filtering.Apply(call, Wanted(call).Select(resource => Write(call, resource))), answer => answer[id]!.GetValue<string>());

    /// <summary>The resources that the call asks for by what is no filter.</summary>
    protected virtual IEnumerable<T> Wanted(OperationCall call) => kind.Wanted(call, ids);

    protected abstract JsonObject Write(OperationCall call, T resource);
}
