using System.Text.RegularExpressions;

namespace CloudEssentials.DirectoryApp;

/// <summary>What the name of an instance type tells: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html.</summary>
public static partial class InstanceTypes
{
    /// <summary>The architecture of Intel's and AMD's processors.</summary>
    public const string X86 = "x86_64";

    /// <summary>The architecture of AWS's Graviton processors.</summary>
    public const string Arm = "arm64";

    /// <summary>Whether a text can be an instance type.</summary>
    /// <param name="type">Such as <c>t3.micro</c>.</param>
    /// <returns>True where it has the form of one.</returns>
    public static bool IsWellFormed(string type) => TypePattern().IsMatch(type);

    /// <summary>The architecture of a type: after the generation's number, a g stands for Graviton.</summary>
    /// <param name="type">Such as <c>t4g.micro</c>.</param>
    /// <returns><see cref="X86"/> or <see cref="Arm"/>.</returns>
    public static string ArchitectureOf(string type) => GravitonPattern().IsMatch(type) ? Arm : X86;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\d[a-z0-9-]*\.[a-z0-9-]+\z")]
    private static partial Regex TypePattern();

    [GeneratedRegex(@"\A(a1|[a-z]+\d+[a-z]*g[a-z]*)[.-]")]
    private static partial Regex GravitonPattern();
}
