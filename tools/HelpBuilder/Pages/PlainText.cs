using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace CloudEssentials.HelpBuilder.Pages;

/// <summary>Markdown as plain paragraphs.</summary>
public static class PlainText
{
    /// <summary>One text a paragraph; a list is one paragraph, and so is a code block.</summary>
    public static IEnumerable<string> Paragraphs(string markdown) => Markdown.Parse(markdown).Select(OfBlock).Where(text => text.Length > 0);

    /// <summary>The text of a block.</summary>
    public static string OfBlock(Block block) => block switch
    {
        CodeBlock code => code.Lines.ToString().TrimEnd(),
        LeafBlock { Inline: { } inline } => OfInline(inline),
        ListBlock list => string.Join("\n", list.OfType<ListItemBlock>().Select((item, i) => OfItem(list, item, i))),
        ContainerBlock container => string.Join("\n", container.Select(OfBlock)),
        _ => "",
    };

    private static string OfItem(ListBlock list, ListItemBlock item, int index)
    {
        string bullet = list.IsOrdered ? $"{index + 1}. " : "- ";
        return bullet + string.Join("\n  ", item.Select(OfBlock));
    }

    private static string OfInline(ContainerInline inlines)
    {
        StringBuilder text = new();
        foreach (Inline inline in inlines)
        {
            text.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline { IsHard: true } => "\n",
                LineBreakInline => " ",
                AutolinkInline link => link.Url,
                HtmlEntityInline entity => entity.Transcoded.ToString(),
                LinkInline link => OfLink(link),
                ContainerInline container => OfInline(container),
                _ => "",
            });
        }

        return text.ToString();
    }

    private static string OfLink(LinkInline link)
    {
        string words = OfInline(link);
        return link.Url is { } url && url.StartsWith("http", StringComparison.Ordinal) && url != words ? $"{words} ({url})" : words;
    }
}
