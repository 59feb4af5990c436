using CloudEssentials.Aws.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Carries out a plan; where that stops half-way, it says what stands, or takes it back.</summary>
internal sealed class DeploymentRun(DirectoryAppDeployment deployment, string name, AppProgress progress, IOperationHost host, bool rollsBack)
{
    /// <summary>Runs.</summary>
    /// <exception cref="CloudException"><c>DirectoryAppIncomplete</c>, <c>DirectoryAppRolledBack</c>, or the refusal itself where nothing was done.</exception>
    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await deployment.ApplyAsync(progress, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            host.WriteLastWord($"{name} is incomplete. {Standing()} {Remedy()}");
            throw;
        }
        catch (Exception exception)
        {
            throw await FailedAsync(CloudErrors.From(exception), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            progress.End();
        }
    }

    private async Task<CloudException> FailedAsync(CloudException error, CancellationToken cancellationToken)
    {
        if (progress.Done.Count + progress.UnderWay.Count == 0)
            return error;
        string message = $"{name} is incomplete: {error.Message} {Standing()}";
        if (!rollsBack)
            return new("DirectoryAppIncomplete", message, error.Category, name, $"{error.Remedy} {Remedy()}".TrimStart(), error);
        try
        {
            await deployment.RollBackAsync(progress, cancellationToken).ConfigureAwait(false);
            return new("DirectoryAppRolledBack", $"{error.Message} What was made has been deleted again.", error.Category, name, error.Remedy, error);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return new("DirectoryAppIncomplete", $"{message} Deleting it failed too: {CloudErrors.From(exception).Message}", error.Category, name, $"{error.Remedy} {Remedy()}".TrimStart(), error);
        }
    }

    private string Standing()
    {
        string done = progress.Done.Count == 0 ? "Nothing was done." : $"Done: {string.Join("; ", progress.Done)}.";
        return progress.UnderWay.Count == 0 ? done : $"{done} Under way when it stopped, and done or not: {string.Join("; ", progress.UnderWay)}.";
    }

    private string Remedy() => $"Run the same command again: it finds what stands and goes on from there. Remove-DirectoryApp {name} removes it.";
}
