using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;
using CloudEssentials.DirectoryApp.Resilience;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Says what of a running application survives the loss of a zone; in a sandbox account it can be tried.</summary>
[Operation("Test", "DirectoryAppResilience", ResultIsFinding = true)]
public sealed class TestDirectoryAppResilience : IOperation<TestDirectoryAppResilienceRequest, object>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<object> RunAsync(
        TestDirectoryAppResilienceRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        SpecRules.CheckName(request.Name);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        SandboxAccount? sandbox = request.Simulate ? SandboxConnections.AccountOf(place.Connection) ?? throw NoSandbox(place) : null;
        StackPicture picture = await new StackReader(place.Connection, place.AccountId, request.Name).ReadAsync(cancellationToken).ConfigureAwait(false);
        if (picture.IsEmpty)
            throw await NotFoundAsync(place, request.Name, cancellationToken).ConfigureAwait(false);
        if (sandbox is null)
        {
            foreach (ResilienceFinding finding in ResilienceChecks.Run(picture))
                yield return finding;
            yield break;
        }

        await foreach (ZoneLossTrial trial in new ZoneTrials(sandbox, place, request.Name, host).RunAsync(picture, cancellationToken).ConfigureAwait(false))
            yield return trial;
    }

    private static CloudException NoSandbox(AccountPlace place) => new(
        "SimulateNeedsSandbox",
        $"-Simulate makes zones fail in a copy of a sandbox account, and this connection leads to {(place.Connection.EndpointUrl is { } endpoint ? $"{endpoint}" : "AWS")}.",
        CloudErrorCategory.InvalidOperation,
        place.AccountId,
        "Connect with Connect-CloudAccount -Sandbox, or leave -Simulate out: each zone is then judged by what stands.");

    private static async Task<CloudException> NotFoundAsync(AccountPlace place, string name, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> names = await new DirectoryAppReader(place.Connection, place.AccountId).NamesAsync(cancellationToken).ConfigureAwait(false);
        string others = names.Count == 0 ? "There is none" : $"There {(names.Count == 1 ? "is" : "are")} {FactText.List(names, most: 20)}";
        return new(
            "DirectoryAppNotFound",
            $"There is no application '{name}' in {place.Connection.Region}. {others}.",
            CloudErrorCategory.ObjectNotFound,
            name,
            names.Count == 0 ? "New-DirectoryApp makes it; is it in another Region?" : "Give one of these names, or -Region for another Region.");
    }
}
