namespace CloudEssentials.Accounts;

/// <summary>Something that IAM keeps under a name and an ARN in an account.</summary>
public abstract record IamEntity
{
    /// <summary>The account, 12 digits.</summary>
    public required string AccountId { get; init; }

    /// <summary>Its ARN.</summary>
    public required string Arn { get; init; }

    /// <summary>Its path, such as <c>/</c> or <c>/teams/web/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>When it was made, UTC; null where that was not told.</summary>
    public DateTimeOffset? CreateDate { get; init; }

    /// <summary>Its tags.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Tags { get; init; } = [];

    /// <summary>Its name, whatever AWS calls it for this kind.</summary>
    public abstract string Name { get; }
}
