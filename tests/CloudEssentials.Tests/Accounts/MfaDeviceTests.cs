using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

public sealed class MfaDeviceTests
{
    private const string Serial = "arn:aws:iam::123456789012:mfa/ana";

    [Theory]
    [InlineData(Serial, MfaDeviceKind.Virtual)]
    [InlineData("arn:aws:iam::123456789012:mfa/root-account-mfa-device", MfaDeviceKind.Virtual)]
    [InlineData("arn:aws:iam::123456789012:u2f/user/ana/key-AAAA", MfaDeviceKind.Passkey)]
    [InlineData("arn:aws-cn:iam::123456789012:u2f/root-account/key-AAAA", MfaDeviceKind.Passkey)]
    [InlineData("arn:aws:iam::123456789012:sms-mfa/ana", MfaDeviceKind.Sms)]
    [InlineData("GAHT12345678", MfaDeviceKind.Hardware)]
    public void The_serial_number_tells_the_kind(string serial, MfaDeviceKind kind) => Assert.Equal(kind, MfaSerial.KindOf(serial));

    [Fact]
    public async Task A_device_is_shown_proved_by_two_codes_and_enabled()
    {
        PeopleSandbox sandbox = await WithAnaAsync();
        PersonWithApp person = new(sandbox, Serial);
        TestHost shell = await sandbox.ShellAsync(new() { IsInteractive = true, Secret = person.Answer });

        MfaDevice device = Assert.Single(await shell.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana" }));
        MfaDevice listed = Assert.Single(await sandbox.Host.RunAsync(new GetMfaDevice(), new() { UserName = ["ana"] }));

        Assert.Equal(("ana", Serial), (device.UserName, device.SerialNumber));
        Assert.Equal((Serial, MfaDeviceKind.Virtual, "Sandbox"), (listed.SerialNumber, listed.Kind, listed.Source));
        Assert.NotNull(listed.EnableDate);
        Assert.Contains("▀", person.Prompts[0], StringComparison.Ordinal);
        Assert.All(person.Prompts, prompt => Assert.DoesNotContain(sandbox.SeedOf(Serial), prompt, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task In_two_runs_a_picture_is_saved_and_codes_enable_the_device()
    {
        PeopleSandbox sandbox = await WithAnaAsync();
        string folder = Directory.CreateTempSubdirectory("mfa ").FullName;
        string path = Path.Combine(folder, "ana.png");

        MfaDevice made = Assert.Single(await sandbox.Host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Path = path, SkipEnable = true }));
        byte[] png = File.ReadAllBytes(path);
        MfaDevice free = Assert.Single(await sandbox.Host.RunAsync(new GetMfaDevice(), new()));
        MfaDevice enabled = Assert.Single(await sandbox.Host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Code = [sandbox.CodeOf(Serial, 0), sandbox.CodeOf(Serial, 1)] }));
        MfaDevice again = Assert.Single(await sandbox.Host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Path = path, SkipEnable = true }));

        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal((false, false, true), (made.IsAssigned, free.IsAssigned, enabled.IsAssigned));
        Assert.Equal("ana", again.UserName);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task The_seed_is_in_no_stream_and_no_text()
    {
        PeopleSandbox sandbox = await WithAnaAsync();
        string folder = Directory.CreateTempSubdirectory("mfa ").FullName;

        MfaDevice made = Assert.Single(await sandbox.Host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Path = Path.Combine(folder, "ana.png"), SkipEnable = true }));

        string seed = sandbox.SeedOf(Serial);
        string everything = string.Join('\n', [.. sandbox.Host.Verbose, .. sandbox.Host.Warnings, .. sandbox.Host.Asked.Select(asked => $"{asked}"), $"{made}"]);
        Assert.True(seed.Length >= 32);
        Assert.DoesNotContain(seed, everything, StringComparison.OrdinalIgnoreCase);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_device_that_was_never_enabled_is_made_anew()
    {
        PeopleSandbox sandbox = await WithAnaAsync();
        string folder = Directory.CreateTempSubdirectory("mfa ").FullName;
        NewVirtualMfaDeviceRequest request = new() { UserName = "ana", Path = Path.Combine(folder, "ana.png"), SkipEnable = true };

        await sandbox.Host.RunAsync(new NewVirtualMfaDevice(), request);
        string first = sandbox.SeedOf(Serial);
        await sandbox.Host.RunAsync(new NewVirtualMfaDevice(), request);

        Assert.NotEqual(first, sandbox.SeedOf(Serial));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Where_nobody_can_see_the_code_no_device_is_made()
    {
        PeopleSandbox sandbox = await WithAnaAsync();

        CloudException error = await Assert.ThrowsAsync<CloudException>(() => sandbox.Host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana" }));

        Assert.Equal("InteractionRequired", error.ErrorId);
        Assert.Empty(await sandbox.Host.RunAsync(new GetMfaDevice(), new()));
    }

    [Theory]
    [InlineData("123456")]
    [InlineData("123456", "123456")]
    [InlineData("12345", "123456")]
    public async Task Codes_that_cannot_be_are_refused_before_any_call_and_not_repeated(params string[] codes)
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => new TestHost().RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Code = codes }));

        Assert.Equal("MfaCodeInvalid", error.ErrorId);
        Assert.DoesNotContain("12345", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_for_a_terminal_has_two_rows_of_squares_a_line_and_a_quiet_border()
    {
        string[] lines = Aws.Accounts.QrPicture.ToText("otpauth://totp/x?secret=ABC").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(lines, line => Assert.Equal(lines[0].Length, line.Length));
        Assert.Equal((lines[0].Length + 1) / 2, lines.Length);
        Assert.All(lines[..2], line => Assert.Equal(new string('█', line.Length), line));
    }

    private static async Task<PeopleSandbox> WithAnaAsync()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        await sandbox.Members.CreateUserAsync("ana", CancellationToken.None);
        return sandbox;
    }

    private sealed class PersonWithApp(PeopleSandbox sandbox, string serial)
    {
        public List<string> Prompts { get; } = [];

        public string Answer(string prompt)
        {
            Prompts.Add(prompt);
            return sandbox.CodeOf(serial, Prompts.Count - 1);
        }
    }
}
