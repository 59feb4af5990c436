using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The life of NAT gateways, which follows from when they were created and deleted.</summary>
internal static class NatGateways
{
    public const string Pending = "pending";
    public const string Available = "available";
    public const string Failed = "failed";
    public const string Deleting = "deleting";
    public const string Deleted = "deleted";

    private static readonly TimeSpan VisibleAfterEnd = TimeSpan.FromHours(1);

    public static string StateOf(SandboxState state, Ec2NatGateway gateway)
    {
        SandboxTimings timings = state.Options.Timings;
        return gateway switch
        {
            { Deleted: { } deleted } => state.Now < deleted + timings.NatGatewayDeleting ? Deleting : Deleted,
            _ when state.Now < gateway.Created + timings.NatGatewayPending => Pending,
            { FailureCode: not null } => Failed,
            _ => Available,
        };
    }

    /// <summary>When it came or will come to its end, by failing or by being deleted; null while nothing ends it.</summary>
    public static DateTimeOffset? EndOf(SandboxState state, Ec2NatGateway gateway) =>
        gateway.Deleted is { } deleted ? deleted + state.Options.Timings.NatGatewayDeleting
        : gateway.FailureCode is not null ? gateway.Created + state.Options.Timings.NatGatewayPending
        : null;

    // "The NAT gateway entry may still appear for about an hour", of deleted and of failed ones: "Troubleshoot NAT gateways" in the VPC User Guide.
    public static bool IsVisible(SandboxState state, Ec2NatGateway gateway) => !(EndOf(state, gateway) + VisibleAfterEnd <= state.Now);

    public static JsonObject Write(OperationCall call, Ec2NatGateway gateway)
    {
        string state = StateOf(call.State, gateway);
        return new JsonObject
        {
            ["NatGatewayId"] = gateway.Id,
            ["State"] = state,
            ["FailureCode"] = state == Failed ? gateway.FailureCode : null,
            ["FailureMessage"] = state == Failed ? gateway.FailureMessage : null,
            ["SubnetId"] = gateway.SubnetId,
            ["VpcId"] = gateway.VpcId,
            ["ConnectivityType"] = gateway.AllocationId is null ? "private" : "public",
            ["AvailabilityMode"] = "zonal",
            ["CreateTime"] = gateway.Created,
            ["DeleteTime"] = state is Failed or Deleted ? EndOf(call.State, gateway) : null,
            ["NatGatewayAddresses"] = new JsonArray(Address(call, gateway, state)),
            ["Tags"] = Ec2Tags.Write(gateway),
        };
    }

    private static JsonObject Address(OperationCall call, Ec2NatGateway gateway, string state)
    {
        string? publicIp = gateway.AllocationId is { } id && NetworkState.Of(call.State).Addresses.TryGet(id, out Ec2Address? address) ? address.PublicIp : null;
        return new JsonObject
        {
            ["AllocationId"] = gateway.AllocationId,
            ["AssociationId"] = state == Available && publicIp is not null ? Addresses.AssociationId(gateway.NetworkInterfaceId) : null,
            ["NetworkInterfaceId"] = gateway.NetworkInterfaceId,
            ["PrivateIp"] = gateway.PrivateIp,
            ["PublicIp"] = publicIp,
            ["IsPrimary"] = true,
            ["Status"] = state switch { Pending => "assigning", Failed => "failed", Deleting or Deleted => "unassigning", _ => "succeeded" },
        };
    }
}
