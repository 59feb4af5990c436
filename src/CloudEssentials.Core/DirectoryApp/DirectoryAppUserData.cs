using System.Text;

namespace CloudEssentials.DirectoryApp;

/// <summary>
/// Makes the script that an instance runs at its first boot: the course's steps, and a service that starts the application at every
/// boot. See https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html.
/// </summary>
public static class DirectoryAppUserData
{
    /// <summary>Where the course's application is downloaded from.</summary>
    public const string CourseUrl = "https://aws-tc-largeobjects.s3-us-west-2.amazonaws.com/DEV-AWS-MO-GCNv2/FlaskApp.zip";

    /// <summary>The name of the systemd unit.</summary>
    public const string ServiceName = "directory-app.service";

    /// <summary>The most that EC2 takes, in bytes before they are encoded.</summary>
    public const int MaximumBytes = 16_384;

    private const string Archive = "FlaskApp.zip";

    private const string Run = "/usr/local/bin/flask run --host=0.0.0.0 --port=80";

    /// <summary>Makes the script of an application.</summary>
    /// <param name="spec">The application.</param>
    /// <returns>The script.</returns>
    /// <exception cref="CloudException">The errors of <see cref="Script"/>.</exception>
    public static string For(DirectoryAppSpec spec)
    {
        ArgumentNullException.ThrowIfNull(spec);
        return Script(spec.PhotosBucket, spec.Region, spec.Startup, spec.AppUrl, spec.AppSha256);
    }

    /// <summary>Makes the script.</summary>
    /// <param name="photosBucket">The bucket of the photos.</param>
    /// <param name="region">The Region of bucket and table.</param>
    /// <param name="startup">How the application is started.</param>
    /// <param name="appUrl">Where the application is downloaded from; null for <see cref="CourseUrl"/>.</param>
    /// <param name="appSha256">The SHA-256 that the download must have.</param>
    /// <returns>The script, which begins with <c>#!</c> in its first column and ends its lines with a line feed alone.</returns>
    /// <exception cref="CloudException"><c>BucketNameInvalid</c>, <c>RegionInvalid</c>, <c>AppUrlInvalid</c>, <c>AppSha256Invalid</c>, <c>UserDataTooLarge</c>.</exception>
    public static string Script(string photosBucket, string region, AppStartup startup = AppStartup.Service, string? appUrl = null, string? appSha256 = null)
    {
        ArgumentNullException.ThrowIfNull(region);
        BucketName.Check(photosBucket);
        SpecRules.CheckRegion(region);
        SpecRules.CheckDownload(appUrl, appSha256);
        List<string> lines =
        [
            "#!/bin/bash -ex",
            $"wget -O {Archive} {Quote(appUrl ?? CourseUrl)}",
            .. Pin(appSha256),
            $"unzip -o {Archive}",
            "cd FlaskApp/",
            "yum -y install python3-pip",
            "pip install -r requirements.txt",
            "yum -y install stress",
            $"export PHOTOS_BUCKET={Quote(photosBucket)}",
            $"export AWS_DEFAULT_REGION={Quote(region)}",
            "export DYNAMO_MODE=on",
            .. startup == AppStartup.Service ? Service(photosBucket, region) : [$"FLASK_APP=application.py {Run}"],
        ];
        return Fit(string.Join('\n', lines) + "\n");
    }

    /// <summary>The script as EC2's API takes it.</summary>
    /// <param name="script">The script.</param>
    /// <returns>Its UTF-8 bytes in base64.</returns>
    public static string Encode(string script) => Convert.ToBase64String(Encoding.UTF8.GetBytes(script));

    /// <summary>Makes sure that EC2 takes a script.</summary>
    /// <param name="script">The script.</param>
    /// <returns>The script.</returns>
    /// <exception cref="CloudException"><c>UserDataTooLarge</c>.</exception>
    internal static string Fit(string script)
    {
        int bytes = Encoding.UTF8.GetByteCount(script);
        return bytes <= MaximumBytes
            ? script
            : throw new CloudException("UserDataTooLarge", $"The script has {bytes} bytes; EC2 takes {MaximumBytes}.", CloudErrorCategory.LimitsExceeded, bytes, "Give a shorter -AppUrl.");
    }

    // Between single quotes nothing means anything to a shell but a single quote.
    internal static string Quote(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static IEnumerable<string> Pin(string? hash) =>
        hash is null ? [] : [$"echo {Quote($"{hash.ToLowerInvariant()}  {Archive}")} | sha256sum -c -"];

    // tee leaves the unit in the boot's log too. Its values are checked: neither the shell, which fills in $PWD, nor systemd finds
    // a character in them that means anything.
    private static IEnumerable<string> Service(string photosBucket, string region) =>
    [
        $"tee /etc/systemd/system/{ServiceName} <<UNIT",
        "[Unit]",
        "Description=Employee Directory application",
        "Wants=network-online.target",
        "After=network-online.target",
        "StartLimitIntervalSec=0",
        "",
        "[Service]",
        "WorkingDirectory=$PWD",
        "Environment=FLASK_APP=application.py",
        $"Environment=PHOTOS_BUCKET={photosBucket}",
        $"Environment=AWS_DEFAULT_REGION={region}",
        "Environment=DYNAMO_MODE=on",
        $"ExecStart={Run}",
        "Restart=always",
        "RestartSec=5",
        "",
        "[Install]",
        "WantedBy=multi-user.target",
        "UNIT",
        "systemctl daemon-reload",
        $"systemctl enable --now {ServiceName}",
    ];
}
