using System.Security.Cryptography;
using System.Text;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Signing;

/// <summary>
/// Works out what a request's signature must be and holds it against what it is.
/// See "Create a signed AWS API request" in the IAM User Guide.
/// </summary>
internal static class SignatureVerifier
{
    private const string PayloadHeader = "x-amz-content-sha256";
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    /// <exception cref="AuthenticationRefusal">The signature's time is too far off, or it is not this request's.</exception>
    public static void Verify(WireRequest request, RequestSignature signature, string secretKey, DateTimeOffset now, TimeSpan tolerance)
    {
        VerifyTime(signature, now, tolerance);
        string written = RequestSignature.Write(signature.Time);
        if (signature.Day != written[..8])
        {
            throw Wrong(
                $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{signature.Day}' != '{written[..8]}', from '{written}'.");
        }

        if (!signature.SignedHeaders.Contains("host", StringComparer.OrdinalIgnoreCase))
        {
            throw Wrong("'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
        }

        string expected = Compute(request, signature, secretKey);
        if (!CryptographicOperations.FixedTimeEquals(Utf8(expected), Utf8(signature.Signature)))
        {
            throw new AuthenticationRefusal(AuthenticationFailure.WrongSignature);
        }

        if (request.Header(PayloadHeader)?.StartsWith(SignedChunks, StringComparison.Ordinal) == true)
        {
            VerifyChunks(AwsChunks.Read(request.Body), signature, SigningKey(secretKey, signature));
        }
    }

    /// <summary>The signature that a request must have.</summary>
    public static string Compute(WireRequest request, RequestSignature signature, string secretKey)
    {
        string payload = PayloadHash(request, signature);
        string hash = Hex(SHA256.HashData(Utf8(Canonical(request, signature, payload))));
        string toSign = $"{RequestSignature.Algorithm}\n{RequestSignature.Write(signature.Time)}\n{signature.Scope}\n{hash}";
        return Hex(HMACSHA256.HashData(SigningKey(secretKey, signature), Utf8(toSign)));
    }

    // Each chunk is signed over the signature before it, the first over the request's, and the trailers over the last.
    private static void VerifyChunks(AwsChunks chunks, RequestSignature signature, byte[] key)
    {
        string previous = signature.Signature;
        string head = $"{RequestSignature.Write(signature.Time)}\n{signature.Scope}\n";
        string nothing = Hex(SHA256.HashData([]));
        foreach ((byte[] data, string? given) in chunks.Chunks)
        {
            Next($"{RequestSignature.Algorithm}-PAYLOAD\n{head}{previous}\n{nothing}\n{Hex(SHA256.HashData(data))}", given);
        }

        if (chunks.Trailers.Count > 0)
        {
            string trailers = string.Concat(chunks.Trailers.Select(trailer => $"{trailer.Key.ToLowerInvariant()}:{trailer.Value}\n"));
            Next($"{RequestSignature.Algorithm}-TRAILER\n{head}{previous}\n{Hex(SHA256.HashData(Utf8(trailers)))}", chunks.TrailerSignature);
        }

        void Next(string toSign, string? given)
        {
            previous = Hex(HMACSHA256.HashData(key, Utf8(toSign)));
            _ = previous == given ? 0 : throw new AuthenticationRefusal(AuthenticationFailure.WrongSignature);
        }
    }

    private static void VerifyTime(RequestSignature signature, DateTimeOffset now, TimeSpan tolerance)
    {
        string at = RequestSignature.Write(signature.Time);
        string clock = RequestSignature.Write(now);
        if (signature.Time > now + tolerance)
        {
            throw Late($"Signature not yet current: {at} is still later than {RequestSignature.Write(now + tolerance)} ({clock} + {tolerance.TotalMinutes} min.)");
        }

        if (signature.Lifetime is { } lifetime && signature.Time + lifetime < now)
        {
            throw Late($"Signature expired: {at} is now earlier than {RequestSignature.Write(now - lifetime)} ({clock} - {lifetime.TotalMinutes} min.)");
        }

        if (signature.Lifetime is null && signature.Time < now - tolerance)
        {
            throw Late($"Signature expired: {at} is now earlier than {RequestSignature.Write(now - tolerance)} ({clock} - {tolerance.TotalMinutes} min.)");
        }
    }

    private static string PayloadHash(WireRequest request, RequestSignature signature)
    {
        string actual = Hex(SHA256.HashData(request.Body));
        string? declared = request.Header(PayloadHeader);
        if (signature.Service != "s3")
        {
            return actual;
        }

        string stated = declared ?? "UNSIGNED-PAYLOAD";
        bool isHash = stated.Length == 64;
        return isHash && stated != actual
            ? throw new AuthenticationRefusal(AuthenticationFailure.WrongPayload)
            : stated;
    }

    private static string Canonical(WireRequest request, RequestSignature signature, string payloadHash)
    {
        IEnumerable<string> query = request.QueryParameters
            .Where(parameter => parameter.Key != "X-Amz-Signature")
            .Select(parameter => (Name: Encode(parameter.Key), Value: Encode(parameter.Value)))
            .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)
            .ThenBy(parameter => parameter.Value, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Name}={parameter.Value}");
        var text = new StringBuilder()
            .Append(request.Method).Append('\n')
            .Append(CanonicalPath(request.Path, signature.Service)).Append('\n')
            .AppendJoin('&', query).Append('\n');
        foreach (string name in signature.SignedHeaders)
        {
            text.Append(name).Append(':').Append(Squeeze(request.Header(name) ?? string.Empty)).Append('\n');
        }

        return text.Append('\n').AppendJoin(';', signature.SignedHeaders).Append('\n').Append(payloadHash).ToString();
    }

    // Every service but S3 signs the path encoded once more than it is sent.
    private static string CanonicalPath(string path, string service)
    {
        string whole = path.Length == 0 ? "/" : path;
        return service == "s3" ? whole : string.Join('/', whole.Split('/').Select(Encode));
    }

    private static string Squeeze(string value) =>
        string.Join(' ', value.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static byte[] SigningKey(string secretKey, RequestSignature signature)
    {
        byte[] key = Utf8($"AWS4{secretKey}");
        foreach (string part in new[] { signature.Day, signature.Region, signature.Service, "aws4_request" })
        {
            key = HMACSHA256.HashData(key, Utf8(part));
        }

        return key;
    }

    private static string Encode(string text) => Uri.EscapeDataString(text);

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();

    private static AuthenticationRefusal Wrong(string detail) => new(AuthenticationFailure.WrongSignature, detail);

    private static AuthenticationRefusal Late(string detail) => new(AuthenticationFailure.WrongTime, detail);
}
