using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CloudEssentials.Tests.Cli;

/// <summary>What only a process of its own can show: signals, pipes between processes, exit codes.</summary>
public sealed class CommandLineProcessTests
{
    private static readonly string _program = Path.Combine(AppContext.BaseDirectory, "cloudessentials.dll");

    [SkippableFact]
    public async Task Ctrl_C_ends_a_command_that_waits_within_a_second_and_without_a_word()
    {
        Skip.If(OperatingSystem.IsWindows(), "Signals are sent with kill.");
        using Process process = Start("dotnet", _program, "Test-ZoneResilience");
        await process.StandardInput.WriteLineAsync("us-east-2a");
        await process.StandardInput.FlushAsync();
        await Task.Delay(TimeSpan.FromSeconds(2));
        Stopwatch watch = Stopwatch.StartNew();

        Assert.Equal(0, Kill(process.Id, 2));
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal((130, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync()));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 5);
    }

    [SkippableFact]
    public async Task A_reader_that_has_enough_ends_the_pipe_in_silence()
    {
        Skip.If(OperatingSystem.IsWindows(), "The pipe is that of a POSIX shell.");
        using Process process = Start("sh", "-c", $"dotnet '{_program}' Get-PolicyAction 's3:*' | head -n 1");
        process.StandardInput.Close();

        string output = await process.StandardOutput.ReadToEndAsync();

        Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
    }

    [SkippableFact]
    public async Task Two_processes_pass_objects_and_a_policy_goes_as_its_own_JSON()
    {
        Skip.If(OperatingSystem.IsWindows(), "The pipe is that of a POSIX shell.");
        using Process process = Start("sh", "-c", $"dotnet '{_program}' New-LeastPrivilegePolicy -Action 's3:GetObject' -Resource 'arn:aws:s3:::photos/*' </dev/null | dotnet '{_program}' Expand-PolicyDocument");
        process.StandardInput.Close();

        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]}""",
            (await process.StandardOutput.ReadToEndAsync()).Trim());
        Assert.Equal("", await process.StandardError.ReadToEndAsync());
    }

    [Fact]
    public async Task Without_arguments_it_takes_the_tour_to_its_end()
    {
        using Process process = Start("dotnet", _program);
        process.StandardInput.Close();

        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((0, ""), (process.ExitCode, await process.StandardError.ReadToEndAsync()));
        Assert.Matches(@"us-east-1 +US East \(N\. Virginia\) .* a b c d e f", output);
        Assert.Contains("That was the tour.", output, StringComparison.Ordinal);
    }

    private static Process Start(string program, params string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
