using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>Subscribes to a topic; people and web servers must agree before they are sent anything.</summary>
internal sealed partial class Subscribe : SnsOperation
{
    private static readonly string[] Protocols = ["application", "email", "email-json", "firehose", "http", "https", "lambda", "sms", "sqs"];

    public override JsonObject Execute(OperationCall call)
    {
        SnsTopic topic = Topic(call);
        string protocol = call.RequiredText("Protocol");
        string endpoint = call.Text("Endpoint") ?? string.Empty;
        Check(protocol, endpoint);
        SnsState state = SnsState.Of(call.State);
        SnsSubscription? known = state.Subscriptions.Current.Values.FirstOrDefault(subscription => subscription.TopicArn == topic.Arn && subscription.Protocol == protocol && subscription.Endpoint == endpoint && subscription.IsThere(call.Now));
        if (known is null)
        {
            string id = Guid.ParseExact(call.NewId(string.Empty, 32, IdGenerator.Hexadecimal), "N").ToString();
            known = new SnsSubscription($"{topic.Arn}:{id}", topic.Arn, protocol, endpoint, IsConfirmed: protocol is not ("email" or "email-json" or "http" or "https"), call.Now);
            state.Subscriptions[known.Arn] = known;
        }

        return new JsonObject { ["SubscriptionArn"] = known.IsConfirmed || call.Flag("ReturnSubscriptionArn") ? known.Arn : "pending confirmation" };
    }

    private static void Check(string protocol, string endpoint)
    {
        if (!Protocols.Contains(protocol))
        {
            throw Invalid($"Does not support this protocol string: {protocol}");
        }

        string? wrong = protocol switch
        {
            "email" or "email-json" when !EmailText().IsMatch(endpoint) => "Email address",
            "http" or "https" when !endpoint.StartsWith($"{protocol}://", StringComparison.Ordinal) => "Endpoint must match the specified protocol",
            "sms" when !PhoneText().IsMatch(endpoint) => $"Invalid SMS endpoint: {endpoint}",
            "sqs" when !endpoint.StartsWith("arn:", StringComparison.Ordinal) => "SQS endpoint ARN",
            "lambda" or "firehose" or "application" when !endpoint.StartsWith("arn:", StringComparison.Ordinal) => $"{char.ToUpperInvariant(protocol[0])}{protocol[1..]} endpoint ARN",
            _ => null,
        };
        if (wrong is not null)
        {
            throw Invalid(wrong);
        }
    }

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s]+\z")]
    private static partial Regex EmailText();

    [GeneratedRegex(@"\A\+?[0-9][0-9 .()-]{4,}\z")]
    private static partial Regex PhoneText();
}
