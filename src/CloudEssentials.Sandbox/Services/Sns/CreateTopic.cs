using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Makes a topic, or finds the one that is the same.</summary>
internal sealed partial class CreateTopic : SnsOperation
{
    public override IEnumerable<(string Action, string Resource)> FurtherPermissions(OperationCall call) =>
        call.Structures("Tags").Any() ? [("sns:TagResource", Resources(call)[0])] : [];

    public override JsonObject Execute(OperationCall call)
    {
        string name = call.RequiredText("Name");
        ImmutableSortedDictionary<string, string> attributes = (call.Input["Attributes"]?.AsObject() ?? [])
            .ToImmutableSortedDictionary(attribute => attribute.Key, attribute => attribute.Value!.GetValue<string>());
        bool isFifo = attributes.GetValueOrDefault("FifoTopic") == "true";
        if (!NameText().IsMatch(name) || name.EndsWith(".fifo", StringComparison.Ordinal) != isFifo)
        {
            throw Invalid("Topic Name");
        }

        foreach ((string key, string value) in attributes)
        {
            TopicAttributes.Check(call, key, value, isNew: true);
        }

        string arn = Resources(call)[0];
        ImmutableSortedDictionary<string, string> tags = Tags(call, ImmutableSortedDictionary<string, string>.Empty);
        if (!SnsState.Of(call.State).Topics.TryGet(arn, out SnsTopic? known))
        {
            SnsState.Of(call.State).Topics[arn] = new SnsTopic { Arn = arn, Region = call.Region, Attributes = attributes, Tags = tags };
        }
        else if (attributes.Any(attribute => TopicAttributes.Of(call, known)[attribute.Key]?.GetValue<string>() != attribute.Value))
        {
            throw Invalid("Attributes Reason: Topic already exists with different attributes");
        }
        else if (tags.Count > 0 && !tags.SequenceEqual(known.Tags))
        {
            throw Invalid("Tags Reason: Topic already exists with different tags");
        }

        return new JsonObject { ["TopicArn"] = arn };
    }

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,251}(?:\.fifo)?\z|\A[A-Za-z0-9_-]{252,256}\z")]
    private static partial Regex NameText();
}
