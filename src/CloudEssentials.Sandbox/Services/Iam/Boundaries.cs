namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The permissions boundary that a call gives.</summary>
internal static class Boundaries
{
    /// <summary>Its ARN; null if the call gives none.</summary>
    public static string? Read(OperationCall call)
    {
        string? arn = call.Text("PermissionsBoundary");
        return arn is null || ManagedPolicies.Find(IamState.Of(call.State), arn) is not null
            ? arn
            : throw IamErrors.NoSuchEntity($"Scope ARN: {arn} does not exist or is not attachable.");
    }
}
