namespace CloudEssentials.Catalog;

/// <summary>Writes a catalogue of managed policies: block 0 has all but the documents, each further block some documents of neighbouring names.</summary>
internal static class ManagedPolicyCatalogWriter
{
    public const string Kind = "managed-policies";

    // Large enough that policies of one service share their words, small enough that one policy is had in a millisecond.
    private const int BlockLength = 192 * 1024;

    public static void Write(Stream stream, CatalogStamp stamp, IEnumerable<ManagedPolicyFacts> policies)
    {
        var all = policies.OrderBy(policy => policy.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        var blocks = Divide(all);
        CatalogFileWriter file = new();
        file.Add(Index(all, blocks));
        foreach (var documents in blocks)
        {
            BlockWriter block = new();
            block.WriteStrings(documents);
            file.Add(block);
        }

        file.Write(stream, Kind, stamp.DateText, stamp.Version, stamp.Source);
    }

    private static List<List<string>> Divide(ManagedPolicyFacts[] all)
    {
        List<List<string>> blocks = [];
        var length = BlockLength;
        foreach (var policy in all)
        {
            if (length >= BlockLength)
            {
                blocks.Add([]);
                length = 0;
            }

            blocks[^1].Add(policy.Document);
            length += policy.Document.Length;
        }

        return blocks;
    }

    private static BlockWriter Index(ManagedPolicyFacts[] all, List<List<string>> blocks)
    {
        BlockWriter index = new();
        var paths = all.Select(policy => policy.Path).Distinct().Order(StringComparer.Ordinal).ToList();
        index.WriteStrings(paths);
        index.WriteNumber(all.Length);
        var places = blocks.SelectMany((block, i) => block.Select((_, place) => (Block: i + 1, Place: place)));
        foreach (var (policy, place) in all.Zip(places))
        {
            index.WriteString(policy.Name);
            index.WriteNumber(paths.IndexOf(policy.Path));
            index.WriteNumber(policy.Version);
            index.WriteNumber((int)policy.CreateDate.ToUnixTimeSeconds());
            index.WriteNumber((int)(policy.UpdateDate - policy.CreateDate).TotalSeconds);
            index.WriteNumber(place.Block);
            index.WriteNumber(place.Place);
        }

        return index;
    }
}
