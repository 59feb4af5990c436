using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CloudEssentials.Tests.Clients;

/// <summary>An independent emulator of AWS on a free port of this machine, for as long as a class of tests runs.</summary>
public sealed class MotoServer : IAsyncLifetime
{
    private Process? _process;

    /// <summary>Null where moto_server is not on PATH.</summary>
    public string? Url { get; private set; }

    public async Task InitializeAsync()
    {
        int port = FreePort();
        try
        {
            _process = Process.Start(new ProcessStartInfo("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return;
        }
        _process!.OutputDataReceived += static (_, _) => { };
        _process.ErrorDataReceived += static (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        if (await AnswersAsync($"http://127.0.0.1:{port}/moto-api/")) Url = $"http://127.0.0.1:{port}";
    }

    public Task DisposeAsync()
    {
        if (_process is { HasExited: false }) _process.Kill(entireProcessTree: true);
        _process?.Dispose();
        return Task.CompletedTask;
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> AnswersAsync(string url)
    {
        using HttpClient http = new();
        for (Stopwatch watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(60) && !_process!.HasExited; await Task.Delay(200))
        {
            try
            {
                using HttpResponseMessage response = await http.GetAsync(new Uri(url));
                return true;
            }
            catch (HttpRequestException)
            {
                // Not up yet.
            }
        }
        return false;
    }
}
