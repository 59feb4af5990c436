namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// Who makes a request, and what follows from that for context keys. Immutable; make one and use it for many requests.
/// See reference_policies_elements_principal.html, and 'Principal key values' in reference_policies_variables.html.
/// </summary>
public sealed class AccessPrincipal
{
    /// <summary>Someone without credentials.</summary>
    public static readonly AccessPrincipal Anonymous = new(AccessPrincipalKind.Anonymous, "Anonymous", null, "");

    /// <summary>Some identity of the resource's own account that is not named.</summary>
    public static readonly AccessPrincipal Unspecified = new(AccessPrincipalKind.Unspecified, "", null, "");

    // reference_policies_elements_principal.html, 'Web identity session principals'.
    private static readonly string[] _webIdentityProviders = ["cognito-identity.amazonaws.com", "www.amazon.com", "graph.facebook.com", "accounts.google.com"];

    private AccessPrincipal(
        AccessPrincipalKind kind,
        string id,
        string? accountId,
        string name,
        string? parentArn = null,
        string? uniqueId = null,
        string? canonicalUserId = null,
        RequestContext? tags = null)
    {
        Kind = kind;
        Id = id;
        AccountId = accountId;
        Name = name;
        ParentArn = parentArn;
        UniqueId = uniqueId;
        CanonicalUserId = canonicalUserId;
        Tags = tags ?? RequestContext.Empty;
        Partition = accountId is null ? "aws" : id.Split(':')[1];
        ArnValue = kind switch
        {
            // 'For IAM roles, the request context returns the ARN of the role, not the ARN of the user that assumed the role.'
            AccessPrincipalKind.RoleSession => new(parentArn!),
            AccessPrincipalKind.User or AccessPrincipalKind.Role or AccessPrincipalKind.FederatedUser or AccessPrincipalKind.Root => new(id),
            _ => null,
        };
        AccountValue = kind == AccessPrincipalKind.Anonymous ? new("anonymous") : accountId is null ? null : new(accountId);
        TypeValue = TypeName(kind) is { } type ? new(type) : null;
        UserNameValue = kind == AccessPrincipalKind.User ? new(name) : null;
        UserIdValue = UserId(kind, accountId, name, uniqueId) is { } userId ? new(userId) : null;
        ServiceValue = kind == AccessPrincipalKind.Service ? new(id) : null;
        ProviderValue = kind == AccessPrincipalKind.Federated ? new(id) : null;
    }

    /// <summary>What kind of principal it is.</summary>
    public AccessPrincipalKind Kind { get; }

    /// <summary>Its ARN, the service's name, the provider's name or ARN, or <c>Anonymous</c>; empty when it is not named.</summary>
    public string Id { get; }

    /// <summary>The account that it belongs to, 12 digits; null for services, providers, anonymous callers and unnamed ones.</summary>
    public string? AccountId { get; }

    /// <summary>The friendly name, without path: of the user or role, or of the session.</summary>
    public string Name { get; }

    /// <summary>The role of a session, or the user (or root user) who federated; null for the rest, and where it is not known.</summary>
    public string? ParentArn { get; }

    /// <summary>The user's or the role's unique id (AIDA..., AROA...), where it is known; it makes <c>aws:userid</c>.</summary>
    public string? UniqueId { get; }

    /// <summary>The canonical user id of the account, where it is known.</summary>
    public string? CanonicalUserId { get; }

    internal RequestContext Tags { get; }

    internal string Partition { get; }

    internal ContextValues? ArnValue { get; }

    internal ContextValues? AccountValue { get; }

    internal ContextValues? TypeValue { get; }

    internal ContextValues? UserNameValue { get; }

    internal ContextValues? UserIdValue { get; }

    internal ContextValues? ServiceValue { get; }

    internal ContextValues? ProviderValue { get; }

    /// <summary>An identity that holds policies of its own, as opposed to a service, a provider, an anonymous caller or the root user.</summary>
    internal bool IsIdentity => Kind <= AccessPrincipalKind.FederatedUser;

