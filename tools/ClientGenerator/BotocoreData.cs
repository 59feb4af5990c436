using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

/// <summary>The service models that botocore carries: the folder of BOTOCORE_DATA, or that of an installed botocore.</summary>
internal static class BotocoreData
{
    private static readonly Lazy<string?> Folder = new(Find);

    internal static JsonObject Load(string service, string why)
    {
        string folder = Folder.Value ?? throw new GeneratorException(
            $"{why} To trim it from AWS's published model, install botocore (pip install botocore), or set BOTOCORE_DATA to the 'data' folder of one.");
        string latest = Latest(folder, service);
        JsonObject model = Read(latest, "service-2")?.AsObject() ?? throw new GeneratorException($"{latest} has no service-2.json.");
        model["paginators"] = Read(latest, "paginators-1")?["pagination"]?.DeepClone();
        model["waiters"] = Read(latest, "waiters-2")?["waiters"]?.DeepClone();
        model["endpointRules"] = Read(latest, "endpoint-rule-set-1");
        return model;
    }

    private static string Latest(string folder, string service)
    {
        string path = Path.Combine(folder, service);
        if (!Directory.Exists(path)) throw new GeneratorException($"botocore knows no service '{service}' (looked in {folder}).");
        return Directory.GetDirectories(path).Order(StringComparer.Ordinal).Last();
    }

    private static JsonNode? Read(string folder, string name)
    {
        string plain = Path.Combine(folder, name + ".json");
        if (File.Exists(plain)) return JsonNode.Parse(File.ReadAllText(plain));
        if (!File.Exists(plain + ".gz")) return null;
        using GZipStream stream = new(File.OpenRead(plain + ".gz"), CompressionMode.Decompress);
        return JsonNode.Parse(stream);
    }

    private static string? Find()
    {
        string? set = Environment.GetEnvironmentVariable("BOTOCORE_DATA");
        if (!string.IsNullOrEmpty(set)) return set;
        return new[] { "python3", "python", "py" }.Select(Ask).FirstOrDefault(folder => folder is not null);
    }

    private static string? Ask(string python)
    {
        try
        {
            ProcessStartInfo start = new(python, ["-c", "import botocore, os; print(os.path.join(os.path.dirname(botocore.__file__), 'data'))"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            using Process process = Process.Start(start)!;
            string folder = process.StandardOutput.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 && Directory.Exists(folder) ? folder : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
