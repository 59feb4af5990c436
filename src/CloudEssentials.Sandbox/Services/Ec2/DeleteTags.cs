using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>Takes tags from resources: all, or those of a key, or those of a key if they have a value.</summary>
internal sealed class DeleteTags : TagOperation
{
    public override JsonObject Execute(OperationCall call)
    {
        JsonArray? given = call.Input["Tags"]?.AsArray();
        foreach ((Ec2Kind kind, IEc2Resource resource) in Found(call))
        {
            kind.Retag(call.State, resource, resource.Tags.RemoveRange(resource.Tags.Where(tag => IsMeant(given, tag)).Select(tag => tag.Key)));
        }

        return [];
    }

    // A tag without a value takes away whatever the value is; with an empty one, only an empty value: API_DeleteTags.
    private static bool IsMeant(JsonArray? given, KeyValuePair<string, string> tag) => given is null or []
        ? !Ec2Tags.IsReserved(tag.Key)
        : given.Any(wanted => Ec2Tags.Key(wanted!) == tag.Key && (wanted!["Value"] is null || Ec2Tags.Value(wanted) == tag.Value));
}
