namespace CloudEssentials.Catalog;

/// <summary>
/// The refreshed copies of the action catalogue in a user's folder. Each has the time of its making in its name and is never written
/// over, so that a process which reads an older one goes on undisturbed, and going back is removing the newest.
/// </summary>
internal sealed class ActionCatalogCopies(string folder)
{
    private const string Pattern = "actions-*.catalog";
    private const int Kept = 3;

    public string Folder { get; } = folder;

    /// <summary>The copies, the newest first.</summary>
    public IReadOnlyList<string> Find()
    {
        if (Folder.Length == 0 || !Directory.Exists(Folder))
            return [];
        var files = Directory.GetFiles(Folder, Pattern);
        Array.Sort(files, StringComparer.Ordinal);
        Array.Reverse(files);
        return files;
    }

    /// <summary>The newest copy that can be read and is not older than the shipped catalogue; else the shipped one.</summary>
    public ActionCatalog OpenNewest()
    {
        var shipped = ActionCatalog.Open(CatalogLocation.Shipped(CatalogLocation.ActionsFile));
        foreach (var path in Find())
        {
            try
            {
                var copy = ActionCatalog.Open(path);
                return copy.Date >= shipped.Date ? copy : shipped;
            }
            catch (CloudException)
            {
                // A copy that cannot be read does no harm: the one before it, or the shipped one, serves.
            }
        }

        return shipped;
    }

    /// <summary>Writes a copy, has it checked, and only then gives it its name; the oldest beyond the kept ones go.</summary>
    /// <returns>The path of the copy.</returns>
    public string Add(DateTimeOffset now, Action<Stream> write, Action<ActionCatalog> check)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"actions-{now.UtcDateTime:yyyyMMddHHmmssfff}.catalog");
        var unfinished = path + ".tmp";
        try
        {
            using (var stream = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);
            }

            var written = ActionCatalog.Open(unfinished);
            try
            {
                check(written);
            }
            finally
            {
                written.Close();
            }

            File.Move(unfinished, path);
        }
        finally
        {
            File.Delete(unfinished);
        }

        foreach (var old in Find().Skip(Kept))
            File.Delete(old);
        return path;
    }
}
