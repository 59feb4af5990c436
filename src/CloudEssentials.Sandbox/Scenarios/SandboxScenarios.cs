namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>Makes accounts to explore.</summary>
public static class SandboxScenarios
{
    // Long enough ago for everything that the scenarios remember.
    private const int AgeInDays = 400;

    /// <summary>Makes an account in memory.</summary>
    /// <param name="scenario">What it is to hold.</param>
    /// <param name="options">How it is to be; null for the defaults. Its clock says when now is.</param>
    /// <returns>The account.</returns>
    public static async Task<SandboxAccount> CreateAsync(SandboxScenario scenario, SandboxOptions? options = null)
    {
        SandboxOptions wanted = options ?? new SandboxOptions();
        using SandboxAccount built = await BuildAsync(scenario, wanted).ConfigureAwait(false);
        return built.CopyTo(wanted, path: null);
    }

    /// <summary>Makes an account in a file.</summary>
    /// <param name="path">The file; one that is there is replaced.</param>
    /// <param name="scenario">What it is to hold.</param>
    /// <param name="options">How it is to be; null for the defaults. Its clock says when now is.</param>
    /// <returns>The account, open.</returns>
    /// <exception cref="CloudException"><c>SandboxStateNotSaved</c>: the file cannot be written.</exception>
    public static async Task<SandboxAccount> CreateAsync(string path, SandboxScenario scenario, SandboxOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SandboxOptions wanted = options ?? new SandboxOptions();
        using SandboxAccount built = await BuildAsync(scenario, wanted).ConfigureAwait(false);
        return built.CopyTo(wanted, path);
    }

    private static async Task<SandboxAccount> BuildAsync(SandboxScenario scenario, SandboxOptions options)
    {
        DateTimeOffset now = options.Clock.GetUtcNow();
        var clock = new SandboxClock(scenario == SandboxScenario.Fresh ? now : now.AddDays(-AgeInDays));
        var account = new SandboxAccount(options with { Clock = clock, Faults = [], ConsistencyLag = new Dictionary<string, TimeSpan>() });
        var builder = new ScenarioBuilder(account, clock, now);
        Plan(scenario, builder);
        await builder.RunAsync().ConfigureAwait(false);
        return account;
    }

    private static void Plan(SandboxScenario scenario, ScenarioBuilder builder)
    {
        switch (scenario)
        {
            case SandboxScenario.Fresh:
                // Whoever opens an account is signed in as its root user.
                builder.At(0, () => builder.Account.Console.SignInAsync(null));
                break;
            case SandboxScenario.SmallCompany:
                SmallCompany.Plan(builder);
                break;
            case SandboxScenario.Messy:
                MessyAccount.Plan(builder);
                break;
            case SandboxScenario.Enterprise:
                Enterprise.Plan(builder);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(scenario));
        }
    }
}
