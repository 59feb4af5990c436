using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>What a service answered to a series of calls, field by field, in a form in which two accounts' answers can be compared.</summary>
internal sealed class EmulatorAnswers
{
    private readonly Dictionary<string, SortedDictionary<string, string>> answers = [];

    public static BasicAWSCredentials Keys { get; } = new(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey);

    public static T Config<T>(string url)
        where T : ClientConfig, new() => new() { ServiceURL = url, AuthenticationRegion = "us-east-1", MaxErrorRetry = 0 };

    /// <summary>Makes a call and keeps its answer, or its refusal, under a name.</summary>
    /// <returns>The answer; null for a refusal.</returns>
    public async Task<T?> Ask<T>(string name, Func<Task<T>> call)
        where T : AmazonWebServiceResponse
    {
        try
        {
            T answer = await call();
            answers[name] = Flatten(answer);
            return answer;
        }
        catch (AmazonServiceException exception)
        {
            answers[name] = new() { ["Code"] = exception.ErrorCode, ["Status"] = $"{(int)exception.StatusCode}", ["Message"] = Same(exception.Message) };
            return null;
        }
    }

    /// <summary>What differs must be in a list of differences, and what is in the list must differ.</summary>
    public static void AssertDiffer(IReadOnlyList<KnownDifference> differences, EmulatorAnswers ours, EmulatorAnswers theirs)
    {
        List<string> unknown = [];
        HashSet<KnownDifference> met = [];
        foreach ((string operation, SortedDictionary<string, string> answer) in ours.answers)
        {
            foreach (string field in answer.Keys.Union(theirs.answers[operation].Keys))
            {
                string? here = answer.GetValueOrDefault(field);
                string? there = theirs.answers[operation].GetValueOrDefault(field);
                if (here == there)
                {
                    continue;
                }

                KnownDifference? known = differences.FirstOrDefault(known => operation.StartsWith(known.Operation, StringComparison.Ordinal) && Regex.IsMatch(field, known.Field));
                if (known is null)
                {
                    unknown.Add($"{operation} {field}: sandbox {here ?? "nothing"}, emulator {there ?? "nothing"}");
                }
                else
                {
                    met.Add(known);
                }
            }
        }

        Assert.True(unknown.Count == 0, string.Join(Environment.NewLine, unknown));
        Assert.Equal(differences, differences.Where(met.Contains));
    }

    /// <summary>An answer's fields by their paths; a list's items are named by what names them, and not by their order.</summary>
    private static SortedDictionary<string, string> Flatten<T>(T response)
    {
        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Walk(JsonSerializer.SerializeToNode(response), string.Empty);
        return fields;

        void Walk(JsonNode? node, string path)
        {
            switch (node)
            {
                case JsonObject structure:
                    foreach ((string name, JsonNode? child) in structure.Where(child => child.Key is not ("ResponseMetadata" or "ContentLength" or "HttpStatusCode")))
                    {
                        Walk(child, path.Length == 0 ? name : $"{path}.{name}");
                    }

                    break;
                case JsonArray list:
                    for (int index = 0; index < list.Count; index++)
                    {
                        string? name = list[index] is JsonObject item
                            ? (item["ZoneName"] ?? item["RegionName"] ?? item["Key"] ?? item["DestinationCidrBlock"] ?? item["AttributeName"] ?? item["IsEgress"])?.ToString()
                            : null;
                        Walk(list[index], $"{path}[{name ?? $"{index}"}]");
                    }

                    break;
                case not null:
                    fields[path] = Same(node.ToString());
                    break;
            }
        }
    }

    // Ids and times are never the same; that they are there, and of which kind, is.
    private static string Same(string value) => value switch
    {
        _ when Regex.IsMatch(value, "^A[A-Z]{3}[A-Z0-9]{16,17}$") => $"{value[..4]}...",
        _ when Regex.IsMatch(value, @"^\d{4}-\d\d-\d\dT") => "(time)",
        _ when value.StartsWith('%') => Uri.UnescapeDataString(value.Replace('+', ' ')),
        _ when Guid.TryParse(value, out _) => "(guid)",
        _ => Regex.Replace(
            Regex.Replace(value, "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "(guid)"),
            @"\b([a-z]+(?:-[a-z]+)*)-[0-9a-f]{8,32}\b|(?<=/)[0-9a-f]{16}\b",
            "$1-..."),
    };
}
