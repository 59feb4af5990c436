using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Reads certificates that are uploaded.</summary>
internal static class Certificates
{
    /// <exception cref="ServiceError">MalformedCertificate.</exception>
    public static X509Certificate2 Read(string pem)
    {
        try
        {
            return X509Certificate2.CreateFromPem(pem);
        }
        catch (CryptographicException)
        {
            throw new ServiceError("MalformedCertificate", "Unable to parse certificate. Please ensure the certificate is in PEM format.");
        }
    }

    /// <exception cref="ServiceError">KeyPairMismatch: the private key is another certificate's, or none.</exception>
    public static void CheckKey(string certificate, string privateKey)
    {
        try
        {
            X509Certificate2.CreateFromPem(certificate, privateKey).Dispose();
        }
        catch (Exception exception) when (exception is CryptographicException or ArgumentException)
        {
            throw new ServiceError("KeyPairMismatch", "Private key does not match certificate or is not in PEM format.");
        }
    }
}
