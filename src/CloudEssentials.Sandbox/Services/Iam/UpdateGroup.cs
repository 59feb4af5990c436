namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a group another name or path; its members stay in it.</summary>
internal sealed class UpdateGroup() : RenameOperation<IamGroup>(IdentityKinds.Group)
{
    protected override void Follow(OperationCall call, string from, string to)
    {
        IamState iam = IamState.Of(call.State);
        foreach (IamUser user in iam.Users.Current.Values.Where(user => user.Groups.Contains(from)).ToList())
        {
            iam.Users[user.Name] = user with { Groups = user.Groups.Remove(from).Add(to) };
        }
    }
}
