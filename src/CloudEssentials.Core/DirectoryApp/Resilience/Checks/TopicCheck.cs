using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>Alarms reach a reader.</summary>
internal sealed class TopicCheck : ResilienceCheck
{
    public override string Name => "Topic";

    public override StackParts Needs => StackParts.Topic;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        string withReader = StackCommand.Of(picture, spec => spec with { NotificationEmail = "you@example.com" });
        yield return picture.Topic switch
        {
            null => Warn(picture.AppName, "There is no topic.", "Alarms go nowhere.", withReader),
            { Confirmed: 0, Pending: > 0 } topic => Warn(NameOf(topic), $"{FactText.Count(topic.Pending, "reader")} asked, none has confirmed.", "Alarms reach nobody.", "Follow the link in the e-mail that AWS sent to the reader."),
            { Confirmed: 0 } topic => Warn(NameOf(topic), "The topic has no reader.", "Alarms reach nobody.", withReader),
            { } topic => Pass(NameOf(topic), $"{FactText.Count(topic.Confirmed, "reader")}.", "Alarms reach a reader."),
        };
    }

    private static string NameOf(StackTopic topic) => topic.Arn[(topic.Arn.LastIndexOf(':') + 1)..];
}
