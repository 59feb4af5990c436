using System.Reflection;

namespace CloudEssentials.Operations;

/// <summary>What a shell must know of an operation to bind its inputs and run it.</summary>
public sealed class OperationDescriptor
{
    private static readonly Lazy<IReadOnlyList<OperationDescriptor>> _all = new(FindAll);

    private OperationDescriptor(Type type, OperationAttribute declaration)
    {
        Type contract = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOperation<,>));
        OperationType = type;
        Declaration = declaration;
        RequestType = contract.GenericTypeArguments[0];
        ResultType = contract.GenericTypeArguments[1];
        Inputs = [.. RequestType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is { IsPublic: true })
            .Select(p => new OperationInput(p, p.GetCustomAttribute<InputAttribute>() ?? new InputAttribute()))];
    }

    /// <summary>Every operation of this assembly, by name.</summary>
    public static IReadOnlyList<OperationDescriptor> All => _all.Value;

    /// <summary>The command's name, such as <c>Get-RegionAZMap</c>.</summary>
    public string Name => Declaration.Name;

    /// <summary>What the operation says of itself.</summary>
    public OperationAttribute Declaration { get; }

    /// <summary>The class that does the work.</summary>
    public Type OperationType { get; }

    /// <summary>The record that holds the inputs.</summary>
    public Type RequestType { get; }

    /// <summary>The type of each result.</summary>
    public Type ResultType { get; }

    /// <summary>The inputs, in the order of their declaration.</summary>
    public IReadOnlyList<OperationInput> Inputs { get; }

    private static List<OperationDescriptor> FindAll() =>
    [.. typeof(OperationDescriptor).Assembly.GetTypes()
        .Select(type => (type, declaration: type.GetCustomAttribute<OperationAttribute>()))
        .Where(found => found.declaration is not null)
        .Select(found => new OperationDescriptor(found.type, found.declaration!))
        .OrderBy(descriptor => descriptor.Name, StringComparer.Ordinal)];
}
