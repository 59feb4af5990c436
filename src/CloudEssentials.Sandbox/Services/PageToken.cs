using System.Text;

namespace CloudEssentials.Sandbox.Services;

/// <summary>
/// The token between two pages of an answer. It names the operation and the last item given, so that what is created or deleted between
/// two pages shifts nothing.
/// </summary>
internal static class PageToken
{
    public static string Write(OperationCall call, string key) =>
        Base64Url.Write(Encoding.UTF8.GetBytes($"{call.Operation.Name}\n{key}"));

    /// <summary>The key that a token names; null for a token of another operation, or of nobody.</summary>
    public static string? Read(OperationCall call, string token)
    {
        string[] parts = Base64Url.Read(token) is { } bytes ? Encoding.UTF8.GetString(bytes).Split('\n') : [];
        return parts.Length == 2 && parts[0] == call.Operation.Name ? parts[1] : null;
    }
}
