namespace CloudEssentials.Sandbox.Wire;

/// <summary>A request as it came over the wire, before anything has been made of it.</summary>
internal sealed class WireRequest
{
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">Path and query, undecoded, as on the request line.</param>
    /// <param name="headers">Every header; several values of one name joined by a comma. Must hold <c>host</c>.</param>
    /// <param name="body">The body; empty if there is none.</param>
    public WireRequest(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        int question = target.IndexOf('?', StringComparison.Ordinal);
        Method = method;
        Path = question < 0 ? target : target[..question];
        Query = question < 0 ? string.Empty : target[(question + 1)..];
        Headers = headers;
        Body = body;
        QueryParameters = FormParameters.Parse(Query);
    }

    public string Method { get; }

    /// <summary>The path, still percent-encoded.</summary>
    public string Path { get; }

    /// <summary>The query without its question mark, still percent-encoded.</summary>
    public string Query { get; }

    /// <summary>The query's parameters, decoded.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> QueryParameters { get; }

    /// <summary>Headers by name, whatever the case.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; }

    public byte[] Body { get; }

    public string? Header(string name) => Headers.TryGetValue(name, out string? value) ? value : null;

    public string? QueryParameter(string name) =>
        QueryParameters.Where(parameter => parameter.Key == name).Select(parameter => parameter.Value).FirstOrDefault();
}
