using System.Globalization;
using System.Text;

namespace CloudEssentials.Accounts;

/// <summary>Reads the CSV of a credential report.</summary>
internal sealed class CredentialReportReader(string source, DateTimeOffset? generatedTime)
{
    private static readonly HashSet<string> _known = new(StringComparer.Ordinal)
    {
        "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed", "password_next_rotation", "mfa_active",
        "access_key_1_active", "access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_1_last_used_region", "access_key_1_last_used_service",
        "access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date", "access_key_2_last_used_region", "access_key_2_last_used_service",
        "cert_1_active", "cert_1_last_rotated", "cert_2_active", "cert_2_last_rotated",
    };

    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private List<string> _fields = [];
    private int _line;

    internal CredentialReport Read(string text)
    {
        List<CredentialReportRow> rows = [];
        foreach (List<string> fields in Records(text.TrimStart('\uFEFF')))
        {
            _fields = fields;
            if (_columns.Count == 0)
                ReadHeader();
            else
                rows.Add(ReadRow());
        }

        if (_columns.Count == 0)
            throw Invalid("it is empty");
        return new(rows, _columns.Keys.ToHashSet(StringComparer.Ordinal), generatedTime);
    }

    private void ReadHeader()
    {
        for (int i = 0; i < _fields.Count; i++)
        {
            if (!_columns.TryAdd(_fields[i].Trim(), i))
                throw Invalid($"the column {_fields[i]} is there twice");
        }

        if (!_columns.ContainsKey("user") || !_columns.ContainsKey("arn"))
            throw Invalid("its first line does not name the columns 'user' and 'arn'");
    }

    private CredentialReportRow ReadRow()
    {
        if (_fields.Count != _columns.Count)
            throw Invalid($"line {_line} has {_fields.Count} fields and the first line names {_columns.Count} columns{(_fields.Count < _columns.Count ? ": the file breaks off" : "")}");
        string arn = Text("arn") ?? throw Invalid($"line {_line} has no ARN");
        return new()
        {
            UserName = _fields[_columns["user"]],
            Arn = arn,
            AccountId = AccountAuthorizationBuilder.AccountOf(arn) is { Length: > 0 } account ? account : throw Invalid($"line {_line}: '{arn}' is not the ARN of a user"),
            UserCreationTime = Date("user_creation_time"),
            PasswordEnabled = Bool("password_enabled"),
            PasswordLastUsed = Date("password_last_used"),
            PasswordLastChanged = Date("password_last_changed"),
            PasswordNextRotation = Date("password_next_rotation"),
            MfaActive = Bool("mfa_active"),
            AccessKeys = [.. new[] { Key(1), Key(2) }.Where(key => key.Active || key.LastRotated is not null)],
            Cert1Active = Bool("cert_1_active"),
            Cert1LastRotated = Date("cert_1_last_rotated"),
            Cert2Active = Bool("cert_2_active"),
            Cert2LastRotated = Date("cert_2_last_rotated"),
            OtherColumns = _columns.Where(column => !_known.Contains(column.Key)).ToDictionary(column => column.Key, column => _fields[column.Value], StringComparer.Ordinal),
            GeneratedTime = generatedTime,
            Source = source,
        };
    }

    private CredentialReportKey Key(int number) => new(
        number,
        Bool($"access_key_{number}_active") ?? false,
        Date($"access_key_{number}_last_rotated"),
        Date($"access_key_{number}_last_used_date"),
        Text($"access_key_{number}_last_used_region"),
        Text($"access_key_{number}_last_used_service"));

    private string? Text(string column) =>
        _columns.TryGetValue(column, out int index) && _fields[index].Trim() is { Length: > 0 } text && text is not ("N/A" or "no_information" or "not_supported") ? text : null;

    private bool? Bool(string column) => Text(column) switch
    {
        null => null,
        { } text when bool.TryParse(text, out bool value) => value,
        { } text => throw Invalid($"line {_line}, {column}: '{text}' is neither true nor false"),
    };

    private DateTimeOffset? Date(string column)
    {
        if (Text(column) is not { } text)
            return null;

        // A date that was cut to 2026-11-2 would be read as a day that it is not.
        return text.Length >= "yyyy-MM-ddTHH:mm".Length && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset date)
            ? date
            : throw Invalid($"line {_line}, {column}: '{text}' is not a date");
    }

    private CloudException Invalid(string what) => new(
        "CredentialReportInvalid",
        $"{(source.Length == 0 ? "The text" : source)} is no whole credential report: {what}.",
        CloudErrorCategory.InvalidData,
        source,
        "Save it again: Get-CredentialReport without -Path reads the account's, and 'aws iam get-credential-report' gives it in base64.");

    // RFC 4180: a name may hold a comma, and then stands in quotes.
    private IEnumerable<List<string>> Records(string text)
    {
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        _line = 1;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? text[i] : '\n';
            if (quoted && i < text.Length)
            {
                quoted = c != '"' || (i + 1 < text.Length && text[i + 1] == '"');
                if (quoted)
                    field.Append(c);
                if (c == '"' && quoted)
                    i++;
            }
            else if (c == '"' && field.Length == 0)
            {
                quoted = true;
            }
            else if (c is ',' or '\n')
            {
                fields.Add(field.ToString().TrimEnd('\r'));
                field.Clear();
                if (c == ',')
                    continue;
                if (fields.Count > 1 || fields[0].Length > 0)
                    yield return fields;
                fields = [];
                _line++;
            }
            else
            {
                field.Append(c);
            }
        }
    }
}
