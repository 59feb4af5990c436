namespace CloudEssentials.ClientGenerator;

internal static class FileText
{
    /// <summary>Writes only what changed, so that an unchanged client is not compiled again; null removes the file.</summary>
    internal static void Write(string path, string? text)
    {
        if (text is null)
        {
            File.Delete(path);
            return;
        }
        text = text.ReplaceLineEndings("\n");
        if (File.Exists(path) && File.ReadAllText(path) == text) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
