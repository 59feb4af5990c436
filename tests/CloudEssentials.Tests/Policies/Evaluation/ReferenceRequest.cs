using CloudEssentials.Policies.Evaluation;

namespace CloudEssentials.Tests.Policies.Evaluation;

/// <summary>A request in the plainest form, for the reference engine, and the same for the compiled one.</summary>
public sealed record ReferenceRequest(string Action, string Resource, string? Principal, Dictionary<string, string[]> Context, string? ResourceAccount = null)
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public AccessRequest ToRequest() => new(
        Action,
        Resource,
        Principal is null ? null : AccessPrincipal.Parse(Principal),
        ResourceAccount,
        new(Context.Select(entry => KeyValuePair.Create(entry.Key, (object?)entry.Value))),
        Now);

    public override string ToString() =>
        $"{Principal ?? "(nobody named)"} {Action} {Resource} [{string.Join("; ", Context.Select(entry => $"{entry.Key}={string.Join("|", entry.Value)}"))}] owner {ResourceAccount}";
}
