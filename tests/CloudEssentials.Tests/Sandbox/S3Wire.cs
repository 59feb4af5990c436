using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Signs for S3 by itself, for what no package would send.</summary>
internal static class S3Wire
{
    public static Task<WireAnswer> Get(WireClient wire, string url, string region) => Send(wire, HttpMethod.Get, url, region, null, "UNSIGNED-PAYLOAD");

    /// <summary>Sends a request whose payload is stated to be something.</summary>
    public static async Task<WireAnswer> Send(WireClient wire, HttpMethod method, string url, string region, byte[]? body, string payload, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, url) { Content = body is null ? null : new ByteArrayContent(body) };
        string time = DateTime.UtcNow.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        string scope = $"{time[..8]}/{region}/s3/aws4_request";
        string canonical = $"{method}\n{request.RequestUri!.AbsolutePath}\n{Query(request.RequestUri)}\nhost:{request.RequestUri.Authority}\nx-amz-content-sha256:{payload}\nx-amz-date:{time}\n\n"
            + $"host;x-amz-content-sha256;x-amz-date\n{payload}";
        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        string signature = Hex(HMACSHA256.HashData(Key(scope), Encoding.UTF8.GetBytes(toSign)));
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        request.Headers.TryAddWithoutValidation("X-Amz-Content-Sha256", payload);
        foreach ((string name, string value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.TryAddWithoutValidation(
            "Authorization", $"AWS4-HMAC-SHA256 Credential={SandboxAccount.RootAccessKeyId}/{scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature={signature}");
        return await wire.Send(request);
    }

    private static string Query(Uri url) => string.Join('&', url.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Contains('=', StringComparison.Ordinal) ? pair : pair + "=").Order(StringComparer.Ordinal));

    private static byte[] Key(string scope)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + SandboxAccount.RootSecretAccessKey);
        foreach (string part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        return key;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
}
