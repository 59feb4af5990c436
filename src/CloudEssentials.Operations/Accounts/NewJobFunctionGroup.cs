using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes the group of a job with the policies that the job needs, MFA among them.</summary>
[Operation("New", "JobFunctionGroup", Impact = ChangeImpact.Medium)]
public sealed class NewJobFunctionGroup : IOperation<NewJobFunctionGroupRequest, JobFunctionGroup>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<JobFunctionGroup> RunAsync(
        NewJobFunctionGroupRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.GroupName is not null && request.JobFunction.Length > 1)
            throw new CloudException("GroupNameAmbiguous", "-GroupName names one group, and there are several jobs.", CloudErrorCategory.InvalidArgument, request.GroupName, "Make one group at a time, or leave -GroupName out.");
        JobFunction[] jobs = [.. request.JobFunction.Select(JobFunctionCatalog.Get)];
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        foreach (JobFunction job in jobs)
        {
            if (await MakeAsync(job, request.GroupName ?? job.GroupName, place, host, cancellationToken).ConfigureAwait(false) is { } group)
                yield return group;
        }
    }

    private static async Task<JobFunctionGroup?> MakeAsync(JobFunction job, string name, AccountPlace place, IOperationHost host, CancellationToken cancellationToken)
    {
        MemberGateway gateway = new(place.Connection);
        ChangeSteps steps = new(host);
        GroupMaker maker = new(gateway, steps, cancellationToken);
        string[] managed = [.. job.ManagedPolicy.Select(place.ManagedPolicyArn)];
        IReadOnlyList<KeyValuePair<string, PolicyDocument>> inline = job.InlinePolicies();
        foreach ((_, PolicyDocument document) in inline)
            PolicyGuard.Check(document, PolicyType.Identity, force: false, host);
        string arn = await maker.MakeAsync(name, managed, inline).ConfigureAwait(false) ?? place.Arn($"group/{name}");
        return steps.Declined
            ? null
            : new()
            {
                GroupName = name,
                JobFunction = job.Name,
                Arn = arn,
                ManagedPolicyArn = managed,
                InlinePolicy = [.. inline.Select(policy => policy.Key)],
                Change = steps.Done,
                AccountId = place.AccountId,
                Source = place.Source,
            };
    }
}
