using System.Runtime.CompilerServices;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Shows the script that an instance of the application runs at its first boot.</summary>
[Operation("ConvertTo", "DirectoryAppUserData")]
public sealed class ConvertToDirectoryAppUserData : IOperation<ConvertToDirectoryAppUserDataRequest, string>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<string> RunAsync(
        ConvertToDirectoryAppUserDataRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask.ConfigureAwait(false);
        string script = DirectoryAppUserData.Script(request.PhotosBucket, request.Region, request.Startup, request.AppUrl, request.AppSha256);
        host.WarnOfUnknownRegion(request.Region);
        yield return request.AsBase64 ? DirectoryAppUserData.Encode(script) : script;
    }
}
