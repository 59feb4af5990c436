namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>Keys with which a scenario calls.</summary>
/// <param name="Id">The access key id.</param>
/// <param name="Secret">The secret access key.</param>
internal sealed record ScenarioKeys(string Id, string Secret)
{
    public static ScenarioKeys Root { get; } = new(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);
}
