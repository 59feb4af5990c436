using System.Globalization;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Util;

namespace CloudEssentials.Aws.Clients;

/// <summary>The parts of a rest-json request beside its body: labels of the path, the query string, headers.</summary>
internal sealed class RestOut(DefaultRequest request)
{
    internal void Label(string name, string? value, bool greedy)
    {
        // An empty label would silently address another resource: the service would see a shorter path.
        if (string.IsNullOrEmpty(value)) throw new AmazonClientException($"Request object does not have required field {name} set.");
        request.AddPathResource(greedy ? $"{{{name}+}}" : $"{{{name}}}", greedy ? value.TrimStart('/') : value);
    }

    internal void Query(string name, string? value)
    {
        if (value is not null) request.Parameters.Add(name, value);
        request.UseQueryString = true;
    }

    internal void Query(string name, List<string>? values)
    {
        if (Collections.IsSet(values)) request.ParameterCollection.Add(name, values);
        request.UseQueryString = true;
    }

    internal void Query(Dictionary<string, string>? values)
    {
        foreach ((string name, string value) in values ?? []) Query(name, value);
    }

    internal void Header(string name, string? value)
    {
        if (value is not null) request.Headers[name] = value;
    }

    internal static string? Text(string? value) => value;

    internal static string? Text(ConstantClass? value) => value?.Value;

    internal static string? Text(int? value) => value is null ? null : StringUtils.FromInt(value);

    internal static string? Text(long? value) => value is null ? null : StringUtils.FromLong(value);

    internal static string? Text(bool? value) => value is null ? null : StringUtils.FromBool(value);

    internal static string? Text(double? value) => value is null ? null : StringUtils.FromDouble(value);

    internal static string? Text(DateTime? value) => value?.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.FFFZ", CultureInfo.InvariantCulture);
}
