namespace CloudEssentials.Catalog;

/// <summary>A service: the prefix of its actions, and what stands behind it. The contents are read on first use, and only this service's.</summary>
public sealed class CatalogService
{
    private readonly CatalogFile _file;
    private readonly int _block;
    private ServiceContents? _contents;
    private string[]? _descriptions;

    internal CatalogService(CatalogFile file, int block, string prefix, string name, int actionCount, bool supportsResourceControlPolicies)
    {
        _file = file;
        _block = block;
        Prefix = prefix;
        Name = name;
        ActionCount = actionCount;
        SupportsResourceControlPolicies = supportsResourceControlPolicies;
    }

    /// <summary>The part before the colon: <c>s3</c>.</summary>
    public string Prefix { get; }

    /// <summary>AWS's name of the service: <c>Amazon S3</c>.</summary>
    public string Name { get; }

    /// <summary>How many actions it has, known without reading them.</summary>
    public int ActionCount { get; }

    /// <summary>Whether AWS Organizations lists the service among those that resource control policies bind.</summary>
    public bool SupportsResourceControlPolicies { get; }

    /// <summary>Its actions, by name.</summary>
    public IReadOnlyList<CatalogAction> Actions => Contents.Actions;

    /// <summary>Its types of resource, by name.</summary>
    public IReadOnlyList<CatalogResourceType> ResourceTypes => Contents.ResourceTypes;

    /// <summary>The condition keys of its table, by name; global keys that its table names are among them.</summary>
    public IReadOnlyList<CatalogConditionKey> ConditionKeys => Contents.ConditionKeys;

    internal bool IsRead => Volatile.Read(ref _contents) is not null;

    private ServiceContents Contents => Volatile.Read(ref _contents) ?? ReadContents();

    /// <summary>Finds an action by its name without the service, whatever its case.</summary>
    /// <param name="name">Such as <c>GetObject</c>.</param>
    /// <returns>The action, or null.</returns>
    public CatalogAction? FindAction(ReadOnlySpan<char> name) => Contents.FindAction(name);

    /// <inheritdoc cref="FindAction(ReadOnlySpan{char})"/>
    public CatalogAction? FindAction(string name) => FindAction(name.AsSpan());

    /// <summary>The actions that a name with <c>*</c> and <c>?</c> matches.</summary>
    /// <param name="pattern">Such as <c>Get*</c>.</param>
    /// <returns>The actions, by name.</returns>
    public IEnumerable<CatalogAction> MatchActions(string pattern) => Contents.MatchActions(pattern);

    /// <summary>Finds a type of resource by its name, whatever its case.</summary>
    /// <param name="name">Such as <c>bucket</c>.</param>
    /// <returns>The type, or null.</returns>
    public CatalogResourceType? FindResourceType(string name) => Contents.FindResourceType(name);

    /// <summary>Finds a condition key of the service's table by its whole name, whatever its case; a template is found by any key of its form.</summary>
    /// <param name="name">Such as <c>s3:prefix</c> or <c>s3:ExistingObjectTag/Owner</c>.</param>
    /// <returns>The key, or null.</returns>
    public CatalogConditionKey? FindConditionKey(string name) => Contents.FindConditionKey(name);

    /// <summary>The action whose name is nearest to one that does not exist.</summary>
    /// <param name="name">The wrong name, without the service.</param>
    /// <returns>The action, or null if none is near.</returns>
    public CatalogAction? SuggestAction(string name) => Contents.SuggestAction(name);

    /// <summary>The condition key whose name is nearest to one that does not exist.</summary>
    /// <param name="name">The wrong key, with its prefix.</param>
    /// <returns>The key, or null if none is near.</returns>
    public CatalogConditionKey? SuggestConditionKey(string name) => Contents.SuggestConditionKey(name);

    /// <summary>Returns the prefix.</summary>
    /// <returns>The prefix.</returns>
    public override string ToString() => Prefix;

    internal string DescriptionAt(int index)
    {
        var all = Volatile.Read(ref _descriptions);
        if (all is null)
            Volatile.Write(ref _descriptions, all = _file.ReadStrings(_block + 1));
        return all[index];
    }

    private ServiceContents ReadContents()
    {
        try
        {
            // Two threads may both read; only one reading is kept, so that everyone sees the same objects.
            ServiceContents read = new(this, _file.ReadBlock(_block));
            return Interlocked.CompareExchange(ref _contents, read, null) ?? read;
        }
        catch (Exception failure) when (CatalogFile.IsFault(failure))
        {
            throw _file.Damaged(failure);
        }
    }
}
