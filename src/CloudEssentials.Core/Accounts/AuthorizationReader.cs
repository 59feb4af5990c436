using System.Text.Json;

namespace CloudEssentials.Accounts;

/// <summary>
/// Reads the JSON of GetAccountAuthorizationDetails, as the AWS CLI and the SDKs save it
/// (https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html): one document or several
/// one after the other, pages of one account or of many. An entry that is not as it should be is left out and reported.
/// </summary>
public sealed class AuthorizationReader
{
    private static readonly string[] Lists = ["UserDetailList", "GroupDetailList", "RoleDetailList", "Policies"];

    private readonly Dictionary<string, AccountAuthorizationBuilder> _accounts = new(StringComparer.Ordinal);
    private readonly List<AccountAuthorizationBuilder> _nameless = [];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Its path.</param>
    /// <exception cref="CloudException"><c>FileUnreadable</c>; <c>AuthorizationInvalid</c>.</exception>
    public void ReadFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bool missing = problem is FileNotFoundException or DirectoryNotFoundException;
            throw new CloudException(
                missing ? "FileNotFound" : "FileUnreadable",
                $"The file '{path}' cannot be read: {problem.Message}",
                missing ? CloudErrorCategory.ObjectNotFound : CloudErrorCategory.ReadError,
                path,
                "Save one with: aws iam get-account-authorization-details > details.json",
                problem);
        }

        Read(bytes, path, File.GetLastWriteTimeUtc(path));
    }

    /// <summary>Reads JSON.</summary>
    /// <param name="json">UTF-8, or UTF-16 with a byte order mark as Windows PowerShell saves it.</param>
    /// <param name="source">What to call it in errors.</param>
    /// <param name="takenAt">When it was taken, UTC.</param>
    /// <exception cref="CloudException"><c>AuthorizationInvalid</c>.</exception>
    public void Read(ReadOnlySpan<byte> json, string source, DateTimeOffset takenAt)
    {
        if (json.StartsWith<byte>([0xFF, 0xFE]))
            json = System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.Unicode.GetString(json[2..]));
        if (json.StartsWith<byte>([0xEF, 0xBB, 0xBF]))
            json = json[3..];
        int documents = 0;
        for (int at = 0; SkipSpace(json, ref at); documents++)
        {
            using JsonDocument page = ReadValue(json, ref at, source);
            ReadPage(page.RootElement, source, takenAt);
        }

        if (documents == 0)
            throw Invalid(source, "it is empty");
    }

    /// <summary>Makes what was read ready.</summary>
    /// <returns>One authorization an account, by account id.</returns>
    /// <exception cref="CloudException"><c>AuthorizationInvalid</c>: no account in it.</exception>
    public IReadOnlyList<AccountAuthorization> Finish()
    {
        if (_accounts.Count == 0)
            throw Invalid(_nameless.Count > 0 ? _nameless[0].Source : "the input", "it holds no user, group or role whose ARN tells the account");
        foreach (AccountAuthorizationBuilder account in _accounts.Values)
        {
            foreach (AccountAuthorizationBuilder nameless in _nameless)
                account.AddRange(nameless);
        }

        return [.. _accounts.Values.OrderBy(account => account.AccountId, StringComparer.Ordinal).Select(account => account.Build())];
    }

    private void ReadPage(JsonElement root, string source, DateTimeOffset takenAt)
    {
        if (root.ValueKind == JsonValueKind.Array)
        {
            foreach (JsonElement page in root.EnumerateArray())
                ReadPage(page, source, takenAt);
            return;
        }

        if (root.ValueKind != JsonValueKind.Object || !Array.Exists(Lists, list => root.TryGetProperty(list, out _)))
            throw Invalid(source, $"it has none of {string.Join(", ", Lists)}");
        AccountAuthorizationBuilder gathered = BuilderOf(root, source, takenAt);
        AuthorizationEntryReader entries = new(gathered, source);
        entries.ReadUsers(root);
        entries.ReadGroups(root);
        entries.ReadRoles(root);
        entries.ReadPolicies(root);
    }

    private AccountAuthorizationBuilder BuilderOf(JsonElement root, string source, DateTimeOffset takenAt)
    {
        string account = root.TryGetProperty(AuthorizationWriter.AccountIdName, out JsonElement named) && named.ValueKind == JsonValueKind.String
            ? named.GetString()!
            : Lists.Select(list => AccountIn(root, list)).FirstOrDefault(found => found.Length > 0, "");
        if (account.Length > 0 && _accounts.TryGetValue(account, out AccountAuthorizationBuilder? known))
            return known;
        AccountAuthorizationBuilder builder = new() { AccountId = account, Source = source, TakenAt = takenAt };
        if (account.Length > 0)
            _accounts.Add(account, builder);
        else
            _nameless.Add(builder);
        return builder;
    }

    private static string AccountIn(JsonElement root, string list)
    {
        if (!root.TryGetProperty(list, out JsonElement items) || items.ValueKind != JsonValueKind.Array)
            return "";
        foreach (JsonElement item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object
                && item.TryGetProperty("Arn", out JsonElement arn)
                && arn.ValueKind == JsonValueKind.String
                && AccountAuthorizationBuilder.AccountOf(arn.GetString()!) is { Length: > 0 } account)
            {
                return account;
            }
        }

        return "";
    }

    private static bool SkipSpace(ReadOnlySpan<byte> json, ref int at)
    {
        while (at < json.Length && json[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            at++;
        return at < json.Length;
    }

    private static JsonDocument ReadValue(ReadOnlySpan<byte> json, ref int at, string source)
    {
        try
        {
            Utf8JsonReader reader = new(json[at..]);
            JsonDocument value = JsonDocument.ParseValue(ref reader);
            at += (int)reader.BytesConsumed;
            return value;
        }
        catch (JsonException problem)
        {
            throw Invalid(source, $"line {problem.LineNumber + 1}, position {problem.BytePositionInLine + 1}: it is not JSON, or ends half-way", problem);
        }
    }

    private static CloudException Invalid(string source, string reason, Exception? inner = null) => new(
        "AuthorizationInvalid",
        $"The authorization details in '{source}' cannot be read: {reason}.",
        CloudErrorCategory.InvalidData,
        source,
        "Save them again with: aws iam get-account-authorization-details > details.json",
        inner);
}
