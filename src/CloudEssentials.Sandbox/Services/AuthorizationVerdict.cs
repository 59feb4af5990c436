using CloudEssentials.Policies;

namespace CloudEssentials.Sandbox.Services;

/// <summary>Whether a caller may, and if not, on what it failed.</summary>
/// <param name="IsAllowed">Whether the caller may.</param>
/// <param name="Resource">The ARN that was refused.</param>
/// <param name="Reason">Why, in the words that end AWS's sentence: <c>because no identity-based policy allows the ... action</c>.</param>
/// <param name="IsExplicit">Whether a policy denies it.</param>
internal sealed record AuthorizationVerdict(bool IsAllowed, string Resource = "*", string Reason = "", bool IsExplicit = false)
{
    public static AuthorizationVerdict Allowed { get; } = new(true);

    /// <summary>The statement that denies it; null where none does.</summary>
    public PolicyStatement? Denying { get; init; }

    /// <summary>The condition keys of the request and their values.</summary>
    public IReadOnlyDictionary<string, object?> Context { get; init; } = new Dictionary<string, object?>();
}
