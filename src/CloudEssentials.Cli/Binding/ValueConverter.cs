using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CloudEssentials.Cli.Binding;

/// <summary>Makes an input's value of text from the command line or of JSON from the pipeline.</summary>
internal static class ValueConverter
{
    private static readonly JsonSerializerOptions _json = new()
    {
        PropertyNameCaseInsensitive = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The type of a list's items, or null where the type is no list.</summary>
    internal static Type? ElementOf(Type type)
    {
        if (type.IsArray)
            return type.GetElementType();
        return type.IsGenericType && type != typeof(string) && typeof(IEnumerable).IsAssignableFrom(type) && type.GenericTypeArguments.Length == 1
            ? type.GenericTypeArguments[0]
            : null;
    }

    /// <summary>Converts arguments as they were typed.</summary>
    /// <param name="name">The input's name, for the error.</param>
    /// <param name="arguments">One text, or several for a list.</param>
    /// <param name="type">The type wanted.</param>
    /// <param name="documents">True where the input takes JSON documents, whose text is kept.</param>
    /// <exception cref="CloudException">The text is no such value.</exception>
    internal static object? FromText(string name, IReadOnlyList<string> arguments, Type type, bool documents) =>
        ElementOf(type) is { } element
            ? ToList([.. arguments.Select(argument => One(name, argument, element, documents))], element)
            : One(name, arguments.Count == 0 ? "" : arguments[^1], type, documents);

    /// <summary>Converts a JSON value.</summary>
    /// <inheritdoc cref="FromText"/>
    internal static object? FromJson(string name, JsonElement json, Type type)
    {
        if (ElementOf(type) is { } element)
        {
            IEnumerable<JsonElement> items = json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [json];
            return ToList([.. items.Select(item => FromJson(name, item, element))], element);
        }

        if (type == typeof(object) || type.IsAssignableFrom(typeof(PipedObject)))
            return PipedObject.ValueOf(json);
        if (json.ValueKind == JsonValueKind.Object && type != typeof(string))
            return Guard(name, json.GetRawText(), type, () => type == typeof(Hashtable) ? ToHashtable(json) : Parser(type) is { } parse ? parse(json.GetRawText()) : json.Deserialize(type, _json));
        return One(name, json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText(), type, documents: false);
    }

    /// <summary>True where a JSON value of this kind can be such a value without being forced.</summary>
    internal static bool Fits(JsonElement? json, Type type)
    {
        Type plain = ElementOf(type) ?? type;
        bool simple = plain == typeof(string) || plain.IsPrimitive || plain.IsEnum || Nullable.GetUnderlyingType(plain) is not null;
        return plain == typeof(object) || (json is { ValueKind: JsonValueKind.Object }) != simple || (!simple && Parser(plain) is not null);
    }

    /// <summary>A list of a type from items.</summary>
    internal static object ToList(IReadOnlyList<object?> items, Type element)
    {
        Array array = Array.CreateInstance(element, items.Count);
        for (int i = 0; i < items.Count; i++)
            array.SetValue(items[i], i);
        return array;
    }

    private static object? One(string name, string text, Type type, bool documents)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(string))
            return text;
        if (text == "$null" && plain == type && !type.IsValueType)
            return null;
        return Guard(name, text, plain, () => Convert(text, plain, documents));
    }

    private static object? Convert(string text, Type type, bool documents)
    {
        if (type == typeof(object))
            return documents ? text : AnyObject(text);
        if (type == typeof(bool))
            return bool.Parse(text.TrimStart('$'));
        if (type.IsEnum)
            return Enum.Parse(type, text, ignoreCase: true);
        if (type == typeof(SecureString))
            return Secure(text);
        if (type == typeof(TimeSpan))
            return TimeSpan.Parse(text, CultureInfo.InvariantCulture);
        if (type == typeof(DateTimeOffset))
            return DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        if (type == typeof(Uri))
            return new Uri(text);
        if (Parser(type) is { } parse)
            return parse(text);
        if (typeof(IDictionary).IsAssignableFrom(type) || type.IsInterface || (type.IsClass && text.TrimStart().StartsWith('{')))
            return FromObjectText(text, type);
        return System.Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }

    private static object? FromObjectText(string text, Type type)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        return type.IsAssignableFrom(typeof(Hashtable)) ? ToHashtable(document.RootElement) : document.RootElement.Deserialize(type, _json);
    }

    private static object? AnyObject(string text)
    {
        if (!text.TrimStart().StartsWith('{') && !text.TrimStart().StartsWith('['))
            return text;
        using JsonDocument document = JsonDocument.Parse(text);
        return PipedObject.ValueOf(document.RootElement);
    }

    private static Hashtable ToHashtable(JsonElement json)
    {
        Hashtable table = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonProperty property in json.EnumerateObject())
            table[property.Name] = PipedObject.ValueOf(property.Value);
        return table;
    }

    private static SecureString Secure(string text)
    {
        SecureString secret = new();
        foreach (char character in text)
            secret.AppendChar(character);
        secret.MakeReadOnly();
        return secret;
    }

    // PowerShell finds the same method.
    private static Func<string, object?>? Parser(Type type)
    {
        MethodInfo? parse = type.IsPrimitive ? null : type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, [typeof(string)]);
        return parse is null ? null : text => parse.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [text], CultureInfo.InvariantCulture);
    }

    private static object? Guard(string name, string text, Type type, Func<object?> convert)
    {
        try
        {
            return convert();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException or JsonException or InvalidCastException or NotSupportedException or InvalidOperationException)
        {
            string wanted = type.IsEnum ? $"one of {string.Join(", ", Enum.GetNames(type))}" : $"a value of type {type.Name}";
            string remedy = exception is JsonException ? $"Objects and hashtables are written as JSON: {exception.Message}" : $"It takes {wanted}.";
            throw new CloudException("ParameterArgumentTransformationError", $"-{name} cannot take '{Shorten(text)}'.", CloudErrorCategory.InvalidArgument, name, remedy, exception);
        }
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : $"{text[..57]}...";
}
