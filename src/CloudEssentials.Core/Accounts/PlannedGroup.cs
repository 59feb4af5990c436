namespace CloudEssentials.Accounts;

/// <summary>A group that is to take over what a user holds.</summary>
/// <param name="Name">Its name.</param>
/// <param name="IsNew">Whether it is to be made.</param>
/// <param name="Attach">The managed policies to attach to it.</param>
/// <param name="Put">The inline policies to write into it.</param>
/// <param name="HasUser">Whether the user is in it already.</param>
public sealed record PlannedGroup(string Name, bool IsNew, IReadOnlyList<IamAttachedPolicy> Attach, IReadOnlyList<IamInlinePolicy> Put, bool HasUser)
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
