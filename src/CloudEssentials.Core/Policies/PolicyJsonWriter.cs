using System.Text;

namespace CloudEssentials.Policies;

/// <summary>Writes nodes as JSON, without recursion, so that nesting is no danger.</summary>
internal static class PolicyJsonWriter
{
    // Beyond this depth indentation stops growing, or a deep document's text would grow with the square of its depth.
    private const int DeepestIndent = 32;

    public static string Write(PolicyNode root, PolicyJsonStyle style)
    {
        StringBuilder output = new();
        Stack<Frame> open = new();
        var indented = style.HasFlag(PolicyJsonStyle.Indented);
        Begin(output, open, root, style);
        while (open.Count > 0)
        {
            var frame = open.Peek();
            if (frame.Next == frame.Children.Length)
            {
                open.Pop();
                BreakLine(output, open.Count, indented);
                output.Append(frame.IsObject ? '}' : ']');
                continue;
            }

            var child = frame.Children[frame.Next];
            if (frame.Next++ > 0)
            {
                output.Append(',');
            }

            BreakLine(output, open.Count, indented);
            if (frame.IsObject)
            {
                AppendString(output, child.Name!);
                output.Append(indented ? ": " : ":");
            }

            Begin(output, open, child, style);
        }

        return output.ToString();
    }

    /// <summary>Appends a JSON string: quotes, and escapes only where JSON or UTF-8 needs them.</summary>
    public static void AppendString(StringBuilder output, string text)
    {
        output.Append('"');
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '"': output.Append("\\\""); break;
                case '\\': output.Append("\\\\"); break;
                case '\n': output.Append("\\n"); break;
                case '\r': output.Append("\\r"); break;
                case '\t': output.Append("\\t"); break;
                case < ' ': AppendEscape(output, c); break;
                default:
                    if (!char.IsSurrogate(c))
                    {
                        output.Append(c);
                    }
                    else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    {
                        output.Append(c).Append(text[++i]);
                    }
                    else
                    {
                        // A lone surrogate has no UTF-8 form; escaped it survives a file.
                        AppendEscape(output, c);
                    }

                    break;
            }
        }

        output.Append('"');
    }

    private static void AppendEscape(StringBuilder output, char c) => output.Append("\\u").Append(((int)c).ToString("x4"));

    private static void Begin(StringBuilder output, Stack<Frame> open, PolicyNode node, PolicyJsonStyle style)
    {
        if (node.IsScalar)
        {
            if (node.IsString)
            {
                AppendString(output, node.Text!);
            }
            else
            {
                output.Append(node.Text);
            }
        }
        else if (node.ChildArray.Length == 0)
        {
            output.Append(node.Kind == PolicyNodeKind.Object ? "{}" : "[]");
        }
        else
        {
            output.Append(node.Kind == PolicyNodeKind.Object ? '{' : '[');
            open.Push(new Frame(style.HasFlag(PolicyJsonStyle.Canonical) ? Ordered(node) : node.ChildArray, node.Kind == PolicyNodeKind.Object));
        }
    }

    private static PolicyNode[] Ordered(PolicyNode node)
    {
        if (node.Kind != PolicyNodeKind.Object)
        {
            return node.ChildArray;
        }

        if (node.Parent is null)
        {
            return Order(node.ChildArray, PolicyElementName.OfDocument);
        }

        return IsStatement(node) ? Order(node.ChildArray, PolicyElementName.OfStatement) : node.ChildArray;
    }

    private static bool IsStatement(PolicyNode node)
    {
        var element = node.Parent!.Kind == PolicyNodeKind.Array ? node.Parent : node;
        return element.Name == PolicyElementName.Statement && element.Parent?.Parent is null;
    }

    private static PolicyNode[] Order(PolicyNode[] children, string[] names) =>
        [.. children.OrderBy(child => PolicyElementName.Rank(names, child.Name))];

    private static void BreakLine(StringBuilder output, int depth, bool indented)
    {
        if (indented)
        {
            output.Append('\n').Append(' ', 4 * Math.Min(depth, DeepestIndent));
        }
    }

    private sealed class Frame(PolicyNode[] children, bool isObject)
    {
        public PolicyNode[] Children { get; } = children;

        public bool IsObject { get; } = isObject;

        public int Next { get; set; }
    }
}
