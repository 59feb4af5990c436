namespace CloudEssentials.Sandbox.Wire;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The body's type.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Further headers.</param>
internal sealed record WireResponse(int Status, string ContentType, byte[] Body, IReadOnlyDictionary<string, string> Headers);
