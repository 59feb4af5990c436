using System.Text.Json;
using CloudEssentials.Catalog;

namespace CloudEssentials.Accounts;

/// <summary>Reads the small data files of this room.</summary>
internal static class DataFiles
{
    /// <summary>Where a file or folder of <c>data/</c> is.</summary>
    internal static string PathOf(string name) =>
        Path.Combine(Path.GetDirectoryName(CatalogLocation.Shipped(CatalogLocation.ActionsFile))!, name);

    /// <summary>Reads a JSON file.</summary>
    /// <exception cref="CloudException"><c>DataUnreadable</c>.</exception>
    internal static T Read<T>(string path, Func<JsonElement, T> read)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
            return read(document.RootElement);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CloudException("DataUnreadable", $"The file '{path}' of the module cannot be read: {exception.Message}", CloudErrorCategory.ReadError, path, "Install the module again.", exception);
        }
    }

    /// <summary>A text of an object; its absence is an error.</summary>
    internal static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    /// <summary>The texts of a list; none where it is not there.</summary>
    internal static IReadOnlyList<string> Texts(this JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement list) ? [.. list.EnumerateArray().Select(item => item.GetString() ?? "")] : [];
}
