using CloudEssentials.Aws.Errors;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What an error says of the call that met it.</summary>
internal enum CallFault
{
    /// <summary>It will not go otherwise next time.</summary>
    Final,

    /// <summary>Nothing happened, and a later call may go through.</summary>
    Throttled,

    /// <summary>The answer was lost: nobody knows whether the call took effect.</summary>
    Lost,

    /// <summary>Something that was made a moment ago is not known everywhere yet.</summary>
    Unseen,
}

/// <summary>Tells faults apart.</summary>
internal static class CallFaults
{
    private static readonly string[] _unseen =
    [
        "InvalidVpcID.NotFound", "InvalidSubnetID.NotFound", "InvalidGroup.NotFound", "InvalidRouteTableID.NotFound", "InvalidInternetGatewayID.NotFound",
        "InvalidAllocationID.NotFound", "InvalidNatGatewayID.NotFound", "NatGatewayNotFound", "InvalidLaunchTemplateId.NotFound", "InvalidVpcEndpointId.NotFound",
        "LoadBalancerNotFound", "TargetGroupNotFound", "InvalidSubnet", "SubnetNotFound", "NoSuchEntity", "NotFound",
    ];

    /// <summary>The kind of fault that an error shows.</summary>
    internal static CallFault Of(Exception exception) => exception is OperationCanceledException
        ? CallFault.Final
        : AwsErrors.From(exception) switch
        {
            { ErrorId: "Throttled" } => CallFault.Throttled,
            { ErrorId: "ServiceFailed" or "EndpointUnreachable" or "EndpointTimedOut" or "AnswerUnreadable" } => CallFault.Lost,
            AwsRefusedException refused when _unseen.Contains(refused.ErrorCode) => CallFault.Unseen,
            _ => CallFault.Final,
        };
}
