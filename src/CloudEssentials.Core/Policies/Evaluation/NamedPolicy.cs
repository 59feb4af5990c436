namespace CloudEssentials.Policies.Evaluation;

/// <summary>A policy document and what to call it.</summary>
/// <param name="Name">Its name or ARN, or where it stands, such as <c>IdentityPolicy 1</c>.</param>
/// <param name="Document">The document.</param>
public sealed record NamedPolicy(string Name, PolicyDocument Document)
{
    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
