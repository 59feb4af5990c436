using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Dynamodb;

/// <summary>Items and their keys.</summary>
internal static class DynamoItems
{
    private const int MaximumSize = 400 * 1024;

    private static readonly string[] Types = ["S", "N", "B", "SS", "NS", "BS", "M", "L", "NULL", "BOOL"];

    /// <summary>The items of a table.</summary>
    public static IEnumerable<DynamoItem> Of(SandboxState state, DynamoTable table) =>
        DynamoState.Of(state).Items.Current.Values.Where(item => item.TableId == table.Id);

    /// <summary>Items in the order of their keys.</summary>
    public static IEnumerable<DynamoItem> Sorted(DynamoTable table, IEnumerable<DynamoItem> items) => table.RangeKey is not { } range
        ? items
        : items.Select(item => (Item: item, Attributes: item.Read()))
            .OrderBy(pair => pair.Item.Key.Split('/')[0], StringComparer.Ordinal)
            .ThenBy(pair => pair.Attributes[range], Comparer<JsonNode?>.Create((one, other) => DynamoValues.Compare(one, other) ?? 0))
            .Select(pair => pair.Item);

    /// <summary>Where a key stands among the items of a table.</summary>
    public static string Place(DynamoTable table, JsonObject key) => KeyText(table, key);

    /// <summary>The order of an item and a key that may be nobody's.</summary>
    public static int Compare(DynamoTable table, JsonObject item, string itemPlace, JsonObject key, string keyPlace)
    {
        int order = string.CompareOrdinal(itemPlace.Split('/')[0], keyPlace.Split('/')[0]);
        return order != 0 || table.RangeKey is null ? order : DynamoValues.Compare(item[table.RangeKey], key[table.RangeKey]) ?? 0;
    }

    public static DynamoItem? Find(SandboxState state, DynamoTable table, JsonObject key) =>
        DynamoState.Of(state).Items.TryGet($"{table.Id}/{KeyText(table, key)}", out DynamoItem? item) ? item : null;

    public static void Set(SandboxState state, DynamoTable table, JsonObject attributes)
    {
        var item = new DynamoItem(table.Id, KeyText(table, attributes), JsonSerializer.SerializeToElement(attributes));
        if (Size(item) > MaximumSize)
        {
            throw DynamoTables.Invalid("Item size has exceeded the maximum allowed size");
        }

        DynamoState.Of(state).Items[item.Id] = item;
    }

    public static long Size(DynamoItem item) => Encoding.UTF8.GetByteCount(item.Attributes.GetRawText());

    /// <summary>The key attributes of an item.</summary>
    public static JsonObject KeyOf(DynamoTable table, JsonObject item) => new(table.Keys.Select(key => KeyValuePair.Create(key, item[key]?.DeepClone())));

    /// <exception cref="ServiceError">A key is missing, of another type, or empty, or a value is of no type.</exception>
    public static void CheckItem(DynamoTable table, JsonObject item)
    {
        foreach (string key in table.Keys)
        {
            string actual = TypeOf(item[key] ?? throw DynamoTables.Invalid($"One or more parameter values were invalid: Missing the key {key} in the item"));
            if (actual != table.KeyTypes[key])
            {
                throw DynamoTables.Invalid($"One or more parameter values were invalid: Type mismatch for key {key} expected: {table.KeyTypes[key]} actual: {actual}");
            }

            CheckNotEmpty(key, item[key]!);
        }

        CheckValues(item.Select(attribute => attribute.Value));
    }

    /// <exception cref="ServiceError">The key is not the table's.</exception>
    public static void CheckKey(DynamoTable table, JsonObject key)
    {
        if (key.Count != table.Keys.Count() || table.Keys.Any(name => key[name] is null || TypeOf(key[name]!) != table.KeyTypes[name]))
        {
            throw DynamoTables.Invalid("The provided key element does not match the schema");
        }

        foreach (string name in table.Keys)
        {
            CheckNotEmpty(name, key[name]!);
        }
    }

    public static void CheckValues(IEnumerable<JsonNode?> values)
    {
        foreach (JsonNode? value in values)
        {
            string type = TypeOf(value!);
            JsonNode content = value![type]!;
            if (type == "M")
            {
                CheckValues(content.AsObject().Select(entry => entry.Value));
            }
            else if (type == "L")
            {
                CheckValues(content.AsArray());
            }
            else if (type is "N" && !DynamoValues.IsNumber(content.GetValue<string>()))
            {
                throw DynamoTables.Invalid("The parameter cannot be converted to a numeric value");
            }
            else if (type is "SS" or "NS" or "BS")
            {
                CheckSet(type, content.AsArray());
            }
        }
    }

    /// <summary>The type of a value.</summary>
    /// <exception cref="ServiceError">It has none, or two.</exception>
    public static string TypeOf(JsonNode value) => value.AsObject() is { Count: 1 } one && Types.Contains(one.First().Key)
        ? one.First().Key
        : throw DynamoTables.Invalid(value.AsObject().Count == 0
            ? "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
            : "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");

    /// <summary>What a read or write costs, if the caller wants to know.</summary>
    public static JsonObject? Capacity(OperationCall call, DynamoTable table, double units) => call.Text("ReturnConsumedCapacity") is null or "NONE"
        ? null
        : new JsonObject { ["TableName"] = table.Name, ["CapacityUnits"] = units };

    // As on AWS, the partition key's hash decides where an item stands.
    private static string KeyText(DynamoTable table, JsonObject key)
    {
        string hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(DynamoValues.Canonical(key[table.HashKey]!))))[..32];
        return table.RangeKey is null ? hash : $"{hash}/{DynamoValues.Canonical(key[table.RangeKey]!)}";
    }

    private static void CheckNotEmpty(string key, JsonNode value)
    {
        if ((value["S"] ?? value["B"])?.GetValue<string>().Length == 0)
        {
            throw DynamoTables.Invalid(string.Create(
                CultureInfo.InvariantCulture,
                $"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty {(value["S"] is null ? "binary" : "string")} value. Key: {key}"));
        }
    }

    private static void CheckSet(string type, JsonArray values)
    {
        string kind = type switch { "SS" => "string", "NS" => "number", _ => "binary" };
        if (values.Count == 0)
        {
            throw DynamoTables.Invalid($"One or more parameter values were invalid: An {kind} set  may not be empty");
        }

        if (values.Select(value => value!.GetValue<string>()).Distinct(StringComparer.Ordinal).Count() < values.Count)
        {
            throw DynamoTables.Invalid($"One or more parameter values were invalid: Input collection [{string.Join(", ", values.Select(value => value!.ToString()))}] contains duplicates.");
        }
    }
}
