using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Accounts;

/// <summary>Policies of tasks that ask for nothing.</summary>
public static class TaskPolicies
{
    /// <summary>The task without which nobody may do anything before an MFA device was used.</summary>
    public const string RequireMfa = "RequireMfa";

    /// <summary>The task by which people look after their own password, device and keys.</summary>
    public const string SelfService = "SelfServiceCredential";

    /// <summary>Makes the policy of a task.</summary>
    /// <param name="task">The task's name.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="CloudException"><c>TaskUnknown</c>, <c>TaskParameterMissing</c>, <c>PolicyTooLarge</c>.</exception>
    public static PolicyDocument Make(string task) =>
        LeastPrivilegeGenerator.Generate(PolicyTaskCatalog.Get(task).Fill(new Dictionary<string, object?>()), new()).Documents[0];
}
