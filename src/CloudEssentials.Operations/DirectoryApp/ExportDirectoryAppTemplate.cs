using System.Runtime.CompilerServices;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Regions;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Writes the application's plan as a template.</summary>
[Operation("Export", "DirectoryAppTemplate", Impact = ChangeImpact.Low)]
public sealed class ExportDirectoryAppTemplate : IOperation<ExportDirectoryAppTemplateRequest, object>
{
    private const string TerraformEnding = ".tf.json";

    /// <inheritdoc/>
    public async IAsyncEnumerable<object> RunAsync(
        ExportDirectoryAppTemplateRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        DirectoryAppSpec spec = await SpecAsync(request, host, cancellationToken).ConfigureAwait(false);
        foreach (string warning in spec.Warnings)
            host.WriteWarning(warning);
        IReadOnlyList<AppResource> resources = DirectoryAppBlueprint.Stack(spec);
        string text = request.Format == TemplateFormat.Terraform ? TerraformTemplate.Write(resources, spec) : CloudFormationTemplate.Write(resources, spec);
        if (request.Path is not { } file)
        {
            yield return text;
            yield break;
        }

        string path = Path.GetFullPath(file, host.CurrentFolder);
        if (request.Format == TemplateFormat.Terraform && !path.EndsWith(TerraformEnding, StringComparison.OrdinalIgnoreCase))
            host.WriteWarning($"-Path: Terraform reads this syntax from files that end in {TerraformEnding} alone.");
        if (!await host.ShouldProcessAsync(path, $"Write the {request.Format} template").ConfigureAwait(false))
            yield break;
        await WholeFile.WriteAsync(path, text, cancellationToken).ConfigureAwait(false);
        yield return new DirectoryAppTemplateFile(spec.Name, spec.Region, request.Format, resources.Count, path);
    }

    // An account is asked only for what was not said.
    private static async Task<DirectoryAppSpec> SpecAsync(ExportDirectoryAppTemplateRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        if (request is { Region: { } region, PhotosBucket: not null })
        {
            DirectoryAppSpec said = request.ToSpec(region, RegionCatalog.Default.Find(region)?.Partition ?? "aws", accountId: null);
            host.WarnOfUnknownRegion(region);
            return said;
        }

        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        return request.ToSpec(place.Connection.Region, place.Connection.Partition, place.AccountId);
    }
}