    /// <summary>A session of a role, named or not.</summary>
    internal bool IsRoleSession => Kind is AccessPrincipalKind.Role or AccessPrincipalKind.RoleSession;

    /// <summary>
    /// A service-linked role: no control policy binds it
    /// (organizations/latest/userguide/orgs_manage_policies_scps.html, orgs_manage_policies_rcps.html).
    /// </summary>
    internal bool IsServiceLinkedRole => IsRoleSession
        && ((ParentArn ?? Id).Contains(":role/aws-service-role/", StringComparison.Ordinal)
            || (Kind == AccessPrincipalKind.RoleSession && ParentArn!.Contains(":role/AWSServiceRoleFor", StringComparison.Ordinal)));

    /// <summary>
    /// Reads a principal: an ARN (user, role, assumed-role, federated-user, root, SAML or OpenID Connect provider), an
    /// account id (its root user), a service such as <c>ec2.amazonaws.com</c>, an identity provider such as
    /// <c>accounts.google.com</c>, or <c>Anonymous</c>. PowerShell converts strings with this method.
    /// </summary>
    /// <param name="text">The principal; <c>Service:</c> or <c>Federated:</c> before a name says which of the two it is.</param>
    /// <exception cref="CloudException"><c>PrincipalInvalid</c>: the text is none of these.</exception>
    public static AccessPrincipal Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.Trim();
        if (text is "*" || text.Equals("Anonymous", StringComparison.OrdinalIgnoreCase))
            return Anonymous;
        if (IsAccountId(text))
            return Root(text);
        if (text.StartsWith("arn:", StringComparison.Ordinal))
            return ParseArn(text);
        if (After(text, "Service:") is { } service)
            return Service(service);
        if (After(text, "Federated:") is { } provider)
            return Federated(provider);
        if (_webIdentityProviders.Contains(text, StringComparer.OrdinalIgnoreCase))
            return Federated(text);
        if (IsServiceName(text))
            return Service(text);
        throw Invalid(text, "it is no ARN, account id, service or identity provider");
    }

    /// <summary>The root user of an account.</summary>
    /// <param name="accountId">12 digits.</param>
    /// <param name="partition">The account's partition.</param>
    public static AccessPrincipal Root(string accountId, string partition = "aws") =>
        new(AccessPrincipalKind.Root, $"arn:{partition}:iam::{accountId}:root", accountId, "root");

    /// <summary>An AWS service.</summary>
    /// <param name="name">Such as <c>cloudtrail.amazonaws.com</c>.</param>
    public static AccessPrincipal Service(string name) => new(AccessPrincipalKind.Service, name, null, name);

    /// <summary>Someone signed in with an identity provider.</summary>
    /// <param name="provider">Its name, such as <c>accounts.google.com</c>, or its ARN.</param>
    public static AccessPrincipal Federated(string provider) => new(AccessPrincipalKind.Federated, provider, null, provider);

    /// <summary>The same principal with what its ARN does not tell.</summary>
    /// <param name="parentArn">The role's ARN with its path, for a session; the ARN of the user who federated, for a federated user.</param>
    /// <param name="uniqueId">The user's or the role's unique id.</param>
    /// <param name="tags">Its tags, names and values; they make <c>aws:PrincipalTag/...</c>.</param>
    /// <param name="canonicalUserId">The account's canonical user id.</param>
    public AccessPrincipal With(string? parentArn = null, string? uniqueId = null, IEnumerable<KeyValuePair<string, string>>? tags = null, string? canonicalUserId = null) => new(
        Kind,
        Id,
        AccountId,
        Name,
        parentArn ?? ParentArn,
        uniqueId ?? UniqueId,
        canonicalUserId ?? CanonicalUserId,
        tags is null ? Tags : new(tags.Select(tag => KeyValuePair.Create("aws:PrincipalTag/" + tag.Key, (object?)tag.Value))));

    /// <summary>What <see cref="Parse"/> takes.</summary>
    public override string ToString() => Id;

    internal static bool IsAccountId(ReadOnlySpan<char> text) => text.Length == 12 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static AccessPrincipal ParseArn(string arn)
    {
        string[] parts = arn.Split(':', 6);
        if (parts.Length < 6 || parts[1].Length == 0 || parts[2] is not ("iam" or "sts") || !IsAccountId(parts[4]) || parts[5].Contains('*'))
            throw Invalid(arn, parts.Length < 6 ? $"an ARN has six parts, and this one has {parts.Length}" : "it is not the ARN of one IAM or STS principal");

        string kind = parts[5].Split('/')[0];
        string name = parts[5][(parts[5].LastIndexOf('/') + 1)..];
        string[] path = parts[5].Split('/');
        return (parts[2], kind, path.Length) switch
        {
            ("iam", "root", 1) => Root(parts[4], parts[1]),
            ("iam", "user", > 1) when name.Length > 0 => new(AccessPrincipalKind.User, arn, parts[4], name),
            ("iam", "role", > 1) when name.Length > 0 => new(AccessPrincipalKind.Role, arn, parts[4], name),
            ("iam", "saml-provider" or "oidc-provider", > 1) => Federated(arn),
            ("iam", "group", _) => throw Invalid(arn, "a group is not a principal; name one of its users"),
            ("sts", "assumed-role", 3) when path[1].Length > 0 && name.Length > 0 =>
                new(AccessPrincipalKind.RoleSession, arn, parts[4], name, $"arn:{parts[1]}:iam::{parts[4]}:role/{path[1]}"),
            ("sts", "assumed-role", 2) when name.Length > 0 => new(AccessPrincipalKind.Role, $"arn:{parts[1]}:iam::{parts[4]}:role/{name}", parts[4], name),
            ("sts", "federated-user", 2) when name.Length > 0 => new(AccessPrincipalKind.FederatedUser, arn, parts[4], name),
            _ => throw Invalid(arn, $"'{kind}' is not a kind of principal, or its name is missing"),
        };
    }

    // 'Principal key values': the values of aws:PrincipalType.
    private static string? TypeName(AccessPrincipalKind kind) => kind switch
    {
        AccessPrincipalKind.Root => "Account",
        AccessPrincipalKind.User => "User",
        AccessPrincipalKind.FederatedUser => "FederatedUser",
        AccessPrincipalKind.Role or AccessPrincipalKind.RoleSession => "AssumedRole",
        AccessPrincipalKind.Anonymous => "Anonymous",
        _ => null,
    };

    // 'Principal key values': the values of aws:userid.
    private static string? UserId(AccessPrincipalKind kind, string? accountId, string name, string? uniqueId) => kind switch
    {
        AccessPrincipalKind.Root => accountId,
        AccessPrincipalKind.User => uniqueId,
        AccessPrincipalKind.FederatedUser => $"{accountId}:{name}",
        AccessPrincipalKind.RoleSession when uniqueId is not null => $"{uniqueId}:{name}",
        AccessPrincipalKind.Anonymous => "anonymous",
        _ => null,
    };

    private static bool IsServiceName(string text) =>
        (text.EndsWith(".amazonaws.com", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".amazonaws.com.cn", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".amazon.com", StringComparison.OrdinalIgnoreCase)
            || text.EndsWith(".aws.internal", StringComparison.OrdinalIgnoreCase))
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');

    private static string? After(string text, string prefix) =>
        text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && text.Length > prefix.Length ? text[prefix.Length..] : null;

    private static CloudException Invalid(string text, string reason) => new(
        "PrincipalInvalid",
        $"'{text}' is not a principal that can make a request: {reason}.",
        CloudErrorCategory.InvalidArgument,
        text,
        "Give an ARN such as arn:aws:iam::123456789012:user/alice or arn:aws:sts::123456789012:assumed-role/app/session, a service such as ec2.amazonaws.com, an identity provider, or Anonymous.");
}
