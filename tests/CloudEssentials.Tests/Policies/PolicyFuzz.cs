using System.Text;
using CloudEssentials.Policies;

namespace CloudEssentials.Tests.Policies;

/// <summary>Whatever is done to a document's text, reading it gives a document or a syntax error with a place, and nothing else.</summary>
public sealed class PolicyFuzz
{
    private const int Seed = 20121017;

    // More for a longer look: CLOUDESSENTIALS_FUZZ_RUNS=5000000 dotnet test --filter PolicyFuzz
    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("CLOUDESSENTIALS_FUZZ_RUNS"), out var runs) ? runs : 200_000;

    private static readonly string[] Seeds =
    [
        """{"Version":"2012-10-17","Statement":[{"Sid":"a","Effect":"Allow","Action":["s3:GetObject","s3:Put*"],"Resource":"arn:aws:s3:::b/${aws:username}/*","Condition":{"StringEquals":{"aws:SourceVpc":["vpc-1"]},"Bool":{"aws:SecureTransport":true}}}]}""",
        """
        { "Version": "2008-10-17", "Id": "x",
          "Statement": { "Effect": "Deny", "Principal": { "AWS": ["*", "111122223333"], "Service": "ec2.amazonaws.com" },
            "NotAction": "iam:*", "NotResource": ["*"] } }
        """,
        """{"a":[[[{}]],[],{"b":{"c":[1,-2.5e+3,0,true,false,null,"\u00e9\ud83d\ude00\\\"\n"]}}]}""",
        "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D",
        "\uFEFF{\"Statement\":[]}",
    ];

    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "//", "/*", "*/", "#", "'", "true", "null", "-", "0", "1e", ".", "e9",
        " ", "\n", "\r", "\t", "\0", "\uFEFF", "\ud800", "\udc00", "%", "%7B", "%FF", "\"Version\"", "\"Statement\":", "\"a\":1,", "[[[[", "}}}}", "{\"a\":",
    ];

    [Fact]
    public void Mutated_documents_give_a_document_or_a_syntax_error_and_nothing_else()
    {
        Random random = new(Seed);
        var parsed = 0;
        for (var run = 0; run < Runs; run++)
        {
            var text = Mutate(Seeds[random.Next(Seeds.Length)], random);
            try
            {
                parsed += Check(text) ? 1 : 0;
            }
            catch (Exception problem) when (problem is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"run {run}: {problem.GetType().Name} for {Convert.ToBase64String(Encoding.Unicode.GetBytes(text))}\n{problem}");
            }
        }

        Assert.InRange(parsed, Runs / 50, Runs - (Runs / 50));
    }

    private static bool Check(string text)
    {
        if (!PolicyDocument.TryParse(text, out var document, out var error))
        {
            Assert.True(error.Line >= 1 && error.Column >= 1 && error.Offset >= 0 && error.Offset <= text.Length, error.ToString());
            Assert.NotEmpty(error.Message);
            return false;
        }

        var compact = document.ToJson(PolicyJsonStyle.Compact);
        Assert.Equal(compact, PolicyDocument.Parse(compact).ToJson(PolicyJsonStyle.Compact));
        Assert.Equal(document, PolicyDocument.Parse(document.ToString()));
        CheckPlaces(document);
        return true;
    }

    private static void CheckPlaces(PolicyDocument document)
    {
        Stack<PolicyNode> open = new([document.Root]);
        while (open.TryPop(out var node))
        {
            Assert.True(node.Offset < node.EndOffset && node.EndOffset <= document.SourceText.Length);
            Assert.True(node.Line >= 1 && node.Column >= 1);
            var first = document.SourceText[node.Offset];
            Assert.True(node.Kind switch
            {
                PolicyNodeKind.Object => first == '{',
                PolicyNodeKind.Array => first == '[',
                PolicyNodeKind.String => first == '"',
                _ => document.SourceText.AsSpan(node.Offset, node.EndOffset - node.Offset).SequenceEqual(node.Text),
            });
            for (var i = 0; i < node.Children.Count; i++)
            {
                Assert.Equal(i, node.Children[i].Index);
                open.Push(node.Children[i]);
            }
        }
    }

    private static string Mutate(string seed, Random random)
    {
        StringBuilder text = new(seed);
        for (var change = random.Next(4); change >= 0; change--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(random.Next(1, 6), text.Length - at);
            switch (random.Next(6))
            {
                case 0:
                    text.Remove(at, length);
                    break;
                case 1:
                    text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                    break;
                case 2 when at < text.Length:
                    text[at] = (char)(random.Next(4) == 0 ? random.Next(0x10000) : random.Next(0x80));
                    break;
                case 3:
                    text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                    break;
                case 4 when random.Next(4) == 0:
                    text.Length = at;
                    break;
                default:
                    text.Insert(at, " ");
                    break;
            }
        }

        return text.ToString();
    }
}
