using System.Security.Cryptography;
using System.Text;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A public key that is imported, in one of the forms that EC2 takes.</summary>
/// <param name="Type"><c>rsa</c> or <c>ed25519</c>.</param>
/// <param name="Blob">The key as SSH sends it.</param>
/// <param name="Fingerprint">The fingerprint that EC2 gives to an imported key.</param>
internal sealed record SshPublicKey(string Type, byte[] Blob, string Fingerprint)
{
    private const string RsaName = "ssh-rsa";
    private const string Ed25519Name = "ssh-ed25519";

    private static readonly int[] RsaSizes = [1024, 2048, 4096];

    /// <summary>The key in OpenSSH's form.</summary>
    public static string Write(byte[] blob, string comment) => $"{(Encoding.ASCII.GetString(new SshReader(blob).Next()!))} {Convert.ToBase64String(blob)} {comment}";

    /// <summary>Reads a key: OpenSSH's form, RFC 4716's, or the Base64 text of a DER key.</summary>
    /// <returns>The key, or null for what EC2 does not take.</returns>
    public static SshPublicKey? Read(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.StartsWith("---- BEGIN SSH2 PUBLIC KEY ----", StringComparison.Ordinal))
        {
            return OfBlob(Decode(string.Concat(trimmed.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith("----", StringComparison.Ordinal) && !line.Contains(':')))));
        }

        string[] words = trimmed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words is [RsaName or Ed25519Name, var blob, ..] ? OfBlob(Decode(blob)) is { } key && words[0] == (key.Type == "rsa" ? RsaName : Ed25519Name) ? key : null
            : OfDer(Decode(string.Concat(words)));
    }

    public static byte[] RsaBlob(RSAParameters parts) => new SshWriter().Text(RsaName).Integer(parts.Exponent!).Integer(parts.Modulus!).ToArray();

    public static byte[] Ed25519Blob(byte[] key) => new SshWriter().Text(Ed25519Name).Bytes(key).ToArray();

    public static string Colons(byte[] digest) => string.Join(':', Convert.ToHexString(digest).ToLowerInvariant().Chunk(2).Select(pair => new string(pair)));

    public static string Sha256(byte[] blob) => Convert.ToBase64String(SHA256.HashData(blob));

    private static byte[]? Decode(string text)
    {
        byte[] bytes = new byte[text.Length];
        return text.Length > 0 && Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }

    private static SshPublicKey? OfBlob(byte[]? blob)
    {
        if (blob is null)
        {
            return null;
        }

        var reader = new SshReader(blob);
        string name = Encoding.ASCII.GetString(reader.Next() ?? []);
        byte[]? first = reader.Next();
        if (name == Ed25519Name)
        {
            return first?.Length == Ed25519.Length && reader.IsAtEnd ? new SshPublicKey("ed25519", blob, Sha256(blob)) : null;
        }

        byte[]? modulus = reader.Next();
        return name == RsaName && first is not null && modulus is not null && reader.IsAtEnd ? OfRsa(new RSAParameters { Exponent = Trim(first), Modulus = Trim(modulus) }) : null;
    }

    private static SshPublicKey? OfDer(byte[]? der)
    {
        try
        {
            using RSA key = RSA.Create();
            key.ImportSubjectPublicKeyInfo(der ?? [], out _);
            return OfRsa(key.ExportParameters(includePrivateParameters: false));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    // "Fingerprints calculated from a third-party tool" in the EC2 User Guide: the MD5 digest of the DER public key.
    private static SshPublicKey? OfRsa(RSAParameters parts)
    {
        try
        {
            using RSA key = RSA.Create(parts);
            return RsaSizes.Contains(key.KeySize) ? new SshPublicKey("rsa", RsaBlob(parts), Colons(Md5(key.ExportSubjectPublicKeyInfo()))) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static byte[] Trim(byte[] number) => number is [0, ..] ? number[1..] : number;

    // It protects nothing here: it is what EC2 calls the key by.
#pragma warning disable CA5351
    private static byte[] Md5(byte[] bytes) => MD5.HashData(bytes);
#pragma warning restore CA5351
}
