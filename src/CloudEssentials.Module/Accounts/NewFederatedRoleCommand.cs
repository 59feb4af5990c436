using System.Management.Automation;
using CloudEssentials.Accounts;

namespace CloudEssentials.Module.Accounts;

/// <summary>Makes a role for those whom another system vouches for.</summary>
[Cmdlet(VerbsCommon.New, "FederatedRole", DefaultParameterSetName = "GitHub", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(MadeRole))]
public sealed class NewFederatedRoleCommand : AwsCmdlet
{
    /// <summary>The name of the role.</summary>
    [Parameter(Position = 0, Mandatory = true)]
    public string RoleName { get; set; } = "";

    /// <summary>The repository on GitHub, as owner/name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "GitHub")]
    public string? GitHubRepository { get; set; }

    /// <summary>The branches that workflows may run for.</summary>
    [Parameter(ParameterSetName = "GitHub")]
    public string[] Branch { get; set; } = [];

    /// <summary>The environments of GitHub that jobs may run in.</summary>
    [Parameter(ParameterSetName = "GitHub")]
    public string[] GitHubEnvironment { get; set; } = [];

    /// <summary>The address of an OIDC provider.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Oidc")]
    public string? OidcUrl { get; set; }

    /// <summary>What the tokens of the provider must be for.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Oidc")]
    public string? Audience { get; set; }

    /// <summary>Whom the tokens of the provider must be about.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Oidc")]
    public string[] Subject { get; set; } = [];

    /// <summary>The name or ARN of a SAML provider.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "Saml")]
    public string? SamlProvider { get; set; }

    /// <summary>The file with the metadata of the provider.</summary>
    [Parameter(ParameterSetName = "Saml")]
    public string? MetadataPath { get; set; }

    /// <summary>What the role may do.</summary>
    [Parameter(ValueFromPipeline = true)]
    public object? Policy { get; set; }

    /// <summary>What the role is for.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>Use a policy even where the check of policies finds it dangerous.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}
