using System.Reflection;

namespace CloudEssentials.Operations;

/// <summary>What a shell must know of an operation to bind its inputs and run it.</summary>
public sealed class OperationDescriptor
{
    private static readonly Lazy<IReadOnlyList<OperationDescriptor>> _all = new(FindAll);

    private readonly MethodInfo _run;

    private OperationDescriptor(Type type, OperationAttribute declaration)
    {
        Type contract = type.GetInterfaces().Single(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IOperation<,>));
        _run = contract.GetMethod(nameof(RunAsync))!;
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

    /// <summary>The operation of a class, without a look at the others.</summary>
    /// <param name="className">The class's name with its namespace.</param>
    /// <exception cref="TypeLoadException">There is none.</exception>
    public static OperationDescriptor Of(string className)
    {
        Type type = typeof(OperationDescriptor).Assembly.GetType(className, throwOnError: true)!;
        return new(type, type.GetCustomAttribute<OperationAttribute>() ?? throw new TypeLoadException($"{className} is no operation."));
    }

    /// <summary>A request whose inputs have their defaults.</summary>
    public object NewRequest() => Activator.CreateInstance(RequestType)!;

    /// <summary>Runs it. See <see cref="IOperation{TRequest, TResult}"/>.</summary>
    /// <param name="request">The inputs.</param>
    /// <param name="host">The shell around it.</param>
    /// <param name="cancellationToken">Cancelled when the user stops the command.</param>
    /// <returns>The results.</returns>
    /// <exception cref="CloudException">The command cannot go on.</exception>
    public IAsyncEnumerable<object?> RunAsync(object request, IOperationHost host, CancellationToken cancellationToken) =>
        (IAsyncEnumerable<object?>)_run.Invoke(Activator.CreateInstance(OperationType), BindingFlags.DoNotWrapExceptions, null, [request, host, cancellationToken], null)!;

    private static List<OperationDescriptor> FindAll() =>
    [.. typeof(OperationDescriptor).Assembly.GetTypes()
        .Select(type => (type, declaration: type.GetCustomAttribute<OperationAttribute>()))
        .Where(found => found.declaration is not null)
        .Select(found => new OperationDescriptor(found.type, found.declaration!))
        .OrderBy(descriptor => descriptor.Name, StringComparer.Ordinal)];
}
