using System.Diagnostics;
using System.Text;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class DirectoryAppUserDataTests : IDisposable
{
    private const string Bucket = "employee-photo-bucket-ab-907";
    private const string Hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("userdata");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_steps_are_the_courses_in_its_order()
    {
        string[] script = DirectoryAppUserData.Script(Bucket, "us-west-2", AppStartup.CourseScript).Split('\n');

        Assert.Equal(
            [
                "#!/bin/bash -ex",
                "wget -O FlaskApp.zip 'https://aws-tc-largeobjects.s3-us-west-2.amazonaws.com/DEV-AWS-MO-GCNv2/FlaskApp.zip'",
                "unzip -o FlaskApp.zip",
                "cd FlaskApp/",
                "yum -y install python3-pip",
                "pip install -r requirements.txt",
                "yum -y install stress",
                "export PHOTOS_BUCKET='employee-photo-bucket-ab-907'",
                "export AWS_DEFAULT_REGION='us-west-2'",
                "export DYNAMO_MODE=on",
                "FLASK_APP=application.py /usr/local/bin/flask run --host=0.0.0.0 --port=80",
                "",
            ],
            script);
    }

    [Fact]
    public void A_service_takes_the_place_of_the_last_line_alone()
    {
        string course = DirectoryAppUserData.Script(Bucket, "us-west-2", AppStartup.CourseScript);
        string service = DirectoryAppUserData.Script(Bucket, "us-west-2");
        string steps = course[..course.LastIndexOf("FLASK_APP", StringComparison.Ordinal)];

        Assert.StartsWith(steps, service, StringComparison.Ordinal);
        Assert.EndsWith("systemctl daemon-reload\nsystemctl enable --now directory-app.service\n", service, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x; rm -rf /")]
    [InlineData("photos'; reboot; '")]
    [InlineData("photos\"; reboot; \"")]
    [InlineData("photos\nreboot")]
    [InlineData("photos\n")]
    [InlineData("$(reboot)")]
    [InlineData("`reboot`")]
    [InlineData("${IFS}reboot")]
    [InlineData("photos&reboot")]
    [InlineData("photos|reboot")]
    [InlineData("photos\\")]
    [InlineData("photos%n")]
    [InlineData("photos\0x")]
    [InlineData("../photos")]
    [InlineData("-O/etc/passwd")]
    public void Nothing_given_becomes_shell(string text)
    {
        Assert.Equal("BucketNameInvalid", Assert.Throws<CloudException>(() => DirectoryAppUserData.Script(text, "us-west-2")).ErrorId);
        Assert.Equal("RegionInvalid", Assert.Throws<CloudException>(() => DirectoryAppUserData.Script(Bucket, text)).ErrorId);
        Assert.Equal("AppUrlInvalid", Assert.Throws<CloudException>(() => DirectoryAppUserData.Script(Bucket, "us-west-2", appUrl: text)).ErrorId);
        Assert.Equal("AppSha256Invalid", Assert.Throws<CloudException>(() => DirectoryAppUserData.Script(Bucket, "us-west-2", appSha256: text)).ErrorId);
    }

    [Theory]
    [InlineData("https://example.com/a b.zip")]
    [InlineData("https://example.com/$(reboot)")]
    [InlineData("https://example.com/`reboot`")]
    [InlineData("https://example.com/'; reboot; '")]
    [InlineData("https://example.com/\"")]
    [InlineData("https://example.com/a\nreboot")]
    [InlineData("https://example.com/\\")]
    [InlineData("http://example.com/FlaskApp.zip")]
    [InlineData("ftp://example.com/FlaskApp.zip")]
    [InlineData("file:///FlaskApp.zip")]
    [InlineData("https://")]
    public void An_address_that_is_no_plain_HTTPS_address_is_refused(string url) =>
        Assert.Equal("AppUrlInvalid", Assert.Throws<CloudException>(() => DirectoryAppUserData.Script(Bucket, "us-west-2", appUrl: url)).ErrorId);

    /// <summary>Whatever is given: it is refused, or the script is the one that a harmless value makes, with that value's text in its place.</summary>
    [Fact]
    public void Ten_thousand_values_of_any_kind_change_nothing_but_the_value()
    {
        const string alphabet = "abcz09.-_/:;|&$`'\"\\(){}<>*?~#!%= \t\n\r\0ß😀https://.com";
        Random random = new(20240517);
        string plainBucket = DirectoryAppUserData.Script(Bucket, "us-west-2");
        string plainUrl = DirectoryAppUserData.Script(Bucket, "us-west-2", appUrl: "https://example.com/app.zip");
        int accepted = 0;
        for (int i = 0; i < 10_000; i++)
        {
            int harmless = random.Next(4) == 0 ? 12 : alphabet.Length;
            string text = new([.. Enumerable.Range(0, random.Next(1, 24)).Select(_ => alphabet[random.Next(harmless)])]);
            accepted += Same(plainBucket, Bucket, text, () => DirectoryAppUserData.Script(text, "us-west-2"));
            accepted += Same(plainBucket, "us-west-2", text, () => DirectoryAppUserData.Script(Bucket, text));
            string url = $"https://example.com/{text}";
            accepted += Same(plainUrl, "https://example.com/app.zip", url, () => DirectoryAppUserData.Script(Bucket, "us-west-2", appUrl: url));
        }

        Assert.InRange(accepted, 500, 29_500);
    }

    [Fact]
    public void The_hash_is_proved_before_anything_is_unpacked()
    {
        string[] script = DirectoryAppUserData.Script(Bucket, "us-west-2", appUrl: "https://example.com/app.zip?a=1&b=2", appSha256: Hash.ToUpperInvariant()).Split('\n');

        Assert.Equal("wget -O FlaskApp.zip 'https://example.com/app.zip?a=1&b=2'", script[1]);
        Assert.Equal($"echo '{Hash}  FlaskApp.zip' | sha256sum -c -", script[2]);
        Assert.Equal("unzip -o FlaskApp.zip", script[3]);
    }

    [Fact]
    public void What_EC2_would_refuse_for_its_size_is_refused()
    {
        Assert.Same(string.Intern("x"), DirectoryAppUserData.Fit("x"));
        Assert.Equal(16_384, DirectoryAppUserData.Fit(new string('x', 16_384)).Length);
        Assert.Equal("UserDataTooLarge", Assert.Throws<CloudException>(() => DirectoryAppUserData.Fit(new string('x', 16_385))).ErrorId);
        Assert.Equal("UserDataTooLarge", Assert.Throws<CloudException>(() => DirectoryAppUserData.Fit(new string('ß', 8_193))).ErrorId);
    }

    [SkippableTheory]
    [InlineData(AppStartup.Service)]
    [InlineData(AppStartup.CourseScript)]
    public void Bash_finds_no_fault_in_it(AppStartup startup)
    {
        string script = DirectoryAppUserData.Script(Bucket, "us-west-2", startup, "https://example.com/app.zip?a=1&b=2", Hash);

        (int exit, string output) = Bash(script, "-n");

        Assert.True(exit == 0, output);
    }

    [SkippableFact]
    public void Run_for_real_it_installs_the_application_and_a_service_that_starts_it_at_every_boot()
    {
        string calls = Run(DirectoryAppUserData.Script(Bucket, "us-west-2", appUrl: "https://example.com/app.zip?a=1&b=2", appSha256: Hash), expected: 0);

        string app = Path.Combine(_folder.FullName, "FlaskApp");
        Assert.Equal(
            [
                "wget [-O] [FlaskApp.zip] [https://example.com/app.zip?a=1&b=2]",
                "unzip [-o] [FlaskApp.zip]",
                "yum [-y] [install] [python3-pip]",
                "pip [install] [-r] [requirements.txt]",
                "yum [-y] [install] [stress]",
                "tee [/etc/systemd/system/directory-app.service]",
                "systemctl [daemon-reload]",
                "systemctl [enable] [--now] [directory-app.service]",
            ],
            Lines(calls));
        Dictionary<string, string[]> unit = Unit(File.ReadAllText(Path.Combine(_folder.FullName, "tee.in")));
        Assert.Equal([app], unit["Service/WorkingDirectory"]);
        Assert.Equal(["FLASK_APP=application.py", $"PHOTOS_BUCKET={Bucket}", "AWS_DEFAULT_REGION=us-west-2", "DYNAMO_MODE=on"], unit["Service/Environment"]);
        Assert.Equal(["/usr/local/bin/flask run --host=0.0.0.0 --port=80"], unit["Service/ExecStart"]);
        Assert.Equal(["always"], unit["Service/Restart"]);
        Assert.Equal(["multi-user.target"], unit["Install/WantedBy"]);
        Assert.Equal(["network-online.target"], unit["Unit/After"]);
    }

    [SkippableFact]
    public void Run_for_real_the_courses_script_starts_the_application_with_its_environment()
    {
        string script = DirectoryAppUserData.Script(Bucket, "eu-central-1", AppStartup.CourseScript);

        string calls = Run(script.Replace("/usr/local/bin/flask", "flask", StringComparison.Ordinal), expected: 0);

        Assert.Equal("flask [run] [--host=0.0.0.0] [--port=80]", Lines(calls)[^1]);
        Assert.Equal([$"PHOTOS_BUCKET={Bucket}", "AWS_DEFAULT_REGION=eu-central-1", "DYNAMO_MODE=on", "FLASK_APP=application.py"], File.ReadAllLines(Path.Combine(_folder.FullName, "flask.environment")));
    }

    [SkippableFact]
    public void Run_for_real_a_download_with_another_hash_stops_it_before_anything_is_unpacked()
    {
        string calls = Run(DirectoryAppUserData.Script(Bucket, "us-west-2", appSha256: new string('0', 64)), expected: 1);

        Assert.StartsWith("wget ", Assert.Single(Lines(calls)), StringComparison.Ordinal);
    }

    private static int Same(string plain, string value, string text, Func<string> make)
    {
        try
        {
            string script = make();
            Assert.DoesNotContain(text, character => char.IsControl(character) || char.IsWhiteSpace(character) || "'\"\\`<>{}()|^".Contains(character, StringComparison.Ordinal));
            Assert.Equal(plain.Replace(value, text, StringComparison.Ordinal), script);
            return 1;
        }
        catch (CloudException error)
        {
            Assert.Contains(error.ErrorId, new[] { "BucketNameInvalid", "RegionInvalid", "AppUrlInvalid" });
            return 0;
        }
    }

    // Fakes of all that the script calls, and nothing else but a shell's own and sha256sum, so that a run touches nothing outside the folder.
    private string Run(string script, int expected)
    {
        Skip.IfNot(OperatingSystem.IsLinux() && File.Exists("/bin/bash") && File.Exists("/usr/bin/sha256sum"), "There is no bash here.");
        string bin = _folder.CreateSubdirectory("bin").FullName;
        string log = Path.Combine(_folder.FullName, "calls");
        const string note = "#!/bin/bash\n{ printf '%s' \"${0##*/}\"; printf ' [%s]' \"$@\"; echo; } >> \"$CALLS\"\n";
        foreach ((string name, string effect) in new[]
        {
            ("wget", "printf abc > \"$2\"\n"),
            ("unzip", "[ -f \"$2\" ] && exec /bin/mkdir FlaskApp\n"),
            ("yum", ""),
            ("dnf", ""),
            ("pip", ""),
            ("systemctl", ""),
            ("tee", "exec /bin/cat > \"${CALLS%/*}/tee.in\"\n"),
            ("flask", "for name in PHOTOS_BUCKET AWS_DEFAULT_REGION DYNAMO_MODE FLASK_APP; do echo \"$name=${!name}\"; done > \"${CALLS%/*}/flask.environment\"\n"),
        })
        {
            string path = Path.Combine(bin, name);
            File.WriteAllText(path, note + effect);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        File.CreateSymbolicLink(Path.Combine(bin, "sha256sum"), "/usr/bin/sha256sum");
        (int exit, string output) = Bash(script, "-ex", new() { ["PATH"] = bin, ["CALLS"] = log });
        Assert.True(exit == expected, output);
        return File.ReadAllText(log);
    }

    private (int Exit, string Output) Bash(string script, string options, Dictionary<string, string>? environment = null)
    {
        Skip.IfNot(File.Exists("/bin/bash"), "There is no bash here.");
        string file = Path.Combine(_folder.FullName, "user-data");
        File.WriteAllText(file, script, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        ProcessStartInfo start = new("/bin/bash", [options, file]) { WorkingDirectory = _folder.FullName, RedirectStandardError = true, RedirectStandardOutput = true };
        if (environment is not null)
        {
            start.Environment.Clear();
            foreach ((string name, string value) in environment)
                start.Environment[name] = value;
        }

        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static Dictionary<string, string[]> Unit(string text)
    {
        string section = "";
        List<(string Key, string Value)> entries = [];
        foreach (string line in Lines(text))
        {
            if (line[0] == '[')
                section = line.Trim('[', ']');
            else
                entries.Add(($"{section}/{line[..line.IndexOf('=', StringComparison.Ordinal)]}", line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..]));
        }

        return entries.GroupBy(entry => entry.Key).ToDictionary(group => group.Key, group => group.Select(entry => entry.Value).ToArray());
    }
}
