namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation on one signing certificate.</summary>
internal abstract class SigningCertificateOperation : CredentialOperation
{
    protected static IamSigningCertificate Certificate(OperationCall call)
    {
        string id = call.RequiredText("CertificateId");
        return IamState.Of(call.State).SigningCertificates.TryGet(id, out IamSigningCertificate? certificate) && IsOf(certificate.UserName, Owner(call))
            ? certificate
            : throw IamErrors.NoSuchEntity($"The Certificate with id {id} cannot be found.");
    }
}
