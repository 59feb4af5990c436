using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>An operation of IAM, which knows from its parameters what it acts upon.</summary>
internal abstract class IamOperation : SandboxOperation
{
    public override IReadOnlyList<string> Resources(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        return this switch
        {
            _ when call.Text("GroupName") is { } group => [iam.Groups.TryGet(group, out IamGroup? known) ? known.Arn : IamArns.Make(call, "group", group)],
            _ when call.Text("UserName") is { } user => [iam.Users.TryGet(user, out IamUser? known) ? known.Arn : IamArns.Make(call, "user", user)],
            // A root session is about its own account's root user, and so are its credentials.
            _ when ActsOnCaller && (call.Caller.Kind is CallerKind.User or CallerKind.Root) => [call.Caller.Arn],
            _ when call.Text("RoleName") is { } role => [iam.Roles.TryGet(role, out IamRole? known) ? known.Arn : IamArns.Make(call, "role", role)],
            _ when call.Text("InstanceProfileName") is { } profile =>
                [iam.InstanceProfiles.TryGet(profile, out IamInstanceProfile? known) ? known.Arn : IamArns.Make(call, "instance-profile", profile)],
            _ when call.Text("ServerCertificateName") is { } certificate =>
                [iam.ServerCertificates.TryGet(certificate, out IamServerCertificate? known) ? known.Arn : IamArns.Make(call, "server-certificate", certificate)],
            _ when call.Text("VirtualMFADeviceName") is { } device => [IamArns.Make(call, "mfa", device)],
            _ when (call.Text("SerialNumber") ?? call.Text("OpenIDConnectProviderArn") ?? call.Text("SAMLProviderArn") ?? call.Text("PolicySourceArn") ?? call.Text("Arn")) is { } arn
                && arn.StartsWith("arn:", StringComparison.Ordinal) => [arn],
            _ when call.Text("PolicyArn") is { } policy => [policy],
            _ when call.Text("PolicyName") is { } policy => [IamArns.Make(call, "policy", policy)],
            _ => ["*"],
        };
    }

    public override IReadOnlyDictionary<string, object?> Context(OperationCall call)
    {
        var context = new Dictionary<string, object?>();
        if (call.Text("PolicyArn") is { } policy)
        {
            context["iam:PolicyARN"] = policy;
        }

        if (call.Text("PermissionsBoundary") is { } boundary)
        {
            context["iam:PermissionsBoundary"] = boundary;
        }

        List<string> keys = [];
        foreach (JsonObject tag in call.Structures("Tags"))
        {
            keys.Add(tag["Key"]!.GetValue<string>());
            context.TryAdd($"aws:RequestTag/{keys[^1]}", tag["Value"]!.GetValue<string>());
        }

        if (keys.Count > 0)
        {
            context["aws:TagKeys"] = keys;
        }

        return context;
    }

    /// <summary>Whether it is about the caller where nobody is named.</summary>
    protected virtual bool ActsOnCaller => false;
}
