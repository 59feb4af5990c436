using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Operations.Policies;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes the role of a program that runs on AWS: trust, least privilege and, for EC2, the instance profile.</summary>
[Operation("New", "WorkloadRole", Impact = ChangeImpact.Medium)]
public sealed class NewWorkloadRole : IOperation<NewWorkloadRoleRequest, MadeRole>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<MadeRole> RunAsync(
        NewWorkloadRoleRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        RoleNames.Check(request.RoleName);
        PolicyDocument trust = TrustPolicies.ForService(request.Service);
        PolicyDocument policy = request.Task is { } task ? TaskReader.Read(task, request.TaskParameter) : host.ReadPolicy(request.Policy);
        PolicyGuard.Check(policy, PolicyType.Identity, request.Force, host);
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        ChangeSteps steps = new(host);
        RoleMaker maker = new(new(place.Connection), steps, cancellationToken);
        string name = request.RoleName;
        string arn = await maker.MakeAsync(name, trust, request.Description, [KeyValuePair.Create($"{name}Policy", policy)]).ConfigureAwait(false) ?? place.Arn($"role/{name}");
        string? profile = request.Service.StartsWith("ec2.", StringComparison.Ordinal) ? await maker.MakeInstanceProfileAsync(name).ConfigureAwait(false) : null;
        if (steps.Declined)
            yield break;
        yield return new()
        {
            RoleName = name,
            Arn = arn,
            TrustedBy = request.Service,
            TrustPolicy = trust,
            Policy = policy,
            InstanceProfileArn = profile,
            Change = steps.Done,
            AccountId = place.AccountId,
            Source = place.Source,
        };
    }
}
