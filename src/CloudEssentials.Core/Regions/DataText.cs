using CloudEssentials.Catalog;

namespace CloudEssentials.Regions;

/// <summary>Reads a text file of <c>data/</c>.</summary>
internal static class DataText
{
    public static string Read(string file)
    {
        string path = CatalogLocation.Shipped(file);
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CloudException("CatalogNotFound", $"The catalogue '{path}' cannot be read: {exception.Message}", CloudErrorCategory.ReadError, path, "Install the module again.", exception);
        }
    }
}
