using System.Runtime.CompilerServices;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Operations.Policies;

/// <summary>Checks policies, and says of each fault what, where, and how to mend it.</summary>
[Operation("Test", "PolicyDocument", ResultIsFinding = true)]
public sealed class TestPolicyDocument : IOperation<TestPolicyDocumentRequest, object>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<object> RunAsync(
        TestPolicyDocumentRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        PolicyCheckOptions options = new()
        {
            PolicyType = request.PolicyType,
            ResourceType = PolicyFiles.CheckResourceType(request.ResourceType),
            MinimumSeverity = request.MinimumSeverity,
        };
        var documents = request.Path is { } paths
            ? PolicyFiles.Read(paths, host, cancellationToken)
            : [((host.Unwrap(request.PolicyDocument!) as FileInfo)?.FullName, () => host.ReadPolicy(request.PolicyDocument))];
        foreach (var (path, read) in documents)
        {
            if (Check(path, read, options, request, host) is not { } findings)
                continue;
            if (request.Quiet)
            {
                yield return findings.Count == 0;
                continue;
            }

            if (findings.Count == 0)
                host.WriteVerbose($"{path ?? "The policy"} is clean.");
            foreach (var finding in findings)
                yield return finding;
        }
    }

    private static IReadOnlyList<PolicyFinding>? Check(string? path, Func<PolicyDocument> read, PolicyCheckOptions options, TestPolicyDocumentRequest request, IOperationHost host)
    {
        try
        {
            return PolicyValidator.Default.Check(read(), options, path);
        }
        catch (PolicySyntaxException exception)
        {
            return PolicyValidator.Report(exception, path);
        }
        catch (CloudException exception) when (request.Path is not null)
        {
            host.WriteError(exception);
            return null;
        }
    }
}
