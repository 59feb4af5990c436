using System.Text;

namespace CloudEssentials.Operations;

/// <summary>Writes files that are there whole or not at all: half of one would tell half the truth.</summary>
internal static class WholeFile
{
    /// <summary>Writes a text in UTF-8, over what was there.</summary>
    /// <exception cref="CloudException"><c>FileFailed</c>, <c>FileAccessDenied</c>, <c>FileNotFound</c>.</exception>
    internal static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        string part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            await File.WriteAllTextAsync(part, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken).ConfigureAwait(false);
            File.Move(part, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CloudErrors.From(exception);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
