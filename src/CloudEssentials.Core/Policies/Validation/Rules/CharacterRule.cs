using System.Buffers;

namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>The characters that IAM takes in a policy document: white space and U+0020 to U+00FF; https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html.</summary>
internal sealed class CharacterRule : PolicyRule
{
    private const int MostReports = 20;

    private static readonly SearchValues<char> Taken =
        SearchValues.Create([.. Enumerable.Range(0x20, 0xe0).Select(code => (char)code), '\t', '\n', '\r']);

    public override void CheckDocument(ValidationContext context)
    {
        if (!context.IsKeptByIam || (context.Document.SourceText.AsSpan().IndexOfAnyExcept(Taken) < 0 && !context.Document.SourceText.Contains("\\u", StringComparison.Ordinal)))
            return;
        var reports = 0;
        Stack<PolicyNode> open = new([context.Document.Root]);
        while (open.TryPop(out var node) && reports < MostReports)
        {
            reports += Check(context, node, node.IsString ? node.Text! : "", false) + Check(context, node, node.Name ?? "", true);
            for (var i = node.ChildArray.Length - 1; i >= 0; i--)
                open.Push(node.ChildArray[i]);
        }
    }

    private static int Check(ValidationContext context, PolicyNode node, string text, bool isName)
    {
        var at = text.AsSpan().IndexOfAnyExcept(Taken);
        if (at < 0)
            return 0;
        var message = $"The character U+{(int)text[at]:X4} in `{Printable(text)}` is outside what IAM takes in a policy (U+0020 to U+00FF): replace or remove it.";
        if (isName)
            context.ReportName("INVALID_CHARACTER", node, message);
        else
            context.Report("INVALID_CHARACTER", node, message);
        return 1;
    }

    private static string Printable(string text) =>
        string.Concat(text.Take(60).Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '\ufffd' : c));
}
