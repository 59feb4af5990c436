using System.Globalization;
using Amazon.Runtime.Internal.Transform;

namespace CloudEssentials.Aws.Clients;

/// <summary>The members of a rest-json response that travel as headers.</summary>
internal static class HeaderIn
{
    internal static string? String(this IWebResponseData response, string name) =>
        response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;

    internal static int? Int32(this IWebResponseData response, string name) =>
        response.String(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    internal static long? Int64(this IWebResponseData response, string name) =>
        response.String(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    internal static bool? Boolean(this IWebResponseData response, string name) =>
        response.String(name) is { } text ? bool.Parse(text) : null;
}
