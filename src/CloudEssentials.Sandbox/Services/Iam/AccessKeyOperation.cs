namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation on one access key.</summary>
internal abstract class AccessKeyOperation : CredentialOperation
{
    protected static IamAccessKey Key(OperationCall call)
    {
        string id = call.RequiredText("AccessKeyId");
        return IamState.Of(call.State).AccessKeys.TryGet(id, out IamAccessKey? key) && IsOf(key.UserName, Owner(call))
            ? key
            : throw IamErrors.NoSuchEntity($"The Access Key with id {id} cannot be found.");
    }
}
