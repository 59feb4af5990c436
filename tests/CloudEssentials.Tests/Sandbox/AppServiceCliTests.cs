using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, which others wrote, against what the directory application is made of.</summary>
public sealed class AppServiceCliTests : IAsyncLifetime
{
    private readonly AwsCli cli = AwsCli.Start(new SandboxOptions { Seed = "cli" });

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await cli.DisposeAsync();

    [SkippableFact]
    public async Task It_keeps_files_in_a_bucket()
    {
        string file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, "meow");
            Contains("/photos", await cli.Run("s3api", "create-bucket", "--bucket", "photos"));
            Contains("upload: ", await cli.Run("s3", "cp", file, "s3://photos/cats/one.txt", "--no-progress"));
            Task<AwsCliAnswer> listed = cli.Run("s3", "ls", "s3://photos");
            Task<AwsCliAnswer> read = cli.Run("s3", "cp", "s3://photos/cats/one.txt", "-");
            Task<AwsCliAnswer> access = cli.Run("s3api", "get-public-access-block", "--bucket", "photos");
            Task<AwsCliAnswer> missing = cli.Run("s3api", "head-object", "--bucket", "photos", "--key", "dogs");
            Task<AwsCliAnswer> policy = cli.Run("s3api", "get-bucket-policy", "--bucket", "photos");
            Task<AwsCliAnswer> full = cli.Run("s3api", "delete-bucket", "--bucket", "photos");

            Contains("PRE cats/", await listed);
            Assert.Equal("meow", (await read).Output);
            Contains("\"BlockPublicPolicy\": true", await access);
            Refuses("(404)", await missing);
            Refuses("(NoSuchBucketPolicy)", await policy);
            Refuses("(BucketNotEmpty)", await full);
            Contains("remove_bucket: photos", await cli.Run("s3", "rb", "s3://photos", "--force"));
        }
        finally
        {
            File.Delete(file);
        }
    }

    [SkippableFact]
    public async Task It_follows_a_bucket_to_its_Region()
    {
        AwsCliAnswer made = await cli.Run("s3api", "create-bucket", "--bucket", "dublin", "--region", "eu-west-1", "--create-bucket-configuration", "LocationConstraint=eu-west-1");

        Assert.Empty(made.Error);
        Assert.Empty((await cli.Run("s3api", "get-bucket-encryption", "--bucket", "dublin")).Error);
    }

    [SkippableFact]
    public async Task It_keeps_employees_in_a_table()
    {
        Contains("CREATING", await cli.Run(
            "dynamodb", "create-table", "--table-name", "Employees", "--billing-mode", "PAY_PER_REQUEST",
            "--key-schema", "AttributeName=id,KeyType=HASH", "--attribute-definitions", "AttributeName=id,AttributeType=S", "--tags", "Key=app,Value=directory"));
        Assert.Empty((await cli.Run("dynamodb", "wait", "table-exists", "--table-name", "Employees")).Error);
        Assert.Empty((await cli.Run("dynamodb", "put-item", "--table-name", "Employees", "--item", """{"id":{"S":"1"},"full_name":{"S":"Alice"}}""")).Error);
        Task<AwsCliAnswer> scanned = cli.Run("dynamodb", "scan", "--table-name", "Employees");
        Task<AwsCliAnswer> missing = cli.Run("dynamodb", "describe-table", "--table-name", "Nobody");

        Contains("Alice", await scanned);
        Refuses("(ResourceNotFoundException) when calling the DescribeTable operation: Requested resource not found: Table: Nobody not found", await missing);
    }

    [SkippableFact]
    public async Task It_watches_and_tells()
    {
        Contains("arn:aws:sns:us-east-1:123456789012:alerts", await cli.Run("sns", "create-topic", "--name", "alerts"));
        Task<AwsCliAnswer> subscribed = cli.Run("sns", "subscribe", "--topic-arn", "arn:aws:sns:us-east-1:123456789012:alerts", "--protocol", "email", "--notification-endpoint", "ops@example.com");
        AwsCliAnswer made = await cli.Run(
            "cloudwatch", "put-metric-alarm", "--alarm-name", "cpu", "--namespace", "AWS/EC2", "--metric-name", "CPUUtilization", "--statistic", "Average",
            "--period", "60", "--evaluation-periods", "3", "--threshold", "60", "--comparison-operator", "GreaterThanThreshold",
            "--alarm-actions", "arn:aws:sns:us-east-1:123456789012:alerts");
        Task<AwsCliAnswer> alarms = cli.Run("cloudwatch", "describe-alarms");
        Task<AwsCliAnswer> missing = cli.Run("cloudwatch", "set-alarm-state", "--alarm-name", "none", "--state-value", "OK", "--state-reason", "x");

        Contains("pending confirmation", await subscribed);
        Assert.Empty(made.Error);
        Contains("\"StateValue\": \"INSUFFICIENT_DATA\"", await alarms);
        Refuses("(ResourceNotFound) when calling the SetAlarmState operation", await missing);
    }

    private static void Contains(string text, AwsCliAnswer answer) => Assert.Contains(text, answer.Output + answer.Error, StringComparison.Ordinal);

    private static void Refuses(string code, AwsCliAnswer answer) => Assert.Contains(code, answer.Error, StringComparison.Ordinal);
}
