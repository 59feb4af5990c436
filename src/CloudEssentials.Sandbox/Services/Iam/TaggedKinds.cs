namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The kinds of resource that bear tags.</summary>
internal static class TaggedKinds
{
    public static TaggedKind User { get; } = new(
        call => IdentityKinds.User.Get(call).Tags,
        (call, tags) => IdentityKinds.User.Put(call, IdentityKinds.User.Get(call) with { Tags = tags }));

    public static TaggedKind Role { get; } = new(
        call => IdentityKinds.Role.Get(call).Tags,
        (call, tags) => IdentityKinds.Role.Put(call, IdentityKinds.Role.Get(call) with { Tags = tags }));

    public static TaggedKind Policy { get; } = new(
        call => PolicyOperation.Own(call).Tags,
        (call, tags) => IamState.Of(call.State).Policies[PolicyOperation.Own(call).Arn] = PolicyOperation.Own(call) with { Tags = tags });

    public static TaggedKind InstanceProfile { get; } = new(
        call => IamFind.InstanceProfile(call).Tags,
        (call, tags) => IamState.Of(call.State).InstanceProfiles[IamFind.InstanceProfile(call).Name] = IamFind.InstanceProfile(call) with { Tags = tags });

    public static TaggedKind MfaDevice { get; } = new(
        call => IamFind.MfaDevice(call).Tags,
        (call, tags) => IamState.Of(call.State).MfaDevices[IamFind.MfaDevice(call).SerialNumber] = IamFind.MfaDevice(call) with { Tags = tags });

    public static TaggedKind OidcProvider { get; } = new(
        call => IamFind.OidcProvider(call).Tags,
        (call, tags) => IamState.Of(call.State).OidcProviders[IamFind.OidcProvider(call).Arn] = IamFind.OidcProvider(call) with { Tags = tags });

    public static TaggedKind SamlProvider { get; } = new(
        call => IamFind.SamlProvider(call).Tags,
        (call, tags) => IamState.Of(call.State).SamlProviders[IamFind.SamlProvider(call).Arn] = IamFind.SamlProvider(call) with { Tags = tags });

    public static TaggedKind ServerCertificate { get; } = new(
        call => IamFind.ServerCertificate(call).Tags,
        (call, tags) => IamState.Of(call.State).ServerCertificates[IamFind.ServerCertificate(call).Name] = IamFind.ServerCertificate(call) with { Tags = tags });
}
