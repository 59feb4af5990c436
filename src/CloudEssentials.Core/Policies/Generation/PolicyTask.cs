using System.Collections;
using System.Text;
using System.Text.RegularExpressions;

namespace CloudEssentials.Policies.Generation;

/// <summary>A job that comes up everywhere, with the smallest policy for it. Each is a file in <c>data/tasks</c>.</summary>
public sealed class PolicyTask
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private readonly string _statements;

    private PolicyTask(PolicyNode root, string path)
    {
        Name = Text(root, "Name", path);
        Summary = Text(root, "Summary", path);
        Parameters = [.. root.Find("Parameters")?.Children.Select(child => ReadParameter(child, path)) ?? []];
        _statements = (root.Find("Statement") ?? throw Damaged(path, "Statement")).ToJson();
    }

    /// <summary>The task's name.</summary>
    public string Name { get; }

    /// <summary>What one may do by it, in a sentence or two.</summary>
    public string Summary { get; }

    /// <summary>What must or may be told to it.</summary>
    public IReadOnlyList<PolicyTaskParameter> Parameters { get; }

    /// <summary>Fills in the blanks.</summary>
    /// <param name="values">The values by name; an array of values makes an array of every string that holds the blank.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="CloudException"><c>TaskParameterMissing</c>, <c>TaskParameterUnknown</c>, <c>TaskParameterInvalid</c>.</exception>
    public PolicyDocument Fill(IReadOnlyDictionary<string, object?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (string name in values.Keys.Where(name => !Parameters.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase))))
        {
            throw new CloudException(
                "TaskParameterUnknown",
                $"The task {Name} has no parameter '{name}'.",
                CloudErrorCategory.InvalidArgument,
                name,
                Parameters.Count == 0 ? "It has none at all." : $"It has {string.Join(", ", Parameters.Select(parameter => parameter.Name))}.");
        }

        Dictionary<string, string[]> given = new(StringComparer.OrdinalIgnoreCase);
        foreach (PolicyTaskParameter parameter in Parameters)
            given[parameter.Name] = ValuesOf(parameter, values);
        StringBuilder json = new("{\"Version\":\"2012-10-17\",\"Statement\":");
        Append(json, PolicyDocument.Parse($"{{\"Statement\":{_statements}}}").StatementNode!, given);
        return PolicyDocument.Parse(PolicyDocument.Parse(json.Append('}').ToString()).ToJson(PolicyJsonStyle.Indented));
    }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Reads a task's file.</summary>
    /// <exception cref="CloudException"><c>TaskUnreadable</c>.</exception>
    internal static PolicyTask Read(string path)
    {
        try
        {
            // A task's file is read by the policies' own parser, which is at hand and says where an error is.
            return new(PolicyDocument.Parse(File.ReadAllText(path)).Root, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PolicySyntaxException)
        {
            throw new CloudException("TaskUnreadable", $"The task file '{path}' cannot be read: {exception.Message}", CloudErrorCategory.ReadError, path, innerException: exception);
        }
    }

    private string[] ValuesOf(PolicyTaskParameter parameter, IReadOnlyDictionary<string, object?> values)
    {
        object? value = values.FirstOrDefault(pair => pair.Key.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase)).Value ?? parameter.Default;
        string[] texts = value switch
        {
            null => throw new CloudException(
                "TaskParameterMissing",
                $"The task {Name} needs {parameter.Name}: {parameter.Description}",
                CloudErrorCategory.InvalidArgument,
                parameter.Name,
                $"Give it with -TaskParameter @{{ {parameter.Name} = '{parameter.Example}' }}."),
            string text => [text],
            IEnumerable many => [.. many.Cast<object>().Select(one => $"{one}")],
            _ => [$"{value}"],
        };
        foreach (string text in texts.Where(text => !Regex.IsMatch(text, $"^(?:{parameter.Pattern})$", RegexOptions.CultureInvariant, _patience)))
        {
            throw new CloudException(
                "TaskParameterInvalid",
                $"'{text}' cannot be the {parameter.Name} of the task {Name}: {parameter.Description}",
                CloudErrorCategory.InvalidArgument,
                text,
                $"For example '{parameter.Example}'.");
        }

        return texts;
    }

    private static void Append(StringBuilder json, PolicyNode node, Dictionary<string, string[]> given)
    {
        switch (node.Kind)
        {
            case PolicyNodeKind.Object or PolicyNodeKind.Array:
                bool isObject = node.Kind == PolicyNodeKind.Object;
                json.Append(isObject ? '{' : '[');
                for (int i = 0; i < node.Children.Count; i++)
                {
                    json.Append(i == 0 ? "" : ",");
                    if (isObject)
                    {
                        PolicyJsonWriter.AppendString(json, Fillings(node.Children[i].Name!, given)[0]);
                        json.Append(':');
                    }

                    Append(json, node.Children[i], given);
                }

                json.Append(isObject ? '}' : ']');
                break;
            case PolicyNodeKind.String:
                AppendStrings(json, Fillings(node.Text!, given), node.Parent!.Kind == PolicyNodeKind.Array);
                break;
            default:
                json.Append(node.ToJson());
                break;
        }
    }

    private static void AppendStrings(StringBuilder json, string[] texts, bool inArray)
    {
        bool brackets = texts.Length > 1 && !inArray;
        json.Append(brackets ? "[" : "");
        for (int i = 0; i < texts.Length; i++)
        {
            json.Append(i == 0 ? "" : ",");
            PolicyJsonWriter.AppendString(json, texts[i]);
        }

        json.Append(brackets ? "]" : "");
    }

    private static string[] Fillings(string text, Dictionary<string, string[]> given)
    {
        string[] texts = [text];
        foreach ((string name, string[] values) in given)
        {
            string blank = $"{{{{{name}}}}}";
            if (text.Contains(blank, StringComparison.OrdinalIgnoreCase))
                texts = [.. texts.SelectMany(one => values.Select(value => one.Replace(blank, value, StringComparison.OrdinalIgnoreCase)))];
        }

        return texts;
    }

    private static PolicyTaskParameter ReadParameter(PolicyNode node, string path) =>
        new(Text(node, "Name", path), Text(node, "Description", path), Text(node, "Pattern", path), Text(node, "Example", path), node.Find("Default")?.Text);

    private static string Text(PolicyNode node, string name, string path) => node.Find(name)?.Text ?? throw Damaged(path, name);

    private static CloudException Damaged(string path, string element) =>
        new("TaskUnreadable", $"The task file '{path}' has no {element}.", CloudErrorCategory.InvalidData, path);
}
