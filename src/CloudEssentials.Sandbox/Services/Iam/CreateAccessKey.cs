using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Makes an access key for a user, the caller if nobody is named; its secret is never shown again.</summary>
internal sealed class CreateAccessKey : IamOperation
{
    protected override bool ActsOnCaller => true;

    public override JsonObject Execute(OperationCall call)
    {
        IamState iam = IamState.Of(call.State);
        IamUser user = call.Text("UserName") is null ? CallingUser(call, iam) : IdentityKinds.User.Get(call);
        if (iam.AccessKeys.Current.Values.Count(known => known.UserName == user.Name) >= IamQuotas.AccessKeysPerUser)
        {
            throw IamErrors.QuotaExceeded("AccessKeysPerUser", IamQuotas.AccessKeysPerUser);
        }

        var key = new IamAccessKey(
            call.NewId("AKIA", 16, IdGenerator.Base32), call.NewId(string.Empty, 40, IdGenerator.Base64), user.Name, true, call.Now);
        iam.AccessKeys[key.Id] = key;
        return new JsonObject
        {
            ["AccessKey"] = new JsonObject
            {
                ["UserName"] = user.Name,
                ["AccessKeyId"] = key.Id,
                ["Status"] = "Active",
                ["SecretAccessKey"] = key.Secret,
                ["CreateDate"] = key.Created,
            },
        };
    }

    private static IamUser CallingUser(OperationCall call, IamState iam) => call.Caller.Kind switch
    {
        CallerKind.User => iam.Users[call.Caller.Name!],
        // The root user's keys are made in the console; the sandbox has none to give.
        CallerKind.Root => throw IamErrors.Invalid("The sandbox does not make access keys for the root user; name a user."),
        _ => throw IamErrors.Invalid("Must specify userName when calling with non-User credentials"),
    };
}
