namespace CloudEssentials.CatalogBuilder;

/// <summary>Writes a finished file in one go, so that a failure leaves the one that was there.</summary>
internal static class OutputFile
{
    public static void Write(string path, MemoryStream content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, content.ToArray());
    }
}
