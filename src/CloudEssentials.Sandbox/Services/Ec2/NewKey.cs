using System.Security.Cryptography;
using System.Text;

// SHA-1 protects nothing here: EC2 names keys by it, and PuTTY's format asks for it.
#pragma warning disable CA5350

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A key that was made just now, the private half of which is given out once.</summary>
/// <param name="Type"><c>rsa</c> or <c>ed25519</c>.</param>
/// <param name="PublicBlob">The public key as SSH sends it.</param>
/// <param name="PrivateBlob">The private parts in PuTTY's order.</param>
/// <param name="Pem">The private key in PEM: of PKCS#1 for RSA, OpenSSH's for Ed25519.</param>
/// <param name="Fingerprint">The fingerprint that EC2 gives to a key that it made itself.</param>
internal sealed record NewKey(string Type, byte[] PublicBlob, byte[] PrivateBlob, string Pem, string Fingerprint)
{
    private const string OpenSshMagic = "openssh-key-v1\0";

    /// <summary>"For RSA key pairs, the key fingerprint is the SHA-1 digest of the DER encoded private key": API_KeyPairInfo.</summary>
    public static NewKey Rsa()
    {
        using RSA key = RSA.Create(2048);
        RSAParameters parts = key.ExportParameters(includePrivateParameters: true);
        byte[] secret = new SshWriter().Integer(parts.D!).Integer(parts.P!).Integer(parts.Q!).Integer(parts.InverseQ!).ToArray();
        return new NewKey("rsa", SshPublicKey.RsaBlob(parts), secret, key.ExportRSAPrivateKeyPem(), SshPublicKey.Colons(SHA1.HashData(key.ExportPkcs8PrivateKey())));
    }

    public static NewKey OfEd25519()
    {
        byte[] seed = RandomNumberGenerator.GetBytes(Ed25519.Length);
        byte[] open = Ed25519.PublicKey(seed);
        byte[] blob = SshPublicKey.Ed25519Blob(open);
        return new NewKey("ed25519", blob, new SshWriter().Bytes(seed).ToArray(), OpenSshPem(seed, open, blob), SshPublicKey.Sha256(blob));
    }

    /// <summary>The private key as PuTTY keeps it: "PPK file format" in PuTTY's documentation, version 2.</summary>
    public string ToPutty(string comment)
    {
        string algorithm = Type == "rsa" ? "ssh-rsa" : "ssh-ed25519";
        byte[] signed = new SshWriter().Text(algorithm).Text("none").Text(comment).Bytes(PublicBlob).Bytes(PrivateBlob).ToArray();
        byte[] mac = HMACSHA1.HashData(SHA1.HashData(Encoding.ASCII.GetBytes("putty-private-key-file-mac-key")), signed);
        return $"PuTTY-User-Key-File-2: {algorithm}\nEncryption: none\nComment: {comment}\n"
            + $"Public-Lines: {Lines(PublicBlob)}Private-Lines: {Lines(PrivateBlob)}Private-MAC: {Convert.ToHexString(mac).ToLowerInvariant()}\n";
    }

    private static string Lines(byte[] blob)
    {
        IEnumerable<string> lines = Convert.ToBase64String(blob).Chunk(64).Select(line => new string(line));
        return $"{lines.Count()}\n{string.Concat(lines.Select(line => line + "\n"))}";
    }

    // "PROTOCOL.key" of OpenSSH, without encryption.
    private static string OpenSshPem(byte[] seed, byte[] open, byte[] blob)
    {
        uint check = BitConverter.ToUInt32(RandomNumberGenerator.GetBytes(4));
        SshWriter secret = new SshWriter().Number(check).Number(check).Text("ssh-ed25519").Bytes(open).Bytes([.. seed, .. open]).Text(string.Empty);
        for (byte padding = 1; secret.Length % 8 != 0; padding++)
        {
            secret.Raw([padding]);
        }

        byte[] file = new SshWriter().Raw(Encoding.ASCII.GetBytes(OpenSshMagic)).Text("none").Text("none").Text(string.Empty).Number(1)
            .Bytes(blob).Bytes(secret.ToArray()).ToArray();
        return PemEncoding.WriteString("OPENSSH PRIVATE KEY", file);
    }
}
