namespace CloudEssentials.Policies.Evaluation;

/// <summary>The control policies of one level of an organization: the root, an organizational unit, or the account.</summary>
/// <param name="Target">What they are attached to.</param>
/// <param name="Policies">The policies.</param>
public sealed record PolicyLevel(string Target, IReadOnlyList<NamedPolicy> Policies)
{
    /// <summary>The most levels that are taken: an organization has a root, five levels of units, and accounts.</summary>
    public const int Maximum = 32;
}
