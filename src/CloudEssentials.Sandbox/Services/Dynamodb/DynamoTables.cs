using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Finds tables and tells what state they are in.</summary>
internal static class DynamoTables
{
    public const string Creating = "CREATING";
    public const string Active = "ACTIVE";
    public const string Updating = "UPDATING";
    public const string Deleting = "DELETING";

    // What a new table on demand bears at once: "Understanding DynamoDB warm throughput".
    private const int OnDemandReads = 12000;
    private const int OnDemandWrites = 4000;

    /// <summary>The name that a call gives, which may be an ARN.</summary>
    public static string NameOf(OperationCall call) => call.RequiredText("TableName").Split('/')[^1];

    public static string Arn(OperationCall call, string name) => $"arn:{call.Partition}:dynamodb:{call.Region}:{call.AccountId}:table/{name}";

    /// <summary>The state of a table; null once it is gone.</summary>
    public static string? StatusOf(SandboxState state, DynamoTable table)
    {
        SandboxTimings timings = state.Options.Timings;
        return table.Deleted is { } deleted ? (state.Now < deleted + timings.TableDeleting ? Deleting : null)
            : state.Now < table.Created + timings.TableCreating ? Creating
            : table.Updated is { } updated && state.Now < updated + timings.TableUpdating ? Updating
            : Active;
    }

    /// <summary>The tables of a Region that are not gone.</summary>
    public static IEnumerable<DynamoTable> In(SandboxState state, string region) =>
        DynamoState.Of(state).Tables.Current.Values.Where(table => table.Region == region && StatusOf(state, table) is not null);

    public static DynamoTable? Find(SandboxState state, string region, string name) =>
        DynamoState.Of(state).Tables.TryGet($"{region}/{name}", out DynamoTable? table) && StatusOf(state, table) is not null ? table : null;

    /// <summary>The table that a call names.</summary>
    /// <exception cref="ServiceError">There is none.</exception>
    public static DynamoTable Get(OperationCall call)
    {
        string name = NameOf(call);
        return Find(call.State, call.Region, name) ?? throw NotFound($"Requested resource not found: Table: {name} not found");
    }

    /// <summary>The table whose items a call is about: it must be there for good.</summary>
    public static DynamoTable ForItems(OperationCall call)
    {
        DynamoTable? table = Find(call.State, call.Region, NameOf(call));
        return table is not null && StatusOf(call.State, table) != Creating ? table : throw NotFound("Requested resource not found");
    }

    /// <summary>The table of an ARN.</summary>
    public static DynamoTable ByArn(OperationCall call)
    {
        string arn = call.RequiredText("ResourceArn");
        return In(call.State, call.Region).FirstOrDefault(table => table.Arn == arn) ?? throw NotFound($"Requested resource not found: ResourcArn: {arn} not found");
    }

    /// <summary>A table that may be changed now.</summary>
    /// <exception cref="ServiceError">It is still being made, changed or deleted.</exception>
    public static DynamoTable Settled(OperationCall call)
    {
        DynamoTable table = Get(call);
        string? doing = StatusOf(call.State, table) switch { Creating => "created", Updating => "updated", Deleting => "deleted", _ => null };
        return doing is null ? table : throw new ServiceError("ResourceInUseException", $"Attempt to change a resource which is still in use: Table is being {doing}: {table.Name}");
    }

    public static ServiceError NotFound(string message) => new("ResourceNotFoundException", message);

    public static ServiceError Invalid(string message) => new("ValidationException", message);

    /// <summary>Parameters of DynamoDB that the sandbox does not have are refused, not passed over.</summary>
    public static void Refuse(OperationCall call, params string[] parameters)
    {
        if (parameters.FirstOrDefault(name => call.Input[name] is not null) is { } given)
        {
            throw Invalid($"The sandbox does not support the parameter {given} of {call.Operation.Name}.");
        }
    }

    public static JsonObject Describe(OperationCall call, DynamoTable table)
    {
        List<DynamoItem> items = [.. DynamoItems.Of(call.State, table)];
        var answer = new JsonObject
        {
            ["TableName"] = table.Name,
            ["TableArn"] = table.Arn,
            ["TableId"] = table.Id,
            ["TableStatus"] = StatusOf(call.State, table) ?? Deleting,
            ["CreationDateTime"] = table.Created,
            ["AttributeDefinitions"] = new JsonArray([.. table.KeyTypes.Select(type => new JsonObject { ["AttributeName"] = type.Key, ["AttributeType"] = type.Value })]),
            ["KeySchema"] = new JsonArray([.. table.Keys.Select(key => new JsonObject { ["AttributeName"] = key, ["KeyType"] = key == table.HashKey ? "HASH" : "RANGE" })]),
            ["ItemCount"] = items.Count,
            ["TableSizeBytes"] = items.Sum(item => DynamoItems.Size(item)),
            ["ProvisionedThroughput"] = new JsonObject { ["NumberOfDecreasesToday"] = 0, ["ReadCapacityUnits"] = table.ReadUnits, ["WriteCapacityUnits"] = table.WriteUnits },
            ["DeletionProtectionEnabled"] = table.IsProtected,
            ["WarmThroughput"] = new JsonObject
            {
                ["ReadUnitsPerSecond"] = table.IsOnDemand ? OnDemandReads : table.ReadUnits,
                ["WriteUnitsPerSecond"] = table.IsOnDemand ? OnDemandWrites : table.WriteUnits,
                ["Status"] = Active,
            },
        };
        if (table.IsOnDemand)
        {
            answer["BillingModeSummary"] = new JsonObject { ["BillingMode"] = "PAY_PER_REQUEST", ["LastUpdateToPayPerRequestDateTime"] = table.Created };
        }

        if (table.TableClass != "STANDARD")
        {
            answer["TableClassSummary"] = new JsonObject { ["TableClass"] = table.TableClass };
        }

        return answer;
    }
}
