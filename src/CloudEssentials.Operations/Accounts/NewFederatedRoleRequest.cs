using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The inputs of <c>New-FederatedRole</c>.</summary>
public sealed record NewFederatedRoleRequest : AwsRequest
{
    /// <summary>The role's name.</summary>
    [Input(Position = 0, Mandatory = true)]
    public string RoleName { get; set; } = "";

    /// <summary>The repository on GitHub whose workflows may take the role on, as <c>owner/name</c>.</summary>
    [Input(Mandatory = true, Sets = ["GitHub"])]
    public string? GitHubRepository { get; set; }

    /// <summary>The branches that workflows may run for.</summary>
    [Input(Sets = ["GitHub"])]
    public string[] Branch { get; set; } = [];

    /// <summary>The environments of GitHub that jobs may run in.</summary>
    [Input(Sets = ["GitHub"])]
    public string[] GitHubEnvironment { get; set; } = [];

    /// <summary>The address of an OIDC provider, which begins with <c>https://</c>.</summary>
    [Input(Mandatory = true, Sets = ["Oidc"])]
    public string? OidcUrl { get; set; }

    /// <summary>What the provider's tokens must be for.</summary>
    [Input(Mandatory = true, Sets = ["Oidc"])]
    public string? Audience { get; set; }

    /// <summary>Whom the provider's tokens must be about; <c>*</c> stands for any characters.</summary>
    [Input(Mandatory = true, Sets = ["Oidc"])]
    public string[] Subject { get; set; } = [];

    /// <summary>The name or ARN of a SAML provider.</summary>
    [Input(Mandatory = true, Sets = ["Saml"])]
    public string? SamlProvider { get; set; }

    /// <summary>The file with the provider's metadata, where the provider is still to be made.</summary>
    [Input(Sets = ["Saml"])]
    public string? MetadataPath { get; set; }

    /// <summary>What the role may do: text, a file, a dictionary or an object that holds a policy.</summary>
    [Input(Pipeline = PipelineInput.ByValue, JoinLines = true)]
    public object? Policy { get; set; }

    /// <summary>What the role is for.</summary>
    public string? Description { get; set; }

    /// <summary>True to use a policy even where the module's own check finds it dangerous.</summary>
    public bool Force { get; set; }
}
