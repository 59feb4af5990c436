using System.Management.Automation;

namespace CloudEssentials.Module;

/// <summary>Turns the module's errors into PowerShell's.</summary>
internal static class ErrorRecords
{
    /// <summary>Makes the record of an error.</summary>
    internal static ErrorRecord From(CloudException error)
    {
        ErrorCategory category = Enum.TryParse(error.Category.ToString(), out ErrorCategory known) ? known : ErrorCategory.NotSpecified;
        ErrorRecord record = new(error, error.ErrorId, category, error.Target);
        if (error.Remedy is not null)
            record.ErrorDetails = new($"{error.Message} {error.Remedy}");
        return record;
    }
}
