using System.Reflection;
using System.Runtime.CompilerServices;
using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Running;

/// <summary>Runs an operation that is known by its description alone.</summary>
internal static class OperationInvoker
{
    private static readonly MethodInfo _typed = typeof(OperationInvoker).GetMethod(nameof(RunTyped), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Runs it.</summary>
    internal static IAsyncEnumerable<object?> Run(OperationDescriptor operation, object request, IOperationHost host, CancellationToken cancellationToken) =>
        (IAsyncEnumerable<object?>)_typed.MakeGenericMethod(operation.OperationType, operation.RequestType, operation.ResultType)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [request, host, cancellationToken], null)!;

    private static async IAsyncEnumerable<object?> RunTyped<TOperation, TRequest, TResult>(
        TRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
        where TOperation : IOperation<TRequest, TResult>, new()
    {
        await foreach (TResult result in new TOperation().RunAsync(request, host, cancellationToken).WithCancellation(cancellationToken))
            yield return result;
    }
}
