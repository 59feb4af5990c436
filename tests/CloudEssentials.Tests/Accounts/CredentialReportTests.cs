using CloudEssentials.Accounts;

namespace CloudEssentials.Tests.Accounts;

public sealed class CredentialReportTests
{
    private const string Header = "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";
    private const string Root = "<root_account>,arn:aws:iam::123456789012:root,2020-01-02T03:04:05+00:00,not_supported,2026-11-20T08:00:00+00:00,not_supported,not_supported,true,true,2021-01-01T00:00:00+00:00,2026-11-16T10:00:00+00:00,us-east-1,s3,false,2020-06-01T00:00:00+00:00,N/A,N/A,N/A,false,N/A,false,N/A";
    private const string Anna = "anna,arn:aws:iam::123456789012:user/anna,2024-05-01T00:00:00+00:00,true,no_information,2024-05-01T00:00:00+00:00,N/A,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A";

    [Fact]
    public void Dates_are_dates_and_what_AWS_writes_for_nothing_is_null()
    {
        CredentialReport report = CredentialReport.Parse($"{Header}\n{Root}\n{Anna}");

        Assert.Equal("123456789012", report.AccountId);
        Assert.Equal(new DateTimeOffset(2026, 11, 20, 8, 0, 0, TimeSpan.Zero), report.Root!.PasswordLastUsed);
        Assert.Null(report.Root.PasswordEnabled);
        CredentialReportRow anna = Assert.Single(report.Users);
        Assert.True(anna.PasswordEnabled);
        Assert.Null(anna.PasswordLastUsed);
        Assert.Null(anna.PasswordNextRotation);
        Assert.Empty(anna.AccessKeys);
    }

    [Fact]
    public void A_key_that_is_inactive_is_still_a_key()
    {
        IReadOnlyList<CredentialReportKey> keys = CredentialReport.Parse($"{Header}\n{Root}").Root!.AccessKeys;

        Assert.Equal([true, false], keys.Select(key => key.Active));
        Assert.Equal("s3", keys[0].LastUsedService);
        Assert.Null(keys[1].LastUsed);
        Assert.Equal("key 1 active, made 2021-01-01, last used 2026-11-16 for s3 in us-east-1", keys[0].ToString());
    }

    [Fact]
    public void Columns_that_are_missing_are_null_and_new_ones_are_kept()
    {
        CredentialReport report = CredentialReport.Parse("user,arn,mfa_active,passkey_count\nanna,arn:aws:iam::123456789012:user/anna,true,2\n");

        CredentialReportRow anna = report.Users[0];
        Assert.True(anna.MfaActive);
        Assert.Null(anna.PasswordEnabled);
        Assert.Equal("2", anna.OtherColumns["passkey_count"]);
        Assert.DoesNotContain("password_enabled", report.Columns);
    }

    [Fact]
    public void A_byte_order_mark_line_ends_of_Windows_and_quoted_names_are_no_trouble()
    {
        CredentialReport report = CredentialReport.Parse("\uFEFFuser,arn\r\n\"a,\"\"b\"\"\",arn:aws:iam::123456789012:user/a\r\n");

        Assert.Equal("a,\"b\"", Assert.Single(report.Users).UserName);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("<html>", "columns 'user' and 'arn'")]
    [InlineData(Header + "\n" + Root + "\nanna,arn:aws:iam::123456789012:user/anna,2024-05-", "line 3 has 3 fields")]
    [InlineData("user,arn,mfa_active\nanna,arn:aws:iam::123456789012:user/anna,fal", "neither true nor false")]
    [InlineData("user,arn,user_creation_time\nanna,arn:aws:iam::123456789012:user/anna,2024-05-0", "not a date")]
    [InlineData("user,arn\nanna,arn:aws:ia", "not the ARN of a user")]
    public void A_file_that_breaks_off_or_is_another_is_an_error_that_says_where(string text, string says)
    {
        CloudException error = Assert.Throws<CloudException>(() => CredentialReport.Parse(text, "report.csv"));

        Assert.Equal("CredentialReportInvalid", error.ErrorId);
        Assert.Equal(CloudErrorCategory.InvalidData, error.Category);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.StartsWith("report.csv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_in_our_own_words()
    {
        string whole = $"{Header}\n{Root}\n{Anna}\n";
        for (int length = 0; length < whole.Length; length++)
        {
            try
            {
                Assert.True(CredentialReport.Parse(whole[..length]).Rows.Count <= 2);
            }
            catch (CloudException error)
            {
                Assert.Equal("CredentialReportInvalid", error.ErrorId);
            }
        }
    }
}
