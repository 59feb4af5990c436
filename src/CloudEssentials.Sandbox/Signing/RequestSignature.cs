using System.Globalization;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Signing;

/// <summary>
/// What a request says of its own signature (Signature Version 4), in the Authorization header or in the query.
/// See "Elements of an AWS API request signature" in the IAM User Guide.
/// </summary>
internal sealed record RequestSignature
{
    public const string Algorithm = "AWS4-HMAC-SHA256";

    private const string TimeFormat = "yyyyMMdd'T'HHmmss'Z'";

    private static readonly string[] HeaderParts = ["Credential", "Signature", "SignedHeaders"];

    private static readonly string[] QueryParts = ["X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date"];

    public required string AccessKeyId { get; init; }

    /// <summary>The day in the credential scope, <c>yyyyMMdd</c>.</summary>
    public required string Day { get; init; }

    public required string Region { get; init; }

    public required string Service { get; init; }

    public required IReadOnlyList<string> SignedHeaders { get; init; }

    public required string Signature { get; init; }

    public required DateTimeOffset Time { get; init; }

    public string? SessionToken { get; init; }

    /// <summary>How long a presigned request is good; null for one signed by header.</summary>
    public TimeSpan? Lifetime { get; init; }

    public string Scope => $"{Day}/{Region}/{Service}/aws4_request";

    public static string Write(DateTimeOffset time) => time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>Reads a request's signature.</summary>
    /// <returns>The signature; null if the request has none.</returns>
    /// <exception cref="AuthenticationRefusal">It has one that is not whole.</exception>
    public static RequestSignature? Read(WireRequest request)
    {
        if (request.Header("authorization") is { } header)
        {
            return FromHeader(request, header);
        }

        return request.QueryParameter("X-Amz-Algorithm") is null && request.QueryParameter("X-Amz-Signature") is null ? null : FromQuery(request);
    }

    private static RequestSignature FromHeader(WireRequest request, string header)
    {
        if (!header.StartsWith(Algorithm, StringComparison.Ordinal))
        {
            throw Incomplete($"Unsupported AWS 'algorithm': '{header.Split(' ')[0]}'.");
        }

        Dictionary<string, string> parts = header[Algorithm.Length..]
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2)
            .GroupBy(part => part[0], part => part[1])
            .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);
        string? date = request.Header("x-amz-date") ?? request.Header("date");
        List<string> missing = [.. HeaderParts
            .Where(name => !parts.ContainsKey(name))
            .Select(name => $"Authorization header requires '{name}' parameter.")];
        if (date is null)
        {
            missing.Add("Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header.");
        }

        return missing.Count > 0
            ? throw Incomplete(string.Join(' ', missing))
            : Build(parts["Credential"], parts["SignedHeaders"], parts["Signature"], date!, request.Header("x-amz-security-token"), null);
    }

    private static RequestSignature FromQuery(WireRequest request)
    {
        string? algorithm = request.QueryParameter("X-Amz-Algorithm");
        if (algorithm != Algorithm)
        {
            throw Incomplete($"Unsupported AWS 'algorithm': '{algorithm}'.");
        }

        List<string> missing = [.. QueryParts.Where(name => request.QueryParameter(name) is null)];
        if (missing.Count > 0)
        {
            throw Incomplete(string.Join(' ', missing.Select(name => $"AWS query-string parameters must include '{name}'.")));
        }

        // Five minutes is what services other than S3 give a presigned request that names no lifetime.
        string expires = request.QueryParameter("X-Amz-Expires") ?? "300";
        if (!int.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) || seconds > 604800)
        {
            throw Incomplete("X-Amz-Expires must be less than a week (in seconds) that is 604800");
        }

        return Build(
            request.QueryParameter("X-Amz-Credential")!,
            request.QueryParameter("X-Amz-SignedHeaders")!,
            request.QueryParameter("X-Amz-Signature")!,
            request.QueryParameter("X-Amz-Date")!,
            request.QueryParameter("X-Amz-Security-Token"),
            TimeSpan.FromSeconds(seconds));
    }

    private static RequestSignature Build(
        string credential, string signedHeaders, string signature, string date, string? token, TimeSpan? lifetime)
    {
        string[] scope = credential.Split('/');
        if (scope.Length != 5 || scope[4] != "aws4_request")
        {
            throw Incomplete(
                $"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");
        }

        return new RequestSignature
        {
            AccessKeyId = scope[0],
            Day = scope[1],
            Region = scope[2],
            Service = scope[3],
            SignedHeaders = signedHeaders.Split(';'),
            Signature = signature,
            Time = ParseTime(date),
            SessionToken = token,
            Lifetime = lifetime,
        };
    }

    private static DateTimeOffset ParseTime(string date) =>
        DateTimeOffset.TryParseExact(date, [TimeFormat, "r"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : throw Incomplete($"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");

    private static AuthenticationRefusal Incomplete(string detail) => new(AuthenticationFailure.Incomplete, detail);
}
