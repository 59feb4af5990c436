namespace CloudEssentials.Sandbox.Services;

/// <summary>Base64 in the alphabet that needs no escaping.</summary>
internal static class Base64Url
{
    public static string Write(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    /// <summary>The bytes; null if the text is not of this alphabet.</summary>
    public static byte[]? Read(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4);
        byte[] bytes = new byte[padded.Length];
        return Convert.TryFromBase64String(padded, bytes, out int length) ? bytes[..length] : null;
    }
}
