using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>Gives a bucket a policy.</summary>
internal sealed class PutBucketPolicy : S3Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        S3Found found = S3Buckets.Get(call);
        string policy = call.RequiredText("Policy");
        S3PolicyGrammar.Check(call, found.Bucket.Name, policy);
        if (found.Bucket.PublicAccess is { BlockPublicPolicy: true } && S3PolicyGrammar.IsPublic(policy))
        {
            throw new ServiceError(
                "AccessDenied",
                $"User: {call.Caller.Arn} is not authorized to perform: s3:PutBucketPolicy on resource: \"{Resources(call)[0]}\" "
                + "because public policies are blocked by the BlockPublicPolicy block public access setting.",
                403);
        }

        found.Set(found.Bucket with { Policy = policy });
        return [];
    }
}
