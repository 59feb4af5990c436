using System.Text;

namespace CloudEssentials.Policies.Evaluation;

/// <summary>One line of an explanation, and the lines that belong to it. <see cref="ToString"/> draws the whole tree.</summary>
/// <param name="Text">The line.</param>
/// <param name="Children">What belongs to it.</param>
public sealed record AccessExplanation(string Text, IReadOnlyList<AccessExplanation> Children)
{
    /// <summary>The tree as text, one line a node.</summary>
    public override string ToString()
    {
        StringBuilder tree = new();
        Draw(tree, "", "");
        return tree.ToString().TrimEnd();
    }

    private void Draw(StringBuilder tree, string lead, string below)
    {
        tree.Append(lead).Append(Text).Append('\n');
        for (int i = 0; i < Children.Count; i++)
        {
            bool last = i == Children.Count - 1;
            Children[i].Draw(tree, below + (last ? "└─ " : "├─ "), below + (last ? "   " : "│  "));
        }
    }
}
