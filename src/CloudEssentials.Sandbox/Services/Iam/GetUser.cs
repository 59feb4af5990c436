using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>One user; the caller if nobody is named.</summary>
internal sealed class GetUser : IamOperation
{
    protected override bool ActsOnCaller => true;

    public override JsonObject Execute(OperationCall call)
    {
        if (call.Text("UserName") is not null)
        {
            return Answer(IdentityKinds.User.Seen(call));
        }

        return call.Caller.Kind switch
        {
            CallerKind.User => Answer(IamState.Of(call.State).Users[call.Caller.Name!]),
            CallerKind.Root => new JsonObject { ["User"] = IamView.Root(call) },
            _ => throw IamErrors.Invalid("Must specify userName when calling with non-User credentials"),
        };
    }

    private static JsonObject Answer(IamUser user) => new() { ["User"] = IamView.User(user, whole: true) };
}
