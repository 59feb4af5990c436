using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The life of NAT gateways, which follows from when they were created and deleted.</summary>
internal static class NatGateways
{
    public const string Available = "available";
    public const string Deleted = "deleted";

    private static readonly TimeSpan VisibleAfterEnd = TimeSpan.FromHours(1);

    public static string StateOf(SandboxState state, Ec2NatGateway gateway) => (gateway.Deleted, state.Now) switch
    {
        ({ } deleted, var now) => now < deleted + state.Options.Timings.NatGatewayDeleting ? "deleting" : Deleted,
        (null, var now) => now < gateway.Created + state.Options.Timings.NatGatewayPending ? "pending" : Available,
    };

    /// <summary>Whether it is neither deleted nor about to be.</summary>
    public static bool IsInUse(Ec2NatGateway gateway) => gateway.Deleted is null;

    /// <summary>"The DELETED NAT gateway entry appears in the console for a short while, usually an hour": NAT gateway basics.</summary>
    public static bool IsVisible(SandboxState state, Ec2NatGateway gateway) =>
        gateway.Deleted is not { } deleted || state.Now < deleted + state.Options.Timings.NatGatewayDeleting + VisibleAfterEnd;
}
