using System.Runtime.CompilerServices;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Mends what can be mended in one way only, and says what it did and what is left.</summary>
[Operation("Repair", "PolicyDocument", Impact = ChangeImpact.Medium)]
public sealed class RepairPolicyDocument : IOperation<RepairPolicyDocumentRequest, PolicyRepair>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PolicyRepair> RunAsync(
        RepairPolicyDocumentRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        PolicyCheckOptions options = new() { PolicyType = request.PolicyType, ResourceType = PolicyFiles.CheckResourceType(request.ResourceType) };
        if (request.Path is null)
        {
            yield return PolicyRepair.Apply(TextOf(request.PolicyDocument, host), PolicyValidator.Default, options);
            yield break;
        }

        foreach (var (path, _) in PolicyFiles.Read(request.Path, host, cancellationToken))
        {
            if (Repair(path!, options, host) is not { } repair)
                continue;
            if (request.InPlace && repair.IsChanged && await host.ShouldProcessAsync(path!, $"Write the policy back with {repair.Repaired.Count} mended"))
                PolicyFiles.Write(path!, repair.PolicyDocument.SourceText);
            yield return repair;
        }
    }

    private static PolicyRepair? Repair(string path, PolicyCheckOptions options, IOperationHost host)
    {
        try
        {
            return PolicyRepair.Apply(PolicyDocument.ReadText(path), PolicyValidator.Default, options, path);
        }
        catch (CloudException exception)
        {
            host.WriteError(exception);
            return null;
        }
    }

    // Text with a comma too many is not a document yet, and what mends it must see it as it is.
    private static string TextOf(object? value, IOperationHost host)
    {
        try
        {
            return host.ReadPolicy(value).SourceText;
        }
        catch (PolicySyntaxException exception) when (exception.SourceText is { } text)
        {
            return text;
        }
    }
}
