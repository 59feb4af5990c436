using System.Collections;
using System.Runtime.CompilerServices;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Makes the smallest policy that grants what a job needs.</summary>
[Operation("New", "LeastPrivilegePolicy")]
public sealed class NewLeastPrivilegePolicy : IOperation<NewLeastPrivilegePolicyRequest, PolicyDocument>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyDocument> RunAsync(
        NewLeastPrivilegePolicyRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        LeastPrivilegeWish wish = WishReader.Read(request, host);
        LeastPrivilegeResult result = request.Task is null
            ? LeastPrivilegeGenerator.Generate(wish)
            : LeastPrivilegeGenerator.Generate(PolicyTaskCatalog.Get(request.Task).Fill(ReadParameters(request.TaskParameter)), wish);
        foreach (string warning in result.Warnings)
            host.WriteWarning(warning);
        foreach (PolicyDocument document in result.Documents)
            PolicyGuard.Check(document, request, host);
        foreach (PolicyDocument document in result.Documents)
            yield return document;
    }

    private static Dictionary<string, object?> ReadParameters(IDictionary? given)
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in given ?? new Hashtable())
            values[$"{entry.Key}"] = entry.Value;
        return values;
    }
}
