namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Gives a user another name or path; groups, keys and devices stay the user's.</summary>
internal sealed class UpdateUser() : RenameOperation<IamUser>(IdentityKinds.User)
{
    protected override void Follow(OperationCall call, string from, string to)
    {
        IamState iam = IamState.Of(call.State);
        foreach (IamAccessKey key in iam.KeysOf(from).ToList())
        {
            iam.AccessKeys[key.Id] = key with { UserName = to };
        }

        foreach (IamMfaDevice device in iam.MfaOf(from).ToList())
        {
            iam.MfaDevices[device.SerialNumber] = device with { UserName = to };
        }

        foreach (IamSigningCertificate certificate in iam.CertificatesOf(from).ToList())
        {
            iam.SigningCertificates[certificate.Id] = certificate with { UserName = to };
        }

        foreach (IamSshKey key in iam.SshKeys.Current.Values.Where(key => key.UserName.Equals(from, StringComparison.OrdinalIgnoreCase)).ToList())
        {
            iam.SshKeys[key.Id] = key with { UserName = to };
        }
    }
}
