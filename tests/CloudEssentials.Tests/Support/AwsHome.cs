using System.Collections;

namespace CloudEssentials.Tests.Support;

/// <summary>Tests that set variables of the process run one after another, and beside no others.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "Environment";
}

/// <summary>A home folder without profiles and an environment without AWS, for as long as a test runs.</summary>
internal sealed class AwsHome : IDisposable
{
    private static readonly string[] _moved = ["HOME", "USERPROFILE"];
    private readonly Dictionary<string, string?> _before = [];

    public AwsHome()
    {
        Folder = Directory.CreateTempSubdirectory("aws home ").FullName;
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            string name = (string)entry.Key;
            if (name.StartsWith("AWS_", StringComparison.Ordinal) || name == "CLOUDESSENTIALS_SANDBOX")
                Set(name, null);
        }

        foreach (string name in _moved)
            Set(name, Folder);
        Set("AWS_EC2_METADATA_DISABLED", "true");
    }

    public string Folder { get; }

    public string CredentialsFile => Path.Combine(Folder, ".aws", "credentials");

    public void Set(string name, string? value)
    {
        _before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    /// <summary>Writes a file below the home folder.</summary>
    public string Write(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return full;
    }

    public void Dispose()
    {
        foreach ((string name, string? value) in _before)
            Environment.SetEnvironmentVariable(name, value);
        Directory.Delete(Folder, recursive: true);
    }
}
