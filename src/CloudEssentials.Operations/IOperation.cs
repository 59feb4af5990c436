namespace CloudEssentials.Operations;

/// <summary>
/// What one command does, without any shell around it. Every public settable property of
/// <typeparamref name="TRequest"/> is an input of the same name in PowerShell and on the command line.
/// </summary>
/// <typeparam name="TRequest">A record with the command's inputs; its defaults are the command's defaults.</typeparam>
/// <typeparam name="TResult">The type of each result.</typeparam>
public interface IOperation<in TRequest, out TResult>
{
    /// <summary>Does the work and yields each result as soon as it is there.</summary>
    /// <param name="request">The inputs.</param>
    /// <param name="host">The shell around it: messages, questions, the connection.</param>
    /// <param name="cancellationToken">Cancelled when the user stops the command.</param>
    /// <returns>The results, in the order in which they are to be shown.</returns>
    /// <exception cref="CloudException">The command cannot go on.</exception>
    IAsyncEnumerable<TResult> RunAsync(TRequest request, IOperationHost host, CancellationToken cancellationToken);
}
