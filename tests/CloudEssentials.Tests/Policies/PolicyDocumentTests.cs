using System.Collections;
using System.Collections.Specialized;
using CloudEssentials.Policies;

namespace CloudEssentials.Tests.Policies;

public sealed class PolicyDocumentTests
{
    private const string Sample = """
        {
          "Statement": [
            {
              "Action": ["s3:GetObject", "s3:PutObject"],
              "Effect": "Allow",
              "Resource": "arn:aws:s3:::photos/*",
              "Condition": { "Bool": { "aws:SecureTransport": true }, "NumericLessThan": { "s3:max-keys": [10, "20"] } },
              "Sid": "Photos",
              "Comment": "not known"
            },
            { "Effect": "Deny", "NotPrincipal": { "AWS": ["arn:aws:iam::111122223333:root"] }, "NotAction": "iam:*", "NotResource": "*" }
          ],
          "Version": "2012-10-17",
          "Extra": null
        }
        """;

    [Fact]
    public void A_document_keeps_everything_that_its_text_says()
    {
        var document = PolicyDocument.Parse(Sample);

        Assert.Equal("2012-10-17", document.Version);
        Assert.Equal(["Extra"], document.UnknownElements.Select(element => element.Name));
        var first = document.Statements[0];
        Assert.Equal("Photos", first.Sid);
        Assert.True(first.IsAllow);
        Assert.Equal(["s3:GetObject", "s3:PutObject"], first.Action!);
        Assert.True(first.Resource!.IsSingle);
        Assert.Equal(["Bool", "NumericLessThan"], first.Condition.Select(block => block.Operator));
        Assert.Equal(["true"], first.Condition[0].Entries[0].Values);
        Assert.Equal(["10", "20"], first.Condition[1].Entries[0].Values);
        Assert.False(first.Condition[1].Entries[0].Values.IsWellFormed);
        Assert.Equal(["Comment"], first.UnknownElements.Select(element => element.Name));
        var second = document.Statements[1];
        Assert.Equal("AWS", Assert.Single(second.NotPrincipal!.Entries).Kind);
        Assert.Equal(["iam:*"], second.NotAction!);
        Assert.Null(second.Action);
    }

    [Fact]
    public void Every_element_knows_its_line_column_and_pointer()
    {
        var document = PolicyDocument.Parse(Sample);

        var put = document.Statements[0].Action!.Nodes[1];
        Assert.Equal((4, 34, "/Statement/0/Action/1"), (put.Line, put.Column, put.JsonPointer));
        var key = document.Statements[0].Condition[0].Entries[0].Node;
        Assert.Equal("/Statement/0/Condition/Bool/aws:SecureTransport", key.JsonPointer);
        Assert.Equal((7, 32), (key.NameLine, key.NameColumn));
        Assert.Equal("\"s3:PutObject\"", document.SourceText[put.Offset..put.EndOffset]);
    }

    [Fact]
    public void Names_with_slashes_and_tildes_are_escaped_in_pointers() =>
        Assert.Equal("/a~1b~0c", PolicyDocument.Parse("""{ "a/b~c": 1 }""").UnknownElements[0].JsonPointer);

    [Theory]
    [InlineData("{\r\n\"Version\":1}", 2, 11)]
    [InlineData("{\r\"Version\":1}", 2, 11)]
    [InlineData("{\n\n  \"Version\":1}", 3, 13)]
    public void Lines_end_as_any_system_ends_them(string text, int line, int column)
    {
        var version = PolicyDocument.Parse(text).VersionNode!;
        Assert.Equal((line, column), (version.Line, version.Column));
    }

    [Fact]
    public void Original_order_writes_back_what_was_read()
    {
        const string compact = """{"Statement":[{"Resource":["*"],"Effect":"Allow","Action":"s3:*"}],"Version":"2012-10-17","X":{"a":[1.50,true,null,"é\"\\\n"]}}""";
        Assert.Equal(compact, PolicyDocument.Parse(compact).ToJson(PolicyJsonStyle.Compact));
    }

