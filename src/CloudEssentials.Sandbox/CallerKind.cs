namespace CloudEssentials.Sandbox;

/// <summary>What kind of principal calls.</summary>
internal enum CallerKind
{
    Root,
    User,
    AssumedRole,
    FederatedUser,
    Anonymous,
}
