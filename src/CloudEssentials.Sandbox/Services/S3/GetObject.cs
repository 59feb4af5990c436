using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Reads an object, or a range of it.</summary>
internal sealed partial class GetObject : ReadObject
{
    private static readonly string[] Overridden = ["CacheControl", "ContentDisposition", "ContentEncoding", "ContentLanguage", "ContentType", "Expires"];

    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        S3Version version = Version(call, found);
        JsonObject answer = S3Objects.Describe(call, found.Bucket, version);
        foreach (string name in Overridden.Where(name => call.Text($"Response{name}") is not null))
        {
            answer[name] = call.Text($"Response{name}");
        }

        if (call.Text("Range") is not { } text || RangeText().Match(text) is not { Success: true } range)
        {
            answer["Body"] = Convert.ToBase64String(version.Body);
            return answer;
        }

        (int first, int last) = Range(range, version.Body.Length, text);
        answer["Body"] = Convert.ToBase64String(version.Body[first..(last + 1)]);
        answer["ContentRange"] = string.Create(CultureInfo.InvariantCulture, $"bytes {first}-{last}/{version.Body.Length}");

        // A checksum is of the whole object, and the part would not be found to have it.
        answer.Remove($"Checksum{version.ChecksumAlgorithm.ToUpperInvariant()}");
        return answer;
    }

    private static (int First, int Last) Range(Match range, int size, string text)
    {
        int? from = Number("from");
        int? to = Number("to");
        int first = from ?? Math.Max(0, size - (to ?? 0));
        int last = from is null ? size - 1 : Math.Min(to ?? int.MaxValue, size - 1);
        return first >= size || last < first || (from is null && to is null or 0)
            ? throw S3Errors.Of("InvalidRange", "The requested range is not satisfiable", 416, ("RangeRequested", text), ("ActualObjectSize", $"{size}"))
            : (first, last);

        int? Number(string group) => int.TryParse(range.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
    }

    [GeneratedRegex(@"\Abytes=(?<from>\d*)-(?<to>\d*)\z")]
    private static partial Regex RangeText();
}
