using System.Text.RegularExpressions;
using CloudEssentials.Accounts;
using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Where people or programs come from, each value checked before anything is called.</summary>
internal sealed partial record FederationWish
{
    /// <summary>The address of the OIDC provider; null for SAML.</summary>
    internal string? Url { get; private init; }

    /// <summary>What tokens must be for; null for SAML.</summary>
    internal string? Audience { get; private init; }

    /// <summary>Whom tokens must be about.</summary>
    internal IReadOnlyList<string> Subjects { get; private init; } = [];

    /// <summary>The name or ARN of the SAML provider; null for OIDC.</summary>
    internal string? SamlProvider { get; private init; }

    /// <summary>The metadata of the SAML provider, where it was given.</summary>
    internal string? Metadata { get; private init; }

    /// <summary>True for SAML.</summary>
    internal bool IsSaml => SamlProvider is not null;

    /// <summary>Who is trusted, in a word.</summary>
    internal string Label { get; private init; } = "";

    /// <summary>Reads a request.</summary>
    /// <exception cref="CloudException"><c>RepositoryInvalid</c>, <c>OidcUrlInvalid</c>, <c>SubjectTooWide</c>, <c>SamlMetadataInvalid</c>, and errors of files.</exception>
    internal static FederationWish Read(NewFederatedRoleRequest request, IOperationHost host) => request switch
    {
        { GitHubRepository: { } repository } => OfGitHub(request, repository),
        { OidcUrl: { } url } => OfOidc(request, url),
        _ => new()
        {
            SamlProvider = request.SamlProvider,
            Metadata = request.MetadataPath is { } path ? ReadMetadata(host.ResolvePath(path)[0]) : null,
            Label = $"SAML {request.SamlProvider}",
        },
    };

    /// <summary>The trust policy for a provider.</summary>
    internal PolicyDocument TrustFor(string providerArn, string partition) =>
        IsSaml ? TrustPolicies.ForSaml(providerArn, partition) : TrustPolicies.ForOidc(providerArn, Audience!, Subjects);

    private static FederationWish OfGitHub(NewFederatedRoleRequest request, string repository)
    {
        if (!RepositoryPattern().IsMatch(repository))
            throw new CloudException("RepositoryInvalid", $"-GitHubRepository '{repository}' is not one repository.", CloudErrorCategory.InvalidArgument, repository, "It looks like owner/name, without wildcards: a role for all of an owner's repositories trusts whoever may make one.");
        string[] subjects =
        [
            .. request.Branch.Select(branch => $"repo:{repository}:ref:refs/heads/{branch}"),
            .. request.GitHubEnvironment.Select(environment => $"repo:{repository}:environment:{environment}"),
        ];
        if (subjects.Length == 0)
            throw new CloudException("SubjectMissing", "Neither -Branch nor -GitHubEnvironment is given.", remedy: $"Without them, anybody's pull request to {repository} could take the role on. Give -Branch main, or -GitHubEnvironment production.");
        return new() { Url = TrustPolicies.GitHubUrl, Audience = TrustPolicies.GitHubAudience, Subjects = subjects, Label = $"GitHub {repository}" };
    }

    private static FederationWish OfOidc(NewFederatedRoleRequest request, string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address) || address.Scheme != Uri.UriSchemeHttps || address.Query.Length > 0)
            throw new CloudException("OidcUrlInvalid", $"-OidcUrl '{url}' is not the address of a provider.", CloudErrorCategory.InvalidArgument, url, "It begins with https:// and has no query.");
        if (request.Subject.FirstOrDefault(subject => subject.Trim('*', '?', ':').Length == 0) is { } wide)
            throw new CloudException("SubjectTooWide", $"-Subject '{wide}' would let everybody of the provider in.", CloudErrorCategory.InvalidArgument, wide, "Name whom the tokens are about, such as system:serviceaccount:apps:directory.");
        return new() { Url = url.TrimEnd('/'), Audience = request.Audience, Subjects = request.Subject, Label = $"OIDC {address.Host}" };
    }

    private static string ReadMetadata(string path)
    {
        string metadata;
        try
        {
            metadata = File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CloudErrors.From(exception);
        }

        return metadata.Contains("EntityDescriptor", StringComparison.Ordinal)
            ? metadata
            : throw new CloudException("SamlMetadataInvalid", $"'{path}' holds no SAML metadata.", CloudErrorCategory.InvalidData, path, "The identity provider offers a file with an EntityDescriptor for download.");
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9\-]*/[A-Za-z0-9._\-]+$")]
    private static partial Regex RepositoryPattern();
}
