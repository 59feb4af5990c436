using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.House;

public sealed class PackageTests
{
    private static readonly string[] _files =
    [
        .. Directory.GetFiles(CompiledModule.PackageFolder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(CompiledModule.PackageFolder, file).Replace('\\', '/')),
    ];

    [Theory]
    [InlineData("CloudEssentials.psd1")]
    [InlineData("LICENSE")]
    [InlineData("README.md")]
    [InlineData("en-US/CloudEssentials.dll-Help.xml")]
    [InlineData("en-US/about_CloudEssentials.help.txt")]
    [InlineData("lib/CloudEssentials.dll")]
    [InlineData("lib/CloudEssentials.Core.dll")]
    [InlineData("lib/CloudEssentials.Operations.dll")]
    [InlineData("lib/CloudEssentials.format.ps1xml")]
    [InlineData("lib/dependencies/AWSSDK.Core.dll")]
    [InlineData("lib/dependencies/CloudEssentials.Aws.dll")]
    [InlineData("lib/dependencies/CloudEssentials.Sandbox.dll")]
    public void The_package_holds_what_a_user_needs(string file) => Assert.Contains(file, _files);

    [Fact]
    public void PowerShell_brings_its_own_assembly_and_the_package_does_not() =>
        Assert.DoesNotContain(_files, file => file.EndsWith("System.Management.Automation.dll", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void No_assembly_is_there_twice() =>
        Assert.Empty(_files.Where(file => file.EndsWith(".dll", StringComparison.Ordinal)).GroupBy(Path.GetFileName).Where(same => same.Count() > 1).Select(same => same.Key));

    [Fact]
    public void Every_catalogue_is_in_the_package() =>
        Assert.All(
            Directory.GetFiles(Path.Combine(CompiledModule.Root, "data"), "*", SearchOption.AllDirectories),
            file => Assert.Contains(Path.GetRelativePath(CompiledModule.Root, file).Replace('\\', '/'), _files));

    [Fact]
    public void The_manifest_has_the_version_of_the_assemblies()
    {
        string manifest = File.ReadAllText(Path.Combine(CompiledModule.PackageFolder, "CloudEssentials.psd1"));

        Assert.Contains($"'{CompiledModule.Version}'", manifest, StringComparison.Ordinal);
    }
}
