using System.Runtime.CompilerServices;
using Amazon.Runtime;

namespace CloudEssentials.Aws.Clients;

/// <summary>
/// The pages of one request. <paramref name="advance"/> carries the token of a page over to the request and says whether there is another.
/// As in the SDK, a paginator walks its request once.
/// </summary>
internal abstract class Pages<TRequest, TResponse>(TRequest request, Func<TRequest, CancellationToken, Task<TResponse>> call, Func<TRequest, TResponse, bool> advance)
    : IPaginator<TResponse>
{
    private int _walked;

    public IPaginatedEnumerable<TResponse> Responses => new PaginatedResponse<TResponse>(this);

    public async IAsyncEnumerable<TResponse> PaginateAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (Interlocked.Exchange(ref _walked, 1) != 0)
        {
            throw new InvalidOperationException("This paginator was walked before. Make another with the client's Paginators.");
        }
        TResponse page;
        do
        {
            page = await call(request, cancellationToken).ConfigureAwait(false);
            yield return page;
        }
        while (advance(request, page));
    }

    protected IPaginatedEnumerable<T> Items<T>(Func<TResponse, IEnumerable<T>?> select) =>
        new PaginatedResultKeyResponse<TResponse, T>(this, page => select(page) ?? []);
}
