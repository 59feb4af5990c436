namespace CloudEssentials.CatalogBuilder.Regions;

/// <summary>A reviewed table of the tool: tab-separated lines, <c>#</c> for comments.</summary>
internal static class FactFile
{
    public static IEnumerable<string[]> Read(string name, int columns)
    {
        using var stream = typeof(FactFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"{name} is not in the tool.");
        using StreamReader reader = new(stream);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0 || line[0] == '#')
                continue;
            var fields = line.Split('\t');
            if (fields.Length != columns)
                throw new InvalidDataException($"{name}, line {number}: {fields.Length} columns instead of {columns}.");
            yield return fields;
        }
    }
}
