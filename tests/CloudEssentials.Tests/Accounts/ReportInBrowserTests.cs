using System.Diagnostics;
using CloudEssentials.Accounts;
using CloudEssentials.Accounts.Reports;

namespace CloudEssentials.Tests.Accounts;

/// <summary>The report in a real browser, where one is installed.</summary>
public sealed class ReportInBrowserTests
{
    private static readonly string[] _names = ["chromium", "chromium-browser", "google-chrome"];

    [SkippableFact]
    public async Task A_browser_reads_every_finding_and_paints_the_page_wide_and_narrow()
    {
        string? browser = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .SelectMany(folder => _names.Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        Skip.If(browser is null, "No Chromium on PATH.");
        string folder = Directory.CreateTempSubdirectory().FullName;
        string page = Path.Combine(folder, "report.html");
        SecurityFinding[] findings = [.. Enumerable.Range(0, 12).Select(number => AccountReportTests.Finding(FindingStatus.Fail, $"user/<b>{number}</b>", $"wrong & {number}"))];
        await File.WriteAllTextAsync(page, new AccountReport(findings).ToHtml());

        string tree = await RunAsync(browser!, folder, "--dump-dom", page);
        Assert.Equal(12, tree.Split("<article").Length - 1);
        Assert.Contains("wrong &amp; 11", tree, StringComparison.Ordinal);
        Assert.Contains("user/&lt;b&gt;0", tree, StringComparison.Ordinal);
        foreach (string size in new[] { "1200,900", "500,900" })
        {
            string picture = Path.Combine(folder, $"{size}.png");
            await RunAsync(browser!, folder, $"--window-size={size}", $"--screenshot={picture}", page);
            Assert.True(new FileInfo(picture).Length > 10_000, $"The page at {size} is blank.");
        }

        Directory.Delete(folder, recursive: true);
    }

    private static async Task<string> RunAsync(string browser, string folder, params string[] arguments)
    {
        string profile = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        string[] all =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            $"--user-data-dir={profile}", .. arguments[..^1], new Uri(arguments[^1]).AbsoluteUri,
        ];
        using Process process = Process.Start(new ProcessStartInfo(browser, all) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        await errors;
        return output;
    }
}
