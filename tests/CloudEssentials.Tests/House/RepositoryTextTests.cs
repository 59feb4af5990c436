using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.House;

public sealed class RepositoryTextTests
{
    private static readonly string[] _made = ["bin", "obj", "lib", "out", ".git", "TestResults", "BenchmarkDotNet.Artifacts", "node_modules"];

    // Written apart, so that this file is none of those it looks for.
    private static readonly string[] _strangers = ["/ro" + "ot/", "/wo" + "rk/", "C:\\Us" + "ers\\", "api.nu" + "get.org", "regis" + "try.npmjs", "files.python" + "hosted"];

    [Fact]
    public void No_file_names_a_path_of_one_machine_or_the_host_of_a_package_registry()
    {
        string[] found =
        [
            .. TextFiles(CompiledModule.Root)
                .SelectMany(file => _strangers.Where(File.ReadAllText(file).Contains).Select(stranger => $"{Path.GetRelativePath(CompiledModule.Root, file)}: {stranger}")),
        ];

        Assert.Empty(found);
    }

    private static IEnumerable<string> TextFiles(string folder)
    {
        foreach (string file in Directory.GetFiles(folder))
        {
            if (!_made.Contains(Path.GetFileName(file)) && Path.GetExtension(file) is not (".gz" or ".bin" or ".cat" or ".catalog" or ".png" or ".xml"))
                yield return file;
        }

        foreach (string below in Directory.GetDirectories(folder).Where(f => !_made.Contains(Path.GetFileName(f))))
        {
            foreach (string file in TextFiles(below))
                yield return file;
        }
    }
}
