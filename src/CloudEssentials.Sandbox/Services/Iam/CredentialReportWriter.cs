using System.Globalization;
using System.Text;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Writes the credential report: the root user and every user. See "Generate credential reports for your AWS account".</summary>
internal static class CredentialReportWriter
{
    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    private const string None = "N/A";

    public static string Write(SandboxState state)
    {
        IamState iam = IamState.Of(state);
        ILookup<string, IamAccessKey> keys = iam.AccessKeys.Seen.Values.ToLookup(key => key.UserName ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        ILookup<string, IamSigningCertificate> certificates =
            iam.SigningCertificates.Seen.Values.ToLookup(certificate => certificate.UserName ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        HashSet<string> withMfa = [.. iam.MfaDevices.Seen.Values.Where(device => device.Enabled is not null).Select(device => device.UserName ?? string.Empty)];
        int? maximumAge = iam.PasswordPolicy.Seen.Policy?.MaxAge;
        var text = new StringBuilder(Header);
        AccountFacts facts = state.Account.Value;
        RootUser root = iam.Root.Seen;
        Row("<root_account>", string.Empty, $"arn:aws:iam::{facts.AccountId}:root", facts.Created,
            [Flag(root.HasPassword), root.HasPassword ? Time(root.PasswordLastUsed) ?? "no_information" : None, "not_supported", "not_supported"]);
        foreach (IamUser user in iam.Users.Seen.Values)
        {
            Row(user.Name, user.Name, user.Arn, user.Created, Password(user, maximumAge));
        }

        return text.ToString();

        void Row(string user, string owner, string arn, DateTimeOffset created, string[] password) => text
            .Append('\n').AppendJoin(',', [user, arn, Time(created)!, .. password, Flag(withMfa.Contains(owner))])
            .Append(',').AppendJoin(',', Columns(keys[owner].OrderBy(key => key.Created), Key, 5))
            .Append(',').AppendJoin(',', Columns(certificates[owner].OrderBy(certificate => certificate.Uploaded), Certificate, 2));
    }

    private static string[] Password(IamUser user, int? maximumAge)
    {
        if (user.LoginProfile is not { } profile)
        {
            return ["false", None, None, None];
        }

        return
        [
            "true",
            Time(user.PasswordLastUsed) ?? "no_information",
            Time(profile.PasswordChanged)!,
            maximumAge is { } days ? Time(profile.PasswordChanged.AddDays(days))! : None,
        ];
    }

    private static string[] Key(IamAccessKey key) =>
        [Flag(key.IsActive), Time(key.Created)!, Time(key.LastUse?.At) ?? None, key.LastUse?.Region ?? None, key.LastUse?.Service ?? None];

    private static string[] Certificate(IamSigningCertificate certificate) => [Flag(certificate.IsActive), Time(certificate.Uploaded)!];

    // Two of a kind have columns; where there are fewer, the rest says so.
    private static IEnumerable<string> Columns<T>(IEnumerable<T> items, Func<T, string[]> write, int width)
    {
        string[][] written = [.. items.Take(2).Select(write)];
        string[] empty = ["false", .. Enumerable.Repeat(None, width - 1)];
        return written.Concat(Enumerable.Repeat(empty, 2 - written.Length)).SelectMany(columns => columns);
    }

    private static string Flag(bool value) => value ? "true" : "false";

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'+00:00'", CultureInfo.InvariantCulture);
}
