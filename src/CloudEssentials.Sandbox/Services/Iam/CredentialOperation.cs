namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation on the credentials of a user; of the caller, who may be the root user, if nobody is named.</summary>
internal abstract class CredentialOperation : IamOperation
{
    protected override bool ActsOnCaller => true;

    /// <summary>The name of the user that is meant; null for the root user.</summary>
    protected static string? Owner(OperationCall call)
    {
        if (call.Text("UserName") is not null)
        {
            return IdentityKinds.User.Get(call).Name;
        }

        return call.Caller.Kind switch
        {
            CallerKind.User => call.Caller.Name,
            CallerKind.Root => null,
            _ => throw IamErrors.Invalid("Must specify userName when calling with non-User credentials"),
        };
    }

    protected static bool IsOf(string? owner, string? userName) => string.Equals(owner, userName, StringComparison.OrdinalIgnoreCase);
}
