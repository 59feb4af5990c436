using CloudEssentials.Sandbox.Scenarios;

namespace CloudEssentials.Operations.Sandboxes;

/// <summary>The inputs of <c>New-SandboxAccount</c>.</summary>
public sealed record NewSandboxAccountRequest
{
    /// <summary>The file to make.</summary>
    [Input(Position = 0, Mandatory = true)]
    public string SandboxPath { get; set; } = "";

    /// <summary>What the account is to hold: Fresh, SmallCompany, Messy or Enterprise.</summary>
    [Input(Position = 1)]
    public string Scenario { get; set; } = nameof(SandboxScenario.Fresh);

    /// <summary>Whether a file that is there is replaced.</summary>
    public bool Force { get; set; }
}
