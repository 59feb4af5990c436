using System.Text.Json.Nodes;
using CloudEssentials.Policies;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Sns;

/// <summary>What a topic is, beyond its name. See "SetTopicAttributes" in the SNS API Reference.</summary>
internal static class TopicAttributes
{
    private const int LongestDisplayName = 100;

    private static readonly string[] Settable = ["ArchivePolicy", "ContentBasedDeduplication", "DeliveryPolicy", "DisplayName", "FifoThroughputScope", "KmsMasterKeyId", "Policy", "SignatureVersion", "TracingConfig"];

    /// <exception cref="ServiceError">InvalidParameter.</exception>
    public static void Check(OperationCall call, string name, string value, bool isNew)
    {
        string? wrong = !Settable.Contains(name) && !(isNew && name == "FifoTopic") ? "AttributeName"
            : name == "DisplayName" && value.Length > LongestDisplayName ? "DisplayName"
            : name == "Policy" && !IsPolicy(call, value) ? "Policy Error: null"
            : null;
        if (wrong is not null)
        {
            throw new ServiceError("InvalidParameter", $"Invalid parameter: {wrong}");
        }
    }

    public static JsonObject Of(OperationCall call, SnsTopic topic)
    {
        List<SnsSubscription> subscriptions = [.. SnsState.Of(call.State).To(topic.Arn)];
        var attributes = new JsonObject
        {
            ["TopicArn"] = topic.Arn,
            ["Owner"] = call.AccountId,
            ["DisplayName"] = string.Empty,
            ["Policy"] = DefaultPolicy(call, topic),
            ["EffectiveDeliveryPolicy"] = """{"http":{"defaultHealthyRetryPolicy":{"minDelayTarget":20,"maxDelayTarget":20,"numRetries":3,"numMaxDelayRetries":0,"numNoDelayRetries":0,"numMinDelayRetries":0,"backoffFunction":"linear"},"disableSubscriptionOverrides":false,"defaultRequestPolicy":{"headerContentType":"text/plain; charset=UTF-8"}}}""",
            ["SubscriptionsConfirmed"] = $"{subscriptions.Count(subscription => subscription.IsConfirmed)}",
            ["SubscriptionsPending"] = $"{subscriptions.Count(subscription => !subscription.IsConfirmed)}",
            ["SubscriptionsDeleted"] = $"{topic.Unsubscribed}",
        };
        foreach ((string name, string value) in topic.Attributes)
        {
            attributes[name] = value;
        }

        return attributes;
    }

    private static string DefaultPolicy(OperationCall call, SnsTopic topic) =>
        $$$"""{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"Resource":"{{{topic.Arn}}}","Condition":{"StringEquals":{"AWS:SourceOwner":"{{{call.AccountId}}}"} } }]}""";

    private static bool IsPolicy(OperationCall call, string text) => PolicyDocument.TryParse(text, out PolicyDocument? document, out _)
        && document.Statements.Count > 0
        && document.Statements.All(statement => (statement.IsAllow || statement.IsDeny)
            && statement.Principal is { IsWellFormed: true } principal
            && statement.Action is { Count: > 0 }
            && statement.Resource is { Count: > 0 }
            && principal.Entries.Where(entry => entry.Kind == "AWS").SelectMany(entry => entry.Values).All(value => Iam.PolicyGrammar.IsKnownPrincipal(call, value)));
}