    [Fact]
    public void Canonical_order_has_version_and_statement_at_the_top()
    {
        var document = PolicyDocument.Parse("""{"X":1,"Statement":{"Resource":"*","Action":["s3:*"],"Y":2,"Effect":"Allow","Sid":"a"},"Version":"2012-10-17"}""");

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":{"Sid":"a","Effect":"Allow","Action":["s3:*"],"Resource":"*","Y":2},"X":1}""",
            document.ToJson(PolicyJsonStyle.Canonical));
        Assert.StartsWith("{\n    \"Version\": \"2012-10-17\",\n    \"Statement\": {\n        \"Sid\": \"a\",", document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Documents_are_equal_when_only_order_of_elements_and_white_space_differ()
    {
        var one = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"a:b","Resource":"*"}]}""");
        var other = PolicyDocument.Parse("""{ "Statement": [ {"Action":"a:b","Resource":"*","Effect":"Allow"} ], "Version":"2012-10-17" }""");
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"a:b","Resource":"*"}]}"""));
    }

    [Fact]
    public void Size_is_counted_as_IAM_counts_it_without_white_space_outside_strings() =>
        Assert.Equal("""{"Sid":"a b\" c"}""".Length, PolicyDocument.Parse("""{ "Sid" :  "a b\" c" }""").MinifiedLength);

    [Theory]
    [InlineData("", 1, 1, "", "nothing in it")]
    [InlineData("  \n ", 2, 2, "", "nothing in it")]
    [InlineData("{\"a\":1,}", 1, 7, "", "comma")]
    [InlineData("{\"a\":[1,]}", 1, 8, "/a", "comma")]
    [InlineData("{\"a\":1 // why\n}", 1, 8, "", "comment")]
    [InlineData("/* why */ {}", 1, 1, "", "comment")]
    [InlineData("# why\n{}", 1, 1, "", "comment")]
    [InlineData("{\"a\":1,\n \"a\":2}", 2, 2, "", "twice")]
    [InlineData("{\"s\":[{\"a\":1,\"b\":2,\"a\":2}]}", 1, 20, "/s/0", "twice")]
    [InlineData("{'a':1}", 1, 2, "", "'")]
    [InlineData("{\"a\" 1}", 1, 6, "/a", "colon")]
    [InlineData("{\"a\":1 \"b\":2}", 1, 8, "", "comma")]
    [InlineData("{\"a\":01}", 1, 6, "/a", "number")]
    [InlineData("{\"a\":1.}", 1, 6, "/a", "number")]
    [InlineData("{\"a\":-}", 1, 6, "/a", "number")]
    [InlineData("{\"a\":True}", 1, 6, "/a", "True")]
    [InlineData("{\"a\":truer}", 1, 6, "/a", "value")]
    [InlineData("{\"a\":\"x", 1, 6, "/a", "does not end")]
    [InlineData("{\"a\":\"x\ny\"}", 1, 6, "/a", "line")]
    [InlineData("{\"a\":\"\\q\"}", 1, 7, "/a", "escape")]
    [InlineData("{\"a\":\"\\u12g4\"}", 1, 7, "/a", "escape")]
    [InlineData("{\"a\":\"\u0000\"}", 1, 7, "/a", "U+0000")]
    [InlineData("{\"a\":1}\u0000", 1, 8, "", "U+0000")]
    [InlineData("{} {}", 1, 4, "", "after")]
    [InlineData("[{\"Effect\":\"Allow\"}]", 1, 1, "", "array")]
    [InlineData("\"hello\"", 1, 1, "", "string")]
    [InlineData("null", 1, 1, "", "null")]
    [InlineData("[", 1, 2, "", "ends")]
    [InlineData("{\"a\":[1,2", 1, 10, "/a", "open")]
    [InlineData("%7B%22a%22%3A1%2C%7D", 1, 7, "", "comma")]
    public void What_is_not_strict_JSON_is_an_error_with_its_place(string text, int line, int column, string pointer, string word)
    {
        var error = Assert.Throws<PolicySyntaxException>(() => PolicyDocument.Parse(text));
        Assert.Equal("PolicySyntaxError", error.ErrorId);
        Assert.Equal((line, column, pointer), (error.Line, error.Column, error.JsonPointer));
        Assert.Contains(word, error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(error.Remedy!);
    }

    [Fact]
    public void A_name_twice_among_many_is_found_too()
    {
        var members = string.Join(",", Enumerable.Range(0, 100).Select(i => $"\"k{i}\":1"));
        Assert.False(PolicyDocument.TryParse($"{{{members},\"k3\":2}}", out _, out var error));
        Assert.Contains("\"k3\"", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_differ_in_case_are_two_names() =>
        Assert.Equal(2, PolicyDocument.Parse("""{ "a": 1, "A": 2 }""").UnknownElements.Count);

    [Fact]
    public void URL_encoded_JSON_is_read_as_IAM_returns_it()
    {
        var document = PolicyDocument.Parse(Uri.EscapeDataString(Sample));
        Assert.Equal(PolicyDocument.Parse(Sample), document);
        Assert.Equal(Sample, document.SourceText);
    }

    [Fact]
    public void A_byte_order_mark_counts_for_nothing()
    {
        var document = PolicyDocument.Parse("\uFEFF{\"Version\":\"2012-10-17\"}");
        Assert.Equal((1, 12), (document.VersionNode!.Line, document.VersionNode.Column));
    }

    [Fact]
    public void Lone_surrogates_survive_reading_and_writing()
    {
        var document = PolicyDocument.Parse("{\"Id\":\"\\ud800x\\uDC00\"}");
        Assert.Equal("\ud800x\udc00", document.Id);
        Assert.Equal("{\"Id\":\"\\ud800x\\udc00\"}", document.ToJson(PolicyJsonStyle.Compact));
        Assert.Equal("{\"Id\":\"\U0001F600\"}", PolicyDocument.Parse("{\"Id\":\"\\ud83d\\ude00\"}").ToJson(PolicyJsonStyle.Compact));
    }

    [Theory]
    [InlineData('[', ']')]
    [InlineData('{', '}')]
    public void Nesting_of_any_depth_is_read_written_and_compared(char open, char close)
    {
        const int depth = 200_000;
        var step = open == '[' ? "[" : "{\"a\":";
        var text = "{\"x\":" + string.Concat(Enumerable.Repeat(step, depth)) + "1" + new string(close, depth) + "}";

        var document = PolicyDocument.Parse(text);

        Assert.Equal(text, document.ToJson(PolicyJsonStyle.Compact));
        Assert.True(document.ToString().Length > text.Length);
        Assert.Equal(document, PolicyDocument.Parse(text));
        Assert.False(PolicyDocument.TryParse(text[..^5], out _, out var error));
        Assert.NotEmpty(error.JsonPointer);
    }

    [Fact]
    public void Ten_thousand_statements_in_a_megabyte_are_read_in_a_moment()
    {
        var statement = """{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::photos/*"}""";
        var text = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(",\n", Enumerable.Repeat(statement, 10_000))}}]}""";
        var document = PolicyDocument.Parse(text);
        Assert.Equal(10_000, document.Statements.Count);
        Assert.Equal(10_000, document.Statements[9_999].Node.Line);
    }

    [Fact]
    public void Wrong_shapes_are_kept_for_validation_to_report()
    {
        var document = PolicyDocument.Parse("""{"Version":17,"Statement":["no",{"Effect":["Allow"],"Action":{"a":1},"Principal":5,"Condition":[]}]}""");
        Assert.Null(document.Version);
        Assert.Equal(PolicyNodeKind.Number, document.VersionNode!.Kind);
        Assert.Equal(PolicyNodeKind.String, document.Statements[0].Node.Kind);
        var wrong = document.Statements[1];
        Assert.Null(wrong.Effect);
        Assert.False(wrong.Action!.IsWellFormed);
        Assert.False(wrong.Principal!.IsWellFormed);
        Assert.Equal(PolicyNodeKind.Array, wrong.ConditionNode!.Kind);
    }

    [Fact]
    public void A_document_comes_from_whatever_holds_one()
    {
        var wanted = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*"}]}""");
        var text = wanted.ToString();
        Hashtable statement = new() { ["Resource"] = "*", ["Action"] = "s3:*", ["Effect"] = "Allow" };
        Hashtable table = new() { ["Statement"] = new object[] { statement }, ["Version"] = "2012-10-17" };

        Assert.Same(wanted, PolicyDocument.From(wanted));
        Assert.Equal(wanted, PolicyDocument.From(text));
        Assert.Equal(wanted, PolicyDocument.From(text.Split('\n')));
        Assert.Equal(wanted, PolicyDocument.From(table));
        Assert.Equal(wanted, PolicyDocument.From(new Dictionary<string, object> { ["Policy"] = text }));
        Assert.Equal(wanted, PolicyDocument.From(new { PolicyDocument = Uri.EscapeDataString(text) }));
        Assert.Equal(wanted, PolicyDocument.From(new { Document = text }));
        Assert.Equal(wanted, PolicyDocument.From(new { AssumeRolePolicyDocument = table }));
        Assert.Equal(wanted, PolicyDocument.From(new { Policy = new { Document = text } }));
        Assert.Equal(wanted, PolicyDocument.From(new object(), _ => text));
        Assert.StartsWith("{\n    \"Version\"", PolicyDocument.From(table).SourceText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_comes_from_a_file_in_any_Unicode_encoding()
    {
        var path = Path.GetTempFileName();
        try
        {
            foreach (var encoding in new System.Text.Encoding[] { new System.Text.UTF8Encoding(true), System.Text.Encoding.Unicode })
            {
                File.WriteAllText(path, Sample, encoding);
                Assert.Equal(PolicyDocument.Parse(Sample), PolicyDocument.From(new FileInfo(path)));
            }

            File.WriteAllText(path, "{,}");
            Assert.Contains(path, Assert.Throws<PolicySyntaxException>(() => PolicyDocument.From(new FileInfo(path))).Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, [(byte)'"', 0xff, 0xfe]);
            Assert.Equal("PolicyFileUnreadable", Assert.Throws<CloudException>(() => PolicyDocument.FromFile(path)).ErrorId);
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Equal("PolicyFileUnreadable", Assert.Throws<CloudException>(() => PolicyDocument.FromFile(path)).ErrorId);
    }

    [Fact]
    public void What_holds_no_document_is_refused_with_the_reason()
    {
        Hashtable endless = [];
        endless["Statement"] = endless;
        foreach (var value in new object?[] { null, 5, Array.Empty<string>(), new object[] { 1 }, new { Name = "x" }, endless, new Hashtable { ["Statement"] = new Version(1, 2) } })
        {
            Assert.Equal("PolicyDocumentExpected", Assert.Throws<CloudException>(() => PolicyDocument.From(value)).ErrorId);
        }
    }

    [Fact]
    public void Dictionaries_with_an_order_keep_it_and_plain_values_become_JSON()
    {
        OrderedDictionary ordered = new()
        {
            ["Statement"] = new OrderedDictionary { ["Effect"] = "Allow", ["Sid"] = "x" },
            ["N"] = 1.5,
            ["B"] = true,
            ["D"] = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc),
        };
        Assert.Equal(
            """{"Statement":{"Effect":"Allow","Sid":"x"},"N":1.5,"B":true,"D":"2026-01-02T03:04:05Z"}""",
            PolicyDocument.FromDictionary(ordered).ToJson(PolicyJsonStyle.Compact));
    }

    [Fact]
    public void A_builder_writes_a_policy_in_canonical_order()
    {
        var document = new PolicyDocumentBuilder()
            .Add(new PolicyStatementBuilder { Sid = "Read" }
                .WithAction("s3:GetObject", "s3:ListBucket")
                .WithResource("*")
                .WithCondition("StringEquals", "aws:PrincipalOrgID", "o-1")
                .WithCondition("StringEquals", "aws:SourceVpc", "vpc-1", "vpc-2"))
            .Add(new PolicyStatementBuilder { Effect = "Deny" }.WithPrincipal("*", "*").WithAction("s3:*").WithResource("*"))
            .Build();

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject","s3:ListBucket"],"Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-1","aws:SourceVpc":["vpc-1","vpc-2"]}}},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}""",
            document.ToJson(PolicyJsonStyle.Compact));
        Assert.Equal(document, PolicyDocumentBuilder.From(document).Build());
    }
}
