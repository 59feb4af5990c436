using System.Diagnostics.CodeAnalysis;

namespace CloudEssentials.Catalog;

/// <summary>
/// The AWS managed policies, as of <see cref="Date"/>. Names and dates are read on first use, documents by the block of some dozens when one of them is
/// asked for. Safe for many threads at once.
/// </summary>
public sealed class ManagedPolicyCatalog
{
    private const string ArnStart = ":iam::aws:policy/";
    private static ManagedPolicyCatalog? _default;
    private readonly CatalogFile _file;
    private readonly ManagedPolicy[] _policies;
    private readonly string[] _names;

    // Weak: the whole is some megabytes of text, which nobody who asked for one policy should keep.
    private readonly WeakReference<string[]>?[] _blocks;

    private ManagedPolicyCatalog(CatalogFile file)
    {
        _file = file;
        _blocks = new WeakReference<string[]>?[file.BlockCount];
        var index = file.ReadBlock(0);
        try
        {
            _policies = ReadIndex(index);
        }
        catch (Exception failure) when (CatalogFile.IsFault(failure))
        {
            throw file.Damaged(failure);
        }

        _names = Array.ConvertAll(_policies, policy => policy.Name);
        Policies = Array.AsReadOnly(_policies);
    }

    /// <summary>The catalogue that the module ships, opened on first use.</summary>
    /// <exception cref="CloudException"><c>CatalogNotFound</c> or <c>CatalogUnreadable</c>: the module's own file is missing or damaged.</exception>
    public static ManagedPolicyCatalog Default => Volatile.Read(ref _default) ?? OpenDefault();

    /// <summary>The day of the facts.</summary>
    public DateOnly Date => _file.Date;

    /// <summary>The version of the source.</summary>
    public string Version => _file.Version;

    /// <summary>Where the facts come from.</summary>
    public string Source => _file.Source;

    /// <summary>All policies, by name.</summary>
    public IReadOnlyList<ManagedPolicy> Policies { get; }

    internal int BlocksRead => _file.BlocksRead;

    internal int BlockCount => _file.BlockCount;

    /// <summary>Opens a catalogue.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="CloudException"><c>CatalogNotFound</c> or <c>CatalogUnreadable</c>.</exception>
    public static ManagedPolicyCatalog Open(string path) => new(CatalogFile.Open(path, ManagedPolicyCatalogWriter.Kind));

    /// <summary>Finds a policy by its name or its ARN, of whatever partition; case does not count.</summary>
    /// <param name="nameOrArn">Such as <c>ReadOnlyAccess</c> or <c>arn:aws:iam::aws:policy/ReadOnlyAccess</c>.</param>
    /// <returns>The policy, or null.</returns>
    [SuppressMessage("Performance", "CA1865", Justification = "The comparison is of text without case.")]
    public ManagedPolicy? Find(string nameOrArn)
    {
        ArgumentNullException.ThrowIfNull(nameOrArn);
        if (!nameOrArn.StartsWith("arn:", StringComparison.OrdinalIgnoreCase))
            return FindName(nameOrArn);
        var start = nameOrArn.IndexOf(ArnStart, StringComparison.OrdinalIgnoreCase);
        var policy = start < 0 ? null : FindName(nameOrArn.AsSpan(nameOrArn.LastIndexOf('/') + 1));
        var path = start < 0 ? "" : nameOrArn[(start + ArnStart.Length - 1)..(nameOrArn.LastIndexOf('/') + 1)];
        return string.Equals(policy?.Path, path, StringComparison.OrdinalIgnoreCase) ? policy : null;
    }

    /// <summary>The policies whose names a text with <c>*</c> and <c>?</c> matches.</summary>
    /// <param name="pattern">Such as <c>AmazonS3*</c>.</param>
    /// <returns>The policies, by name.</returns>
    public IEnumerable<ManagedPolicy> Match(string pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return NameIndex.Match(_names, pattern).Select(at => _policies[at]);
    }

    /// <summary>The policy whose name is nearest to one that does not exist.</summary>
    /// <param name="name">The wrong name.</param>
    /// <returns>The policy, or null if none is near.</returns>
    public ManagedPolicy? Suggest(string name) => NearestName.Find(name, _names) is { } nearest ? FindName(nearest) : null;

    internal string ReadDocument(ManagedPolicy policy)
    {
        if (_blocks[policy.Block] is { } held && held.TryGetTarget(out var documents))
            return documents[policy.Place];
        documents = _file.ReadStrings(policy.Block);
        _blocks[policy.Block] = new(documents);
        return documents[policy.Place];
    }

    private static ManagedPolicyCatalog OpenDefault()
    {
        var opened = Open(CatalogLocation.Shipped(CatalogLocation.ManagedPoliciesFile));
        return Interlocked.CompareExchange(ref _default, opened, null) ?? opened;
    }

    private ManagedPolicy? FindName(ReadOnlySpan<char> name) => NameIndex.Find(_names, name) is >= 0 and var at ? _policies[at] : null;

    private ManagedPolicy[] ReadIndex(BlockReader reader)
    {
        var paths = reader.ReadStrings();
        var all = new ManagedPolicy[reader.ReadCount()];
        for (var i = 0; i < all.Length; i++)
        {
            var name = reader.ReadString();
            var path = paths[reader.ReadNumber()];
            var version = "v" + reader.ReadNumber();
            var created = DateTimeOffset.FromUnixTimeSeconds(reader.ReadNumber());
            var updated = created.AddSeconds(reader.ReadNumber());
            all[i] = new(this, name, path, version, created, updated, reader.ReadNumber(), reader.ReadNumber());
        }

        return all;
    }
}
