using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Makes a table.</summary>
internal sealed partial class CreateTable : DynamoOperation
{
    /// <summary>How many tables an account may have in a Region. See "Quotas in Amazon DynamoDB" in its Developer Guide.</summary>
    public const int Quota = 2500;

    private const string OnDemand = "PAY_PER_REQUEST";

    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        call.Structures("Tags").Any() ? [("dynamodb:TagResource", Resources(call)[0])] : [];

    public override JsonObject Execute(OperationCall call)
    {
        DynamoTables.Refuse(
            call, "LocalSecondaryIndexes", "GlobalSecondaryIndexes", "StreamSpecification", "ResourcePolicy", "GlobalTableSourceArn", "OnDemandThroughput", "WarmThroughput");
        string name = CheckName(DynamoTables.NameOf(call));
        if (DynamoTables.Find(call.State, call.Region, name) is not null)
        {
            throw new ServiceError("ResourceInUseException", $"Table already exists: {name}");
        }

        if (DynamoTables.In(call.State, call.Region).Count() >= Quota)
        {
            throw new ServiceError("LimitExceededException", $"Subscriber limit exceeded: Only {Quota} tables can be created in an account in a Region");
        }

        DynamoTable table = Read(call, name);
        DynamoState.Of(call.State).Tables[table.Key] = table;
        return new JsonObject { ["TableDescription"] = DynamoTables.Describe(call, table) };
    }

    /// <summary>The capacity that a call gives, for a table that pays for it or does not.</summary>
    public static (long Read, long Write) Capacity(OperationCall call, bool isOnDemand)
    {
        JsonNode? given = call.Input["ProvisionedThroughput"];
        if (isOnDemand)
        {
            return given is null
                ? (0, 0)
                : throw DynamoTables.Invalid("One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");
        }

        return given is null
            ? throw DynamoTables.Invalid("One or more parameter values were invalid: ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED")
            : (given["ReadCapacityUnits"]!.GetValue<long>(), given["WriteCapacityUnits"]!.GetValue<long>());
    }

    private static DynamoTable Read(OperationCall call, string name)
    {
        ImmutableSortedDictionary<string, string> types = call.Structures("AttributeDefinitions")
            .ToImmutableSortedDictionary(definition => definition["AttributeName"]!.GetValue<string>(), definition => definition["AttributeType"]!.GetValue<string>());
        (string hash, string? range) = Keys(call, types);
        bool isOnDemand = call.Text("BillingMode") == OnDemand;
        (long read, long write) = Capacity(call, isOnDemand);
        string id = call.NewId(string.Empty, 32, IdGenerator.Hexadecimal);
        return new DynamoTable
        {
            Name = name,
            Region = call.Region,
            Arn = DynamoTables.Arn(call, name),
            Id = Guid.ParseExact(id, "N").ToString(),
            Created = call.Now,
            HashKey = hash,
            RangeKey = range,
            KeyTypes = types,
            IsOnDemand = isOnDemand,
            ReadUnits = read,
            WriteUnits = write,
            IsProtected = call.Flag("DeletionProtectionEnabled"),
            TableClass = call.Text("TableClass") ?? "STANDARD",
            Tags = DynamoTags.Read(call, ImmutableSortedDictionary<string, string>.Empty),
        };
    }

    private static (string Hash, string? Range) Keys(OperationCall call, ImmutableSortedDictionary<string, string> types)
    {
        List<(string Name, string Type)> schema = [.. call.Structures("KeySchema").Select(key => (key["AttributeName"]!.GetValue<string>(), key["KeyType"]!.GetValue<string>()))];
        string? wrong = schema.Count is 0 or > 2 ? $"1 validation error detected: Value '{schema.Count}' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2"
            : schema[0].Type != "HASH" ? "Invalid KeySchema: The first KeySchemaElement is not a HASH key type"
            : schema.Count == 2 && schema[1].Type != "RANGE" ? "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type"
            : schema.Count == 2 && schema[0].Name == schema[1].Name ? "Both the Hash Key and the Range Key element in the KeySchema have the same name"
            : schema.Any(key => !types.ContainsKey(key.Name))
                ? $"One or more parameter values were invalid: Some index key attributes are not defined in AttributeDefinitions. Keys: [{string.Join(", ", schema.Select(key => key.Name))}], AttributeDefinitions: [{string.Join(", ", types.Keys)}]"
            : types.Count > schema.Count
                ? "One or more parameter values were invalid: Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions"
            : null;
        return wrong is null ? (schema[0].Name, schema.Count == 2 ? schema[1].Name : null) : throw DynamoTables.Invalid(wrong);
    }

    private static string CheckName(string name) => name.Length is < 3 or > 255
        ? throw DynamoTables.Invalid("TableName must be at least 3 characters long and at most 255 characters long")
        : NameText().IsMatch(name)
            ? name
            : throw DynamoTables.Invalid($"1 validation error detected: Value '{name}' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+");

    [GeneratedRegex(@"\A[a-zA-Z0-9_.-]+\z")]
    private static partial Regex NameText();
}
