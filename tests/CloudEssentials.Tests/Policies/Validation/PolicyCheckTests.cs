using CloudEssentials.Catalog;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Tests.Policies.Validation;

public sealed class PolicyCheckTests
{
    // The codes of AWS's own list, apart from the table in the program, so that neither can lose one unseen.
    private static readonly string[] AwsCodes = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Policies", "Validation", "aws-policy-checks.txt"));

    public static TheoryData<int, string> Cases
    {
        get
        {
            TheoryData<int, string> data = [];
            for (var i = 0; i < CheckCases.All.Count; i++)
                data.Add(i, CheckCases.All[i].Code);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_check_finds_what_it_is_for_and_not_what_is_nearly_the_same(int index, string code)
    {
        var pair = CheckCases.All[index];
        PolicyCheckOptions options = new() { PolicyType = pair.Type, ResourceType = pair.ResourceType };

        var fires = PolicyValidator.Default.Check(pair.Fires, options);
        var near = PolicyValidator.Default.Check(pair.Near, options);

        Assert.True(fires.Any(finding => finding.Code == code), $"{code} is missing in {pair.Fires}: {string.Join("\n", fires)}");
        Assert.False(near.Any(finding => finding.Code == code), $"{code} is wrong in {pair.Near}: {string.Join("\n", near)}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_finding_names_its_place_its_statement_and_its_source(int index, string code)
    {
        var pair = CheckCases.All[index];
        var finding = PolicyValidator.Default.Check(pair.Fires, new() { PolicyType = pair.Type, ResourceType = pair.ResourceType }).First(finding => finding.Code == code);

        Assert.True(finding.Line >= 1 && finding.Column >= 1);
        Assert.StartsWith("https://docs.aws.amazon.com/", finding.Source, StringComparison.Ordinal);
        Assert.Equal(finding.JsonPointer.StartsWith("/Statement/0", StringComparison.Ordinal) || finding.JsonPointer.StartsWith("/Statement/1", StringComparison.Ordinal), finding.StatementIndex is not null);
        Assert.True(finding.Message.Length is > 20 and < 900, finding.Message);
        Assert.EndsWith(finding.Message[^1] is '?' ? "?" : ".", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_check_has_a_case()
    {
        var untested = PolicyChecks.All.Select(check => check.Code).Except(CheckCases.All.Select(pair => pair.Code));
        Assert.Empty(untested);
    }

    [Fact]
    public void Every_code_of_AWSs_list_is_a_check()
    {
        Assert.Equal(135, AwsCodes.Length);
        Assert.Empty(AwsCodes.Except(PolicyChecks.All.Select(check => check.Code)));
    }

    [Fact]
    public void Codes_are_AWSs_or_our_own_and_stand_once()
    {
        Assert.Equal(PolicyChecks.All.Count, PolicyChecks.All.Select(check => check.Code).Distinct().Count());
        Assert.Equal(13, PolicyChecks.All.Select(check => check.Code).Except(AwsCodes).Count());
    }

    [Fact]
    public void Many_threads_find_what_one_finds()
    {
        var texts = CheckCases.All.Select(pair => pair.Fires).Where(text => text.Length < 2_000).ToArray();
        var expected = texts.Select(text => string.Join("\n", new PolicyValidator(ActionCatalog.Default).Check(text))).ToArray();
        PolicyValidator shared = new(ActionCatalog.Default);
        var found = new string[texts.Length * 4];

        Parallel.For(0, found.Length, i => found[i] = string.Join("\n", shared.Check(texts[i % texts.Length])));

        for (var i = 0; i < found.Length; i++)
            Assert.Equal(expected[i % texts.Length], found[i]);
    }

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""", "Identity")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}}""", "Resource")]
    [InlineData("""{"Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:TagSession"]}}""", "Trust")]
    [InlineData("""{"Statement":[]}""", "Identity")]
    public void The_kind_of_a_policy_is_told_from_its_statements(string text, string kind) =>
        Assert.Equal(kind, PolicyValidator.GuessType(PolicyDocument.Parse(text)).ToString());
}
