using CloudEssentials.ClientGenerator;

// ClientGenerator [--folder FOLDER] [--output FOLDER] [--packages NAMES] [--refresh]
// Trims AWS's service models to the operations listed, and writes the C# of their clients where --output says.
try
{
    Options options = Options.Parse(args);
    foreach ((string service, IReadOnlyList<string> operations) in OperationList.Read(options.Operations))
    {
        ServiceModel model = new ModelStore(options.Models, options.Refresh).Load(service, operations, options.Names);
        if (options.Output is null) continue;
        string output = Path.Combine(options.Output, service + ".g.cs");
        string waiters = Path.Combine(options.Output, service + ".waiters.g.cs");
        bool package = model.PackageOnly || options.TakesPackage(model.Package);
        FileText.Write(output, package ? null : ClientEmitter.Emit(model));
        FileText.Write(waiters, model.HasWaiters ? WaiterEmitter.Emit(model) : null);
    }
    return 0;
}
catch (GeneratorException e)
{
    // MSBuild shows a line of this form as an error of the build.
    Console.Error.WriteLine($"ClientGenerator : error CLIENT001: {e.Message}");
    return 1;
}
