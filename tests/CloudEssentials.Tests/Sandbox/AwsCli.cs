using System.ComponentModel;
using System.Diagnostics;
using CloudEssentials.Sandbox;

namespace CloudEssentials.Tests.Sandbox;

/// <summary>The AWS CLI, with a sandbox account of its own behind an endpoint. A test that uses it is skipped where there is none.</summary>
internal sealed class AwsCli : IAsyncDisposable
{
    private readonly SandboxEndpoint endpoint;

    private AwsCli(SandboxOptions options) => endpoint = SandboxEndpoint.Start(new SandboxAccount(options));

    public static AwsCli Start(SandboxOptions options) => new(options);

    public async ValueTask DisposeAsync()
    {
        await endpoint.DisposeAsync();
        endpoint.Account.Dispose();
    }

    /// <summary>Runs a command as the root user.</summary>
    public Task<AwsCliAnswer> Run(params string[] arguments) => RunAs(SandboxAccount.RootAccessKeyId, SandboxAccount.RootSecretAccessKey, arguments);

    public Task<AwsCliAnswer> RunAs(string accessKey, string secretKey, string[] arguments) => RunAt(endpoint.Url.ToString(), accessKey, secretKey, arguments);

    /// <summary>Runs a command against any endpoint.</summary>
    public static async Task<AwsCliAnswer> RunAt(string url, string accessKey, string secretKey, string[] arguments)
    {
        var start = new ProcessStartInfo("aws", [.. arguments, "--output", "json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["AWS_ACCESS_KEY_ID"] = accessKey;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = secretKey;
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_ENDPOINT_URL"] = url;
        start.Environment["AWS_CONFIG_FILE"] = start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(Path.GetTempPath(), "no-such-file");
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        try
        {
            using Process process = Process.Start(start)!;
            Task<string> output = process.StandardOutput.ReadToEndAsync();
            Task<string> error = process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            return new AwsCliAnswer(await output, await error);
        }
        catch (Win32Exception)
        {
            Skip.If(true, "The AWS CLI (aws) is not on PATH.");
            throw;
        }
    }
}
