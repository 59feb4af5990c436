using CloudEssentials.Policies;
using CloudEssentials.Policies.Validation;

namespace CloudEssentials.Tests.Policies.Validation;

public sealed class PolicyRepairTests
{
    private const string CourseExample = """
        {
            "Version": "2012-10-17",
            "Statement": [{
                "Effect": "Allow",
                "Action": [
                    "iam: ChangePassword",
                    "iam: GetUser"
                ],
                "Resource": "arn:aws:iam::123456789012:user/${aws:username}"
            }]
        }
        """;

    [Fact]
    public void The_course_example_with_spaces_in_its_actions_is_found_and_explained()
    {
        var findings = PolicyValidator.Default.Check(CourseExample).Where(finding => finding.Severity == FindingSeverity.Error).ToList();

        Assert.Equal(["ACTION_WITH_SPACE", "ACTION_WITH_SPACE"], findings.Select(finding => finding.Code));
        Assert.Equal("`iam: ChangePassword` has white space in it, which no action has: write `iam:ChangePassword`.", findings[0].Message);
        Assert.Equal((6, 13, "/Statement/0/Action/0", "iam:ChangePassword"), (findings[0].Line, findings[0].Column, findings[0].JsonPointer, findings[0].Fix));
        Assert.Equal("iam:GetUser", findings[1].Fix);
    }

    [Fact]
    public void The_course_example_is_mended_and_the_rest_of_its_text_stays_as_it_was()
    {
        var repair = PolicyRepair.Apply(CourseExample, PolicyValidator.Default);

        Assert.Equal(CourseExample.Replace("iam: ", "iam:", StringComparison.Ordinal), repair.PolicyDocument.SourceText);
        Assert.Equal(2, repair.Repaired.Count);
        Assert.Empty(repair.Remaining);
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "INVALID_EFFECT")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "INVALID_POLICY_ELEMENT")]
    [InlineData("""{"Version":"2012-10-17","Statements":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "INVALID_POLICY_ELEMENT")]
    [InlineData("""{"Version":"2026-01-01","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "INVALID_VERSION")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "MISSING_VERSION")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"a b","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "UNSUPPORTED_SID")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "EMPTY_SID_VALUE")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:getobject","Resource":"arn:aws:s3:::b/*"}]}""", "ACTION_CASE")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"aws:s3:::b/*"},{"Effect":"Allow","Action":"s3:PutObject","Resource":"aws:s3:::b/*"}]}""", "INVALID_ARN_PREFIX")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":" arn:aws:s3:::b/*"}]}""", "INVALID_ARN_PREFIX")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:S3:::b/*"}]}""", "INVALID_ARN_SERVICE_CASE")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:ListBucket","Resource":"arn:aws:s3:us-east-1:111122223333:b"}]}""", "ARN_REGION_NOT_ALLOWED")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${ aws:username }/*"}]}""", "UNSUPPORTED_SPACE_IN_VARIABLE")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{}}]}""", "EMPTY_OBJECT_CONDITION")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{"ipaddress":{"aws:SourceIp":"203.0.113.9/24"}}}]}""", "INVALID_CONDITION_OPERATOR")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:GetObject","s3:GetObjectAcl"],"Resource":"arn:aws:s3:::b/*"}]}""", "REDUNDANT_ACTION")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:PutObject","s3:PutObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*"}]}""", "REDUNDANT_ACTION")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""", "REDUNDANT_STATEMENT")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*","Condition":{"NumericLessThan":{"aws:MultiFactorAuthAge":["1","2"]}}}]}""", "REDUNDANT_CONDITION_VALUE_NUM")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Sid":"A","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},{"Sid":"A","Effect":"Allow","Action":"s3:PutObject","Resource":"arn:aws:s3:::b/*"}]}""", "UNIQUE_SIDS_REQUIRED")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"},]}""", "JSON_SYNTAX_ERROR")]
    [InlineData("{\"Version\":\"2012-10-17\", // why\n\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\" /* all */,}]}", "JSON_SYNTAX_ERROR")]
    public void What_can_be_mended_in_one_way_only_is_mended_and_then_clean(string text, string code)
    {
        var repair = PolicyRepair.Apply(text, PolicyValidator.Default);

        Assert.Contains(code, repair.Repaired.Select(finding => finding.Code));
        Assert.All(repair.Repaired, finding => Assert.NotNull(finding.Fix));
        Assert.Empty(repair.Remaining);
    }

    [Fact]
    public void A_resource_policy_s_principal_is_put_into_its_object()
    {
        var repair = PolicyRepair.Apply(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"111122223333","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""",
            PolicyValidator.Default);
        Assert.Equal("111122223333", repair.PolicyDocument.Statements[0].Principal!.Entries[0].Values[0]);
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjects","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Permit","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/*"}]}""")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/${aws:username}/*"}]}""")]
    public void What_a_person_must_decide_is_left_as_it_is_and_reported(string text)
    {
        var repair = PolicyRepair.Apply(text, PolicyValidator.Default);
        Assert.False(repair.IsChanged);
        Assert.Equal(text, repair.PolicyDocument.SourceText);
        Assert.NotEmpty(repair.Remaining);
    }

    [Fact]
    public void A_clean_policy_stays_as_it_is()
    {
        const string clean = """{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" } }""";
        var repair = PolicyRepair.Apply(clean, PolicyValidator.Default);
        Assert.False(repair.IsChanged);
        Assert.Same(clean, repair.PolicyDocument.SourceText);
    }

    [Fact]
    public void Text_that_is_no_policy_at_all_is_refused() =>
        Assert.Throws<PolicySyntaxException>(() => PolicyRepair.Apply("{\"a\":1", PolicyValidator.Default));

    [Fact]
    public void Whatever_is_mended_parses_and_keeps_the_permissions_of_AWSs_own_policies()
    {
        foreach (var policy in CloudEssentials.Catalog.ManagedPolicyCatalog.Default.Policies.Where((_, i) => i % 10 == 0))
        {
            var repair = PolicyRepair.Apply(policy.Document, PolicyValidator.Default);
            Assert.Equal(PolicyDocument.Parse(policy.Document).Statements.Select(statement => statement.Effect), repair.PolicyDocument.Statements.Select(statement => statement.Effect));
            Assert.DoesNotContain(repair.Remaining, finding => finding.Fix is not null);
        }
    }
}
