using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Judges how a running application bears the loss of a zone.</summary>
[Operation("Test", "DirectoryAppResilience", ResultIsFinding = true)]
public sealed class TestDirectoryAppResilience : IOperation<TestDirectoryAppResilienceRequest, ResilienceFinding>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ResilienceFinding> RunAsync(
        TestDirectoryAppResilienceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SpecRules.CheckName(request.Name);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        DirectoryAppShape shape = await new ResilienceReader(place.Connection, place.AccountId).ReadAsync(request.Name, cancellationToken).ConfigureAwait(false)
            ?? throw new CloudException("DirectoryAppNotFound", $"There is no application '{request.Name}' in {place.Connection.Region}.", CloudErrorCategory.ObjectNotFound, request.Name, "New-DirectoryApp makes it; is it in another Region?");
        foreach (ResilienceFinding finding in ResilienceChecks.Of(shape))
            yield return finding;
    }
}
