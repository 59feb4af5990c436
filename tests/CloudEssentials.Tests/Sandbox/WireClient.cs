using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>Calls a sandbox as a client that knows nothing but the wire: it signs by itself and reads bytes.</summary>
internal sealed class WireClient(SandboxAccount account) : IDisposable
{
    private HttpClient? http;

    public string AccessKeyId { get; init; } = SandboxAccount.RootAccessKeyId;

    public string SecretAccessKey { get; init; } = SandboxAccount.RootSecretAccessKey;

    public string? SessionToken { get; init; }

    public DateTimeOffset Time { get; set; } = DateTimeOffset.UtcNow;

    /// <summary>Whether requests go over the network and not into the account's handler.</summary>
    public bool OverNetwork { get; init; }

    /// <summary>Whether the body is changed once it has been signed.</summary>
    public bool Tamper { get; init; }

    public Task<WireAnswer> Ec2(string action, params (string Name, string Value)[] parameters) => Ec2In("us-east-1", action, parameters);

    public Task<WireAnswer> Ec2In(string region, string action, params (string Name, string Value)[] parameters) =>
        Form("ec2", region, $"https://ec2.{region}.amazonaws.com/", "2016-11-15", action, parameters);

    public Task<WireAnswer> Iam(string action, params (string Name, string Value)[] parameters) =>
        Form("iam", "us-east-1", "https://iam.amazonaws.com/", "2010-05-08", action, parameters);

    public Task<WireAnswer> Sts(string action, params (string Name, string Value)[] parameters) =>
        Form("sts", "us-east-1", "https://sts.us-east-1.amazonaws.com/", "2011-06-15", action, parameters);

    public Task<WireAnswer> Form(
        string service, string region, string url, string version, string action, params (string Name, string Value)[] parameters)
    {
        IEnumerable<KeyValuePair<string, string>> form =
        [
            new("Action", action),
            new("Version", version),
            .. parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)),
        ];
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) };
        return SignAndSend(request, service, region);
    }

    public async Task<WireAnswer> SignAndSend(HttpRequestMessage request, string service, string region)
    {
        byte[] body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync();
        string time = Stamp(Time);
        request.Headers.TryAddWithoutValidation("X-Amz-Date", time);
        string tokenHeader = string.Empty;
        if (SessionToken is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Amz-Security-Token", SessionToken);
            tokenHeader = $"x-amz-security-token:{SessionToken}\n";
        }

        string names = SessionToken is null ? "host;x-amz-date" : "host;x-amz-date;x-amz-security-token";
        string canonical = $"{request.Method}\n/\n\nhost:{request.RequestUri!.Authority}\nx-amz-date:{time}\n{tokenHeader}\n{names}\n{Hex(SHA256.HashData(body))}";
        string scope = $"{time[..8]}/{region}/{service}/aws4_request";
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential={AccessKeyId}/{scope}, SignedHeaders={names}, Signature={Signature(canonical, scope, time)}");
        request.Content = Tamper ? new StringContent(Encoding.UTF8.GetString(body) + "&Colour=blue") : request.Content;
        return await Send(request);
    }

    /// <summary>Sends a GET whose signature stands in its query.</summary>
    public Task<WireAnswer> Presigned(string service, string region, string host, int seconds, params (string Name, string Value)[] parameters)
    {
        string time = Stamp(Time);
        string scope = $"{time[..8]}/{region}/{service}/aws4_request";
        string query = string.Join('&', parameters
            .Concat(
            [
                ("X-Amz-Algorithm", "AWS4-HMAC-SHA256"), ("X-Amz-Credential", $"{AccessKeyId}/{scope}"), ("X-Amz-Date", time),
                ("X-Amz-Expires", seconds.ToString(CultureInfo.InvariantCulture)), ("X-Amz-SignedHeaders", "host"),
            ])
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Item1)}={Uri.EscapeDataString(parameter.Item2)}")
            .Order(StringComparer.Ordinal));
        string canonical = $"GET\n/\n{query}\nhost:{host}\n\nhost\n{Hex(SHA256.HashData([]))}";
        return Send(new HttpRequestMessage(HttpMethod.Get, $"https://{host}/?{query}&X-Amz-Signature={Signature(canonical, scope, time)}"));
    }

    public async Task<WireAnswer> Send(HttpRequestMessage request)
    {
        http ??= OverNetwork ? new HttpClient() : new HttpClient(new SandboxHandler(account));
        using HttpResponseMessage response = await http.SendAsync(request);
        string text = await response.Content.ReadAsStringAsync();
        return new WireAnswer((int)response.StatusCode, text, response.Headers.TryGetValues("x-amzn-RequestId", out IEnumerable<string>? ids) ? ids.Single() : "");
    }

    public void Dispose() => http?.Dispose();

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private string Signature(string canonical, string scope, string time)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + SecretAccessKey);
        foreach (string part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        string toSign = $"AWS4-HMAC-SHA256\n{time}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        return Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }
}
