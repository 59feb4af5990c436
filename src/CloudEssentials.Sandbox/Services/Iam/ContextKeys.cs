using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudEssentials.Policies;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>The context keys that policies ask for: those of conditions, and those of policy variables.</summary>
internal static partial class ContextKeys
{
    public static IReadOnlyList<string> In(IEnumerable<PolicyDocument> documents) =>
    [
        .. documents
            .SelectMany(document => document.Statements)
            .SelectMany(statement => statement.Condition.SelectMany(block => block.Entries).Select(entry => entry.Key)
                .Concat(Variable().Matches(statement.Node.ToJson()).Select(match => match.Groups[1].Value)))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase),
    ];

    public static JsonObject Answer(IEnumerable<PolicyDocument> documents) =>
        new() { ["ContextKeyNames"] = new JsonArray([.. In(documents).Select(key => JsonValue.Create(key))]) };

    // ${aws:username}, or with what stands in for a missing value: ${aws:PrincipalTag/team, 'none'}.
    [GeneratedRegex(@"\$\{([\w-]+:[^},]+?)\s*(?:,[^}]*)?\}")]
    private static partial Regex Variable();
}
