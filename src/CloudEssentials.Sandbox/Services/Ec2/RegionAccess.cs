using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>
/// A Region that the account has not opted in to does not know the account's credentials. See "Considerations before enabling and
/// disabling Regions" in the Account Management guide.
/// </summary>
internal static class RegionAccess
{
    public static void Require(SandboxState state, ServiceTarget target, WireProtocol protocol)
    {
        if (target.Service.IsGlobal && target.Service.Code != "sts")
        {
            return;
        }

        if (RegionView.Find(state, target.Region) is not { IsEnabled: true })
        {
            throw protocol.Refuse(AuthenticationFailure.UnknownKey, null);
        }
    }
}
