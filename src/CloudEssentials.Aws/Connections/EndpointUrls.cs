namespace CloudEssentials.Aws.Connections;

/// <summary>Reads the addresses that users give.</summary>
internal static class EndpointUrls
{
    /// <summary>Reads an address.</summary>
    /// <exception cref="CloudException"><c>EndpointUrlInvalid</c>.</exception>
    internal static Uri Parse(string text, string origin)
    {
        bool good = Uri.TryCreate(text.Trim(), UriKind.Absolute, out Uri? url)
            && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
            && url is { Host.Length: > 0, UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0 };
        return good ? url! : throw Invalid(text, origin);
    }

    /// <summary>The error for an address that is none.</summary>
    internal static CloudException Invalid(string text, string origin) => new(
        "EndpointUrlInvalid",
        $"{origin}: '{Uri.UnescapeDataString(WithoutUser(text))}' is not the address of an endpoint.",
        CloudErrorCategory.InvalidArgument,
        remedy: "Give scheme, host and port, such as http://127.0.0.1:5000 or https://ec2.eu-west-1.amazonaws.com.");

    private static string WithoutUser(string text)
    {
        int at = text.LastIndexOf('@');
        return at < 0 ? text : $"...{text[at..]}";
    }
}
