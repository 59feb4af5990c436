namespace CloudEssentials.Tests.Cli;

public sealed class CommandLineAppTests
{
    [Fact]
    public async Task A_pipe_gets_one_JSON_object_a_line()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction iam:CreateUser,iam:PassRole");

        Assert.Equal(0, run.Code);
        Assert.Equal(["iam:CreateUser", "iam:PassRole"], run.Json.Select(r => r.GetProperty("Action").GetString()));
        Assert.False(run.Json[0].TryGetProperty("Entry", out _));
    }

    [Fact]
    public async Task A_terminal_gets_the_tables_of_the_modules_views()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction iam:CreateUser", terminal: true);

        Assert.Matches("Action +AccessLevel +ResourceType", run.Out);
        Assert.Matches("iam:CreateUser +Write +user", run.Out);
    }

    [Fact]
    public async Task A_list_shows_every_property_on_a_line_of_its_own()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction iam:CreateUser -OutputFormat List");

        Assert.Matches("Action +: iam:CreateUser\n", run.Out);
        Assert.DoesNotContain("Entry", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_quotes_what_holds_a_comma()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction s3:GetObject -OutputFormat Csv");

        Assert.StartsWith("Action,Service,Name,AccessLevel,", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"accesspointobject, object\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_command_feeds_the_next_by_property_name()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction iam:CreateUser | Get-PolicyAction");

        Assert.All(run.Json, action => Assert.Equal("CreateUser", action.GetProperty("Name").GetString()));
        Assert.Contains(run.Json, action => action.GetProperty("Service").GetString() == "iam");
    }

    [Theory]
    [InlineData("iam:CreateUser\niam:DeleteUser\n")]
    [InlineData("\"iam:CreateUser\"\n\"iam:DeleteUser\"")]
    [InlineData("[\"iam:CreateUser\", \"iam:DeleteUser\"]")]
    [InlineData("{\"Action\":\"iam:CreateUser\"}\n{\n  \"name\": [\"iam:DeleteUser\"]\n}\n")]
    public async Task Standard_input_binds_as_the_pipeline_does(string input)
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction", input);

        Assert.Equal(0, run.Code);
        Assert.Equal(["iam:CreateUser", "iam:DeleteUser"], run.Json.Select(r => r.GetProperty("Action").GetString()));
    }

    [Fact]
    public async Task An_object_that_fits_nothing_is_one_error_and_the_others_come_through()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction", "{\"Colour\":1}\n{\"Action\":\"iam:CreateUser\"}\n");

        Assert.Equal(1, run.Code);
        Assert.Single(run.Json);
        Assert.Contains("an object of Colour", run.Error, StringComparison.Ordinal);
        Assert.Contains("[InputObjectNotBound]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_input_runs_a_reading_command_without_it_and_says_so()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-CloudAccount -AccessKey a -SecretKey b -EndpointUrl not-a-url", "");

        Assert.Equal(1, run.Code);
        Assert.Contains("Standard input was empty; the command ran without it.", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-Nothing", 2, "CommandNotFound")]
    [InlineData("Get-PolicyAction -AccessLevel Sometimes", 2, "ParameterArgumentTransformationError")]
    [InlineData("Get-CloudAccount -AccessKey a -SecretKey b -EndpointUrl not-a-url", 1, "EndpointUrlInvalid")]
    public async Task Exit_codes_tell_a_mistake_in_the_words_from_a_failure(string line, int code, string errorId)
    {
        CommandLineRun run = await CommandLineRun.Of(line);

        Assert.Equal((code, ""), (run.Code, run.Out));
        Assert.Contains($"[{errorId}]", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_out_of_a_list_is_met_with_the_list()
    {
        CommandLineRun run = await CommandLineRun.Of("Get-PolicyAction -AccessLevel Sometimes");

        Assert.Contains("-AccessLevel cannot take 'Sometimes'", run.Error, StringComparison.Ordinal);
        Assert.Contains("List, Read", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\n  \"Version\": \"2012-10-17\",\n  \"Statement\": { \"Effect\": \"Allow\", \"Action\": \"s3:GetBucketA*\", \"Resource\": \"*\" }\n}")]
    [InlineData("{\"PolicyName\":\"a\",\"PolicyDocument\":\"%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22s3%3AGetBucketA*%22%2C%22Resource%22%3A%22*%22%7D%7D\"}")]
    [InlineData("\"{\\\"Version\\\":\\\"2012-10-17\\\",\\\"Statement\\\":{\\\"Effect\\\":\\\"Allow\\\",\\\"Action\\\":\\\"s3:GetBucketA*\\\",\\\"Resource\\\":\\\"*\\\"}}\"")]
    public async Task A_policy_document_is_read_as_a_file_as_AWSs_answer_and_as_a_string(string input)
    {
        CommandLineRun run = await CommandLineRun.Of("Expand-PolicyDocument", input);

        Assert.True(run.Code == 0, run.Error);
        Assert.Contains("s3:GetBucketAcl", Assert.Single(run.Json).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_if_says_what_would_happen_and_does_nothing()
    {
        CommandLineRun run = await CommandLineRun.Of("Update-PolicyCatalog -WhatIf");

        Assert.Equal((0, ""), (run.Code, run.Out));
        Assert.StartsWith("What if: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_nobody_can_answer_is_an_error_with_the_way_out()
    {
        CommandLineRun run = await CommandLineRun.Of("Update-PolicyCatalog -Confirm");

        Assert.Equal(1, run.Code);
        Assert.Contains("[InteractionRequired]", run.Error, StringComparison.Ordinal);
        Assert.Contains("-Confirm:$false", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Test-ZoneResilience", "MissingMandatoryParameter", "-InputObject")]
    [InlineData("New-LeastPrivilegePolicy -Task SelfServiceCredential -Action s3:GetObject", "AmbiguousParameterSet", "-Action")]
    public async Task Parameters_that_are_missing_or_exclude_each_other_are_named(string line, string errorId, string named)
    {
        CommandLineRun run = await CommandLineRun.Of(line);

        Assert.Equal(2, run.Code);
        Assert.Contains($"[{errorId}]", run.Error, StringComparison.Ordinal);
        Assert.Contains(named, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_pipeline_is_one_run_where_the_command_collects()
    {
        CommandLineRun run = await CommandLineRun.Of("Test-ZoneResilience", "{\"AvailabilityZone\":\"us-east-2a\"}\n{\"Placement\":{\"AvailabilityZone\":\"us-east-2b\"}}\n");

        Assert.True(run.Code is 0 or 3, run.Error);
        Assert.Equal(2, Assert.Single(run.Json).GetProperty("ZoneCount").GetInt32());
    }

    [Fact]
    public async Task Help_comes_from_the_commands_page()
    {
        CommandLineRun run = await CommandLineRun.Of("get-policya -?");

        Assert.Equal(0, run.Code);
        Assert.Contains("cloudessentials Get-PolicyAction [[-Name] <String[]>]", run.Out, StringComparison.Ordinal);
        Assert.Contains("Examples", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_of_commands_names_each_with_what_it_does()
    {
        CommandLineRun run = await CommandLineRun.Of("--help");

        Assert.Equal(0, run.Code);
        Assert.Matches(@"Disconnect-CloudAccount +Forgets the connection", run.Out);
    }

    [Theory]
    [InlineData("Get-PolicyAction -Acc", "-AccessLevel")]
    [InlineData("Get-PolicyAction -AccessLevel Perm", "PermissionsManagement")]
    [InlineData("Connect-CloudAccount -Region eu-west-", "eu-west-1")]
    public async Task Completion_offers_names_and_values(string typed, string offered)
    {
        using StringWriter output = new();
        CloudEssentials.Cli.Terminal terminal = new() { In = TextReader.Null, Out = output, Error = TextWriter.Null };

        await new CloudEssentials.Cli.Running.CommandLineApp(terminal, new()).RunAsync([$"[suggest:{typed.Length}]", typed], CancellationToken.None);

        Assert.Contains(offered, output.ToString().Split('\n', StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Verbose_goes_to_standard_error_and_leaves_the_results_clean()
    {
        CommandLineRun run = await CommandLineRun.Of("Disconnect-CloudAccount -Verbose");

        Assert.Equal(("", "VERBOSE: There was no connection.\n"), (run.Out, run.Error));
    }

    [Fact]
    public void No_result_leads_back_to_itself_so_that_every_one_can_be_written_as_JSON()
    {
        foreach (CloudEssentials.Operations.OperationDescriptor operation in CloudEssentials.Operations.OperationDescriptor.All)
            Assert.Null(Circle(operation.ResultType, []));
    }

    // Lists alone make a tree, which has an end; a single reference back has none.
    private static string? Circle(Type type, List<(Type Type, bool InList)> above)
    {
        Type? element = CloudEssentials.Cli.Binding.ValueConverter.ElementOf(type);
        type = element ?? type;
        bool inList = element is not null;
        if (type.Namespace?.StartsWith("CloudEssentials", StringComparison.Ordinal) != true || type.IsEnum || type == typeof(CloudEssentials.Policies.PolicyDocument))
            return null;
        int start = above.FindIndex(step => step.Type == type);
        if (start >= 0)
            return inList && above.Skip(start + 1).All(step => step.InList) ? null : string.Join(" -> ", [.. above.Select(step => step.Type.Name), type.Name]);
        return type.GetProperties()
            .Where(p => !p.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), false))
            .Select(p => Circle(p.PropertyType, [.. above, (type, inList)]))
            .FirstOrDefault(found => found is not null);
    }
}
