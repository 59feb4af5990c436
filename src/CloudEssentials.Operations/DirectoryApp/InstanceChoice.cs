using CloudEssentials.Aws.DirectoryApp;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>Finds the instances that a command is about.</summary>
internal static class InstanceChoice
{
    /// <summary>The instances of a request, whatever their state; an id that is not there is reported.</summary>
    internal static async Task<IReadOnlyList<DirectoryAppInstance>> FindAsync(
        InstanceGateway gateway, DirectoryAppInstanceRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        if (request.InstanceId.Length == 0)
            return await gateway.FindAsync(request.Name, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<DirectoryAppInstance> found = await gateway.GetAsync(request.InstanceId, cancellationToken).ConfigureAwait(false);
        foreach (string id in request.InstanceId.Except(found.Select(instance => instance.InstanceId)))
        {
            host.WriteError(new(
                "InstanceNotFound",
                $"There is no instance '{id}' of the directory application here.",
                CloudErrorCategory.ObjectNotFound,
                id,
                "Is it in another Region, or was it launched by something else? Get-DirectoryAppInstance lists those that there are."));
        }

        return found;
    }

    /// <summary>The live instances that a command may change: those that stand by themselves.</summary>
    /// <exception cref="CloudException"><c>InstanceMissing</c>: neither a name nor an id was given; <c>AppNameInvalid</c>: the name is a pattern.</exception>
    internal static async Task<IReadOnlyList<DirectoryAppInstance>> FindOwnAsync(
        InstanceGateway gateway, DirectoryAppInstanceRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        if (request.InstanceId.Length == 0 && string.IsNullOrEmpty(request.Name))
            throw new CloudException("InstanceMissing", "Neither -Name nor -InstanceId says which instances are meant.", remedy: "Name the application, or pipe from Get-DirectoryAppInstance.");
        if (request.InstanceId.Length == 0 && request.Name!.AsSpan().IndexOfAny('*', '?') >= 0)
            throw new CloudException("AppNameInvalid", $"-Name: '{request.Name}' is a pattern, and one application is meant.", CloudErrorCategory.InvalidArgument, request.Name, "For several, pipe from Get-DirectoryAppInstance, which takes patterns.");
        List<DirectoryAppInstance> own = [];
        foreach (DirectoryAppInstance instance in await FindAsync(gateway, request, host, cancellationToken).ConfigureAwait(false))
        {
            if (instance.Number is not null)
                own.Add(instance);
            else if (request.InstanceId.Length > 0)
                host.WriteError(OfGroup(instance));
        }

        return own;
    }

    private static CloudException OfGroup(DirectoryAppInstance instance) => new(
        "InstanceOfGroup",
        $"{instance.InstanceId} belongs to {(instance.AutoScalingGroupName is { } group ? $"the Auto Scaling group {group}, which would put another in its place" : "a whole application")}.",
        CloudErrorCategory.InvalidOperation,
        instance.InstanceId,
        $"New-DirectoryApp changes how many there are, and Remove-DirectoryApp {instance.Name} removes all of it.");
}
