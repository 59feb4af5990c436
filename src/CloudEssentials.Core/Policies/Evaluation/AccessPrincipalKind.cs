namespace CloudEssentials.Policies.Evaluation;

/// <summary>Who makes a request. See reference_policies_elements_principal.html in the IAM User Guide.</summary>
public enum AccessPrincipalKind
{
    /// <summary>Some identity of the resource's own account that is not named: what its policies say is what counts.</summary>
    Unspecified,

    /// <summary>An IAM user.</summary>
    User,

    /// <summary>A role in a session whose name is not known.</summary>
    Role,

    /// <summary>A named session of a role, an <c>assumed-role</c> ARN.</summary>
    RoleSession,

    /// <summary>A session of GetFederationToken, a <c>federated-user</c> ARN.</summary>
    FederatedUser,

    /// <summary>The root user of an account.</summary>
    Root,

    /// <summary>An AWS service, such as <c>cloudtrail.amazonaws.com</c>.</summary>
    Service,

    /// <summary>Someone signed in with an identity provider (SAML or OpenID Connect) who has no AWS session yet.</summary>
    Federated,

    /// <summary>Someone without credentials.</summary>
    Anonymous,
}
