using System.Text;
using CloudEssentials.DirectoryApp;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Operations.DirectoryApp;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.DirectoryApp;

public sealed class TemplateCommandTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("template");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task User_data_is_shown_as_text_and_as_EC2_takes_it()
    {
        ConvertToDirectoryAppUserDataRequest request = new() { PhotosBucket = "photos", Region = "us-west-2" };
        string script = Assert.Single(await new TestHost().RunAsync(new ConvertToDirectoryAppUserData(), request));
        string encoded = Assert.Single(await new TestHost().RunAsync(new ConvertToDirectoryAppUserData(), request with { AsBase64 = true }));

        Assert.Equal(DirectoryAppUserData.Script("photos", "us-west-2"), script);
        Assert.Equal(script, Encoding.UTF8.GetString(Convert.FromBase64String(encoded)));
    }

    [Fact]
    public async Task A_Region_that_the_catalogue_does_not_know_is_used_and_doubted()
    {
        TestHost host = new();

        await host.RunAsync(new ConvertToDirectoryAppUserData(), new() { PhotosBucket = "photos", Region = "us-wset-2" });

        Assert.Contains("us-west-2", Assert.Single(host.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TemplateFormat.CloudFormation, "AWSTemplateFormatVersion")]
    [InlineData(TemplateFormat.Terraform, "hashicorp/aws")]
    public async Task Without_a_path_the_text_is_the_output_and_no_account_is_asked(TemplateFormat format, string sign)
    {
        TestHost host = new();

        object text = Assert.Single(await host.RunAsync(new ExportDirectoryAppTemplate(), Request() with { Format = format }));

        Assert.Contains(sign, Assert.IsType<string>(text), StringComparison.Ordinal);
        Assert.Empty(host.Asked);
        Assert.Empty(host.Warnings);
    }

    [Fact]
    public async Task With_a_path_the_file_is_written_whole()
    {
        TestHost host = new() { CurrentFolder = _folder.FullName };

        DirectoryAppTemplateFile file = Assert.IsType<DirectoryAppTemplateFile>(Assert.Single(await host.RunAsync(new ExportDirectoryAppTemplate(), Request() with { Path = "directory.json" })));

        Assert.Equal(Path.Combine(_folder.FullName, "directory.json"), file.Path);
        Assert.Equal(await host.RunAsync(new ExportDirectoryAppTemplate(), Request()), [await File.ReadAllTextAsync(file.Path)]);
        Assert.Single(_folder.GetFiles());
    }

    [Fact]
    public async Task WhatIf_writes_nothing()
    {
        TestHost host = new() { CurrentFolder = _folder.FullName, ShouldProcess = (_, _) => false };

        Assert.Empty(await host.RunAsync(new ExportDirectoryAppTemplate(), Request() with { Path = "directory.json" }));

        Assert.Empty(_folder.GetFiles());
    }

    [Fact]
    public async Task Terraforms_file_should_have_the_name_that_Terraform_looks_for()
    {
        TestHost host = new() { CurrentFolder = _folder.FullName };

        await host.RunAsync(new ExportDirectoryAppTemplate(), Request() with { Format = TemplateFormat.Terraform, Path = "directory.json" });

        Assert.Contains(".tf.json", Assert.Single(host.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_said_the_account_knows()
    {
        TestHost host = new();
        CloudAccount account = Assert.Single(await host.RunAsync(new ConnectCloudAccount(), new() { Sandbox = true }));

        string text = (string)Assert.Single(await host.RunAsync(new ExportDirectoryAppTemplate(), new() { Name = "Directory" }));

        Assert.Contains($"\"directory-photos-{account.AccountId}-{account.Region}\"", text, StringComparison.Ordinal);
        Assert.Contains($":{account.AccountId}:table/Employees", text, StringComparison.Ordinal);
    }

    private static ExportDirectoryAppTemplateRequest Request() => new() { Name = "directory", PhotosBucket = "photos", Region = "us-west-2" };
}
