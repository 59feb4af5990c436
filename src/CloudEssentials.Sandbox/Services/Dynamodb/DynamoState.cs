using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>The section that holds the tables of all Regions, and their items.</summary>
internal sealed class DynamoState : StateSection
{
    private const string SectionName = "dynamodb";

    private DynamoState(SandboxState state)
        : base(state, SectionName)
    {
        Tables = Table<DynamoTable>("tables", StringComparer.Ordinal);
        Items = Table<DynamoItem>("items", StringComparer.Ordinal);
    }

    /// <summary>The tables by Region and name, those that are gone among them until another takes the name.</summary>
    public ResourceTable<DynamoTable> Tables { get; }

    public ResourceTable<DynamoItem> Items { get; }

    public static DynamoState Of(SandboxState state) => state.Section(made => new DynamoState(made), SectionName);
}
