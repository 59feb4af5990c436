using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using Amazon.EC2;
using Amazon.EC2.Model;
using CloudEssentials.Sandbox.Services.Ec2;
using static CloudEssentials.Tests.Sandbox.Ec2Sandbox;

// EC2 names keys by digests that protect nothing.
#pragma warning disable CA5350, CA5351

namespace CloudEssentials.Tests.Sandbox;

public sealed class Ec2KeyPairTests : IDisposable
{
    private readonly Ec2Sandbox sandbox = new();

    private AmazonEC2Client Client => sandbox.Client;

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public async Task An_RSA_key_is_given_out_once_with_the_fingerprint_of_its_private_half()
    {
        KeyPair made = (await Client.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { TagSpecifications = Tagged("key-pair", "Owner", "ops") })).KeyPair;
        KeyPairInfo described = Assert.Single((await Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["admin"], IncludePublicKey = true })).KeyPairs);
        using RSA key = RSA.Create();
        key.ImportFromPem(made.KeyMaterial);

        Assert.StartsWith("-----BEGIN RSA PRIVATE KEY-----", made.KeyMaterial, StringComparison.Ordinal);
        Assert.Equal(2048, key.KeySize);
        Assert.Equal(string.Join(':', SHA1.HashData(key.ExportPkcs8PrivateKey()).Select(part => part.ToString("x2"))), made.KeyFingerprint);
        Assert.Equal((made.KeyPairId, made.KeyFingerprint, "rsa", "ops"), (described.KeyPairId, described.KeyFingerprint, described.KeyType.Value, Assert.Single(described.Tags).Value));
        Assert.StartsWith("ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB", described.PublicKey, StringComparison.Ordinal);
        Assert.Null(Assert.Single((await Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest())).KeyPairs).PublicKey);
    }

    [Theory]
    [InlineData("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")]
    [InlineData("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c")]
    [InlineData("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")]
    public void An_Ed25519_key_has_the_public_half_of_RFC_8032(string seed, string expected) =>
        Assert.Equal(expected, Convert.ToHexString(Ed25519.PublicKey(Convert.FromHexString(seed))).ToLowerInvariant());

    [SkippableTheory]
    [InlineData("rsa")]
    [InlineData("ed25519")]
    public async Task OpenSSH_reads_the_private_key_and_derives_the_public_one(string type)
    {
        KeyPair made = (await Client.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = type })).KeyPair;
        string kept = Assert.Single((await Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { IncludePublicKey = true })).KeyPairs).PublicKey;
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, made.KeyMaterial.TrimEnd() + "\n");
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            string derived = await SshKeygen("-y", "-f", file);
            string fingerprint = await SshKeygen("-l", "-f", file);

            Assert.Equal(kept.Split(' ')[..2], derived.Trim().Split(' ')[..2]);
            if (type == "ed25519") Assert.Contains($"SHA256:{made.KeyFingerprint.TrimEnd('=')} ", fingerprint, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task A_key_comes_in_PuTTYs_form_too()
    {
        string rsa = (await Client.CreateKeyPairAsync(new CreateKeyPairRequest("one") { KeyFormat = "ppk" })).KeyPair.KeyMaterial;
        string ed25519 = (await Client.CreateKeyPairAsync(new CreateKeyPairRequest("two") { KeyFormat = "ppk", KeyType = "ed25519" })).KeyPair.KeyMaterial;

        Assert.StartsWith("PuTTY-User-Key-File-2: ssh-rsa\nEncryption: none\nComment: one\nPublic-Lines: 6\nAAAAB3NzaC1yc2E", rsa, StringComparison.Ordinal);
        Assert.Contains("\nPrivate-Lines: 14\n", rsa, StringComparison.Ordinal);
        Assert.Matches("Private-MAC: [0-9a-f]{40}\n$", rsa);
        Assert.StartsWith("PuTTY-User-Key-File-2: ssh-ed25519\nEncryption: none\nComment: two\nPublic-Lines: 2\n", ed25519, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_public_key_is_imported_in_the_forms_that_EC2_takes()
    {
        using RSA key = RSA.Create(2048);
        string expected = string.Join(':', MD5.HashData(key.ExportSubjectPublicKeyInfo()).Select(part => part.ToString("x2")));
        RSAParameters parts = key.ExportParameters(false);
        string blob = Convert.ToBase64String(SshPublicKey.RsaBlob(parts));
        string[] forms =
        [
            $"ssh-rsa {blob} somebody@example",
            $"---- BEGIN SSH2 PUBLIC KEY ----\nComment: \"a key\"\n{blob}\n---- END SSH2 PUBLIC KEY ----",
            Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()),
        ];

        foreach (string form in forms)
        {
            ImportKeyPairResponse imported = await Import($"key {Array.IndexOf(forms, form)}", form);
            Assert.Equal(expected, imported.KeyFingerprint);
        }

        byte[] open = SshPublicKey.Ed25519Blob(Convert.FromHexString("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"));
        Assert.Equal(Convert.ToBase64String(SHA256.HashData(open)), (await Import("ed", $"ssh-ed25519 {Convert.ToBase64String(open)}")).KeyFingerprint);
        Assert.Equal("ed25519", Assert.Single((await Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["ed"] })).KeyPairs).KeyType.Value);
    }

    [Theory]
    [InlineData("no key at all")]
    [InlineData("ssh-rsa AAAA")]
    [InlineData("ssh-dss AAAAB3NzaC1kc3M=")]
    [InlineData("ssh-ed25519 AAAAB3NzaC1yc2EAAAADAQABAAAAAQ==")]
    [InlineData("")]
    public async Task What_is_no_key_is_refused(string text) => await Refused("InvalidKey.Format", Import("bad", text));

    [Fact]
    public async Task Small_keys_are_refused()
    {
        using RSA key = RSA.Create(3072);

        await Refused("InvalidKey.Format", Import("bad", Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())));
    }

    [Fact]
    public async Task Names_are_unique_and_what_is_deleted_is_gone()
    {
        string id = (await Client.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = "ed25519" })).KeyPair.KeyPairId;

        await Refused("InvalidKeyPair.Duplicate", Client.CreateKeyPairAsync(new CreateKeyPairRequest("admin") { KeyType = "ed25519" }));
        await Refused("InvalidParameterValue", Client.CreateKeyPairAsync(new CreateKeyPairRequest("ädmin") { KeyType = "ed25519" }));
        await Refused("InvalidKeyPair.NotFound", Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyNames = ["other"] }));
        Assert.Equal(("InvalidKeyPair.NotFound", "The key pair 'key-01234567' does not exist"), await Refusal(Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { KeyPairIds = ["key-01234567"] })));
        Assert.Equal("admin", Assert.Single((await Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest { Filters = [new("key-name", ["adm*"])] })).KeyPairs).KeyName);
        Assert.Equal(id, (await Client.DeleteKeyPairAsync(new DeleteKeyPairRequest("admin"))).KeyPairId);
        Assert.Null((await Client.DeleteKeyPairAsync(new DeleteKeyPairRequest("admin"))).KeyPairId);
        await Refused("MissingParameter", Client.DeleteKeyPairAsync(new DeleteKeyPairRequest()));
        Assert.Empty((await Client.DescribeKeyPairsAsync(new DescribeKeyPairsRequest())).KeyPairs ?? []);
    }

    private Task<ImportKeyPairResponse> Import(string name, string text) =>
        Client.ImportKeyPairAsync(new ImportKeyPairRequest(name, Convert.ToBase64String(Encoding.UTF8.GetBytes(text))));

    private static async Task<string> SshKeygen(params string[] arguments)
    {
        try
        {
            using Process process = Process.Start(new ProcessStartInfo("ssh-keygen", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            string output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return output;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "OpenSSH (ssh-keygen) is not on PATH.");
            throw;
        }
    }
}
