using System.Runtime.CompilerServices;
using CloudEssentials.Sandbox;
using CloudEssentials.Sandbox.Scenarios;

namespace CloudEssentials.Operations.Sandboxes;

/// <summary>Makes a sandbox account to explore, in a file.</summary>
[Operation("New", "SandboxAccount", Impact = ChangeImpact.Medium)]
public sealed class NewSandboxAccount : IOperation<NewSandboxAccountRequest, SandboxAccountInfo>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<SandboxAccountInfo> RunAsync(
        NewSandboxAccountRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(host);
        SandboxScenario scenario = Read(request.Scenario);
        string path = Path.GetFullPath(request.SandboxPath, host.CurrentFolder);
        if (File.Exists(path) && !request.Force)
        {
            throw new CloudException(
                "SandboxPathExists",
                $"-SandboxPath: '{path}' is there already.",
                CloudErrorCategory.ResourceExists,
                path,
                "Name another file, or give -Force to replace it and lose the account in it.");
        }

        if (!await host.ShouldProcessAsync(path, $"Make a sandbox account ({scenario})").ConfigureAwait(false))
            yield break;
        using SandboxAccount account = await SandboxScenarios.CreateAsync(path, scenario).ConfigureAwait(false);
        SandboxCounts counts = account.Count();
        yield return new SandboxAccountInfo
        {
            SandboxPath = path,
            Scenario = scenario.ToString(),
            AccountId = account.AccountId,
            UserCount = counts.Users,
            GroupCount = counts.Groups,
            RoleCount = counts.Roles,
            OrganizationAccountCount = counts.OrganizationAccounts,
        };
    }

    private static SandboxScenario Read(string text) =>
        Enum.TryParse(text, ignoreCase: true, out SandboxScenario scenario) && Enum.IsDefined(scenario)
            ? scenario
            : throw new CloudException(
                "ScenarioInvalid",
                $"-Scenario: there is no scenario '{text}'.",
                CloudErrorCategory.InvalidArgument,
                text,
                $"Choose one of {string.Join(", ", Enum.GetNames<SandboxScenario>())}.");
}
