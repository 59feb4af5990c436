using System.Runtime.CompilerServices;
using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Makes the whole application, or brings it into line with what is asked.</summary>
[Operation("New", "DirectoryApp", Impact = ChangeImpact.Medium)]
public sealed class NewDirectoryApp : IOperation<NewDirectoryAppRequest, DirectoryAppStack>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<DirectoryAppStack> RunAsync(
        NewDirectoryAppRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DirectoryAppPlace place = await DirectoryAppPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        DirectoryAppDeployment deployment = await place.PlanAsync(host, cancellationToken).ConfigureAwait(false);
        await StackCheck.RunAsync(place, deployment.Plan, cancellationToken).ConfigureAwait(false);
        if (!await AskAsync(deployment.Plan, host).ConfigureAwait(false))
            yield break;
        AppProgress progress = new(host, $"New-DirectoryApp {place.Spec.Name}", deployment.Plan.Steps.Count);
        await new DeploymentRun(deployment, place.Spec.Name, progress, host, request.RollbackOnFailure).RunAsync(cancellationToken).ConfigureAwait(false);
        DirectoryAppReader reader = new(place.Connection, place.Account.AccountId);
        DirectoryAppStack stack = request.SkipHealthCheck
            ? await reader.ReadAsync(place.Spec.Name, cancellationToken).ConfigureAwait(false) ?? throw Gone(place.Spec.Name)
            : await new HealthWait(reader, place, host, TimeSpan.FromSeconds(request.TimeoutSeconds)).RunAsync(cancellationToken).ConfigureAwait(false);
        yield return stack with { Changes = progress.Done };
    }

    // Each resource is asked for, so that -WhatIf lists all, and one that is declined stops the whole.
    private static async Task<bool> AskAsync(DirectoryAppPlan plan, IOperationHost host)
    {
        bool isWanted = true;
        foreach (PlannedResource resource in plan.Resources.Where(resource => resource.Action != PlanAction.Keep))
        {
            string cost = resource.Action == PlanAction.Create && resource.Cost.Length > 0 ? $", {resource.Cost}" : "";
            isWanted &= await host.ShouldProcessAsync($"{resource.Name} ({resource.Type}{cost})", $"{resource.Action}").ConfigureAwait(false);
        }

        return isWanted;
    }

    private static CloudException Gone(string name) =>
        new("DirectoryAppNotFound", $"The application {name} is not to be found after it was made.", CloudErrorCategory.ObjectNotFound, name, "Does somebody else remove it? Run the same command again.");
}
