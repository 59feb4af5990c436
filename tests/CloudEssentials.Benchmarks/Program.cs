using BenchmarkDotNet.Running;
using CloudEssentials.Benchmarks;

// 'quick [name]' prints the figures of the classes whose name holds it; anything else goes to BenchmarkDotNet.
if (args is not ["quick", ..])
{
    BenchmarkSwitcher.FromAssembly(typeof(IQuickFigures).Assembly).Run(args);
    return 0;
}

foreach (Type type in typeof(IQuickFigures).Assembly.GetTypes())
{
    bool wanted = type is { IsClass: true, IsAbstract: false } && typeof(IQuickFigures).IsAssignableFrom(type) && (args.Length < 2 || type.Name.Contains(args[1], StringComparison.OrdinalIgnoreCase));
    if (!wanted)
        continue;
    foreach (QuickFigure figure in ((IQuickFigures)Activator.CreateInstance(type)!).Measure())
        Console.WriteLine(figure);
}

return 0;
