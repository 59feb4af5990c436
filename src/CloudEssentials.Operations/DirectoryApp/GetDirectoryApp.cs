using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Shows the applications of a Region, and how they are.</summary>
[Operation("Get", "DirectoryApp")]
public sealed class GetDirectoryApp : IOperation<GetDirectoryAppRequest, DirectoryAppStack>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppStack> RunAsync(
        GetDirectoryAppRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Name is { } named)
            SpecRules.CheckName(named);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        DirectoryAppReader reader = new(place.Connection, place.AccountId);
        foreach (string name in request.Name is { } one ? [one] : await reader.NamesAsync(cancellationToken).ConfigureAwait(false))
        {
            if (await reader.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } stack)
                yield return stack;
            else
                host.WriteError(new("DirectoryAppNotFound", $"There is no application '{name}' in {place.Connection.Region}.", CloudErrorCategory.ObjectNotFound, name, "New-DirectoryApp makes it; is it in another Region?"));
        }
    }
}
