using System.Diagnostics;
using BenchmarkDotNet.Running;
using CloudEssentials.Benchmarks;
using CloudEssentials.Benchmarks.DirectoryApp;

// 'quick [name]' prints the figures of the classes whose name holds it; anything else goes to BenchmarkDotNet.
if (args is ["figures", var name])
{
    foreach (QuickFigure figure in ((IQuickFigures)Activator.CreateInstance(typeof(IQuickFigures).Assembly.GetType(name)!)!).Measure())
        Console.WriteLine(figure);
    return 0;
}

// 'faults [runs]' lives whole lives of the directory application among faults, 1,000 unless told otherwise.
if (args is ["faults", ..])
    return await FaultRuns.RunAsync(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 1000);

if (args is not ["quick", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(IQuickFigures).Assembly).Run(args);
    return 0;
}

// Each class has a process of its own, so that none pays for what another holds, and one core, which its children inherit.
if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
    Process.GetCurrentProcess().ProcessorAffinity = 1;
foreach (Type type in typeof(IQuickFigures).Assembly.GetTypes())
{
    bool wanted = type is { IsClass: true, IsAbstract: false } && typeof(IQuickFigures).IsAssignableFrom(type) && (args.Length < 2 || type.Name.Contains(args[1], StringComparison.OrdinalIgnoreCase));
    if (!wanted)
        continue;
    string[] child = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(IQuickFigures).Assembly.Location] : [];
    using Process process = Process.Start(Environment.ProcessPath!, [.. child, "figures", type.FullName!]);
    process.WaitForExit();
    if (process.ExitCode != 0)
        return process.ExitCode;
}

return 0;
