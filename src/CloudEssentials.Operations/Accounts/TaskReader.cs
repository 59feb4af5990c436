using System.Collections;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes the policy of a built-in task as <c>New-LeastPrivilegePolicy</c> would.</summary>
internal static class TaskReader
{
    /// <summary>Fills a task in.</summary>
    /// <exception cref="CloudException"><c>TaskUnknown</c>, <c>TaskParameterMissing</c> and their kin; <c>PolicyTooLarge</c>.</exception>
    internal static PolicyDocument Read(string task, IDictionary? parameters)
    {
        Dictionary<string, object?> values = new(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry entry in parameters ?? new Hashtable())
            values[$"{entry.Key}"] = entry.Value;
        return LeastPrivilegeGenerator.Generate(PolicyTaskCatalog.Get(task).Fill(values), new()).Documents[0];
    }
}
