using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>What the three kinds of identity differ in, for the operations that they share.</summary>
/// <param name="Noun">The kind, as IAM's messages write it.</param>
/// <param name="Parameter">The parameter that names one.</param>
/// <param name="InlineQuota">Characters of all inline policies together.</param>
/// <param name="Table">Where they are kept.</param>
internal sealed record IdentityKind<T>(string Noun, string Parameter, int InlineQuota, Func<IamState, ResourceTable<T>> Table)
    where T : IamIdentity
{
    /// <summary>The identity that a reading call names, as it is seen by readers.</summary>
    public T Seen(OperationCall call) => Table(IamState.Of(call.State)).TryGetSeen(call.RequiredText(Parameter), out T? identity)
        ? identity
        : throw IamErrors.NotFound(Noun, call.RequiredText(Parameter));

    /// <summary>The identity that a changing call names.</summary>
    public T Get(OperationCall call) => Table(IamState.Of(call.State)).TryGet(call.RequiredText(Parameter), out T? identity)
        ? identity
        : throw IamErrors.NotFound(Noun, call.RequiredText(Parameter));

    /// <summary>Puts a changed identity in the place of the one of that name.</summary>
    public void Put(OperationCall call, T identity) => Table(IamState.Of(call.State))[identity.Name] = identity;

    /// <summary>Takes an identity away that has nothing left which would be lost with it.</summary>
    /// <param name="call">The call that names it.</param>
    /// <param name="check">What else must be gone first.</param>
    /// <exception cref="ServiceError">DeleteConflict.</exception>
    public void Delete(OperationCall call, Action<T>? check = null)
    {
        T identity = Get(call);
        if (identity.AttachedPolicies.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must detach all policies first.");
        }

        if (identity.InlinePolicies.Count > 0)
        {
            throw IamErrors.DeleteConflict("Cannot delete entity, must delete policies first.");
        }

        check?.Invoke(identity);
        Table(IamState.Of(call.State)).Remove(identity.Name);
    }
}
