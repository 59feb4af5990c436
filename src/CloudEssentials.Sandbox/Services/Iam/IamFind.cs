namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Finds what a call names and has no identity of its own.</summary>
internal static class IamFind
{
    public static IamInstanceProfile InstanceProfile(OperationCall call) =>
        IamState.Of(call.State).InstanceProfiles.TryGet(call.RequiredText("InstanceProfileName"), out IamInstanceProfile? profile)
            ? profile
            : throw IamErrors.NoSuchEntity($"Instance Profile {call.RequiredText("InstanceProfileName")} cannot be found.");

    public static IamMfaDevice MfaDevice(OperationCall call) =>
        IamState.Of(call.State).MfaDevices.TryGet(call.RequiredText("SerialNumber"), out IamMfaDevice? device)
            ? device
            : throw IamErrors.NoSuchEntity($"VirtualMFADevice with serial number {call.RequiredText("SerialNumber")} does not exist.");

    public static IamProvider OidcProvider(OperationCall call) =>
        IamState.Of(call.State).OidcProviders.TryGet(call.RequiredText("OpenIDConnectProviderArn"), out IamProvider? provider)
            ? provider
            : throw IamErrors.NoSuchEntity($"OpenIDConnect Provider not found for arn {call.RequiredText("OpenIDConnectProviderArn")}");

    public static IamProvider SamlProvider(OperationCall call) =>
        IamState.Of(call.State).SamlProviders.TryGet(call.RequiredText("SAMLProviderArn"), out IamProvider? provider)
            ? provider
            : throw IamErrors.NoSuchEntity($"SAML Provider not found for arn {call.RequiredText("SAMLProviderArn")}");

    public static IamServerCertificate ServerCertificate(OperationCall call) =>
        IamState.Of(call.State).ServerCertificates.TryGet(call.RequiredText("ServerCertificateName"), out IamServerCertificate? certificate)
            ? certificate
            : throw IamErrors.NoSuchEntity($"The Server Certificate with name {call.RequiredText("ServerCertificateName")} cannot be found.");
}
