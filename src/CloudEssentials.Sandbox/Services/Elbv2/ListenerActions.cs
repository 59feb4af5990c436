using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The default actions of listeners, in and out.</summary>
internal static class ListenerActions
{
    private static readonly string[] Terminal = ["forward", "redirect", "fixed-response"];

    private static readonly string[] ContentTypes = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"];

    /// <summary>The target groups that a listener forwards to, by their ARNs.</summary>
    public static IEnumerable<string> Forwards(ElbListener listener) => Forwards(JsonNode.Parse(listener.Actions)!.AsArray());

    /// <summary>The same of actions as a call gives them.</summary>
    public static IEnumerable<string> Forwards(JsonArray actions) => actions.SelectMany(action =>
        (action!["ForwardConfig"]?["TargetGroups"]?.AsArray() ?? []).Select(group => group!["TargetGroupArn"]?.GetValue<string>())
            .Append(action["TargetGroupArn"]?.GetValue<string>())
            .OfType<string>()).Distinct();

    /// <summary>A call's actions, checked and filled up as they are answered.</summary>
    /// <exception cref="ServiceError">They do not make sense.</exception>
    public static JsonArray Read(OperationCall call, string protocol)
    {
        JsonArray actions = call.Input["DefaultActions"]!.DeepClone().AsArray();
        if (actions.Count == 0)
        {
            throw ElbErrors.Validation("A listener must have at least one default action");
        }

        List<JsonObject> sorted = [.. actions.Select(action => action!.AsObject()).OrderBy(action => action["Order"]?.GetValue<long>() ?? 0)];
        foreach (JsonObject action in sorted)
        {
            string type = action["Type"]!.GetValue<string>();
            _ = Terminal.Contains(type) == (action == sorted[^1])
                ? true
                : throw new ServiceError("InvalidLoadBalancerAction", "Exactly one action of type 'forward', 'redirect' or 'fixed-response' must be given, and it must be the last");
            _ = Terminal.Contains(type) || protocol == "HTTPS"
                ? true
                : throw new ServiceError("InvalidLoadBalancerAction", $"Actions of type '{type}' are supported on listeners of protocol HTTPS only");
            Complete(action, type);
        }

        return new JsonArray([.. sorted.Select(action => action.DeepClone())]);
    }

    private static void Complete(JsonObject action, string type)
    {
        switch (type)
        {
            case "forward":
                CompleteForward(action);
                break;
            case "redirect":
                CompleteRedirect(action);
                break;
            case "fixed-response":
                CheckFixed(action["FixedResponseConfig"]);
                break;
            default:
                break;
        }
    }

    private static void CompleteForward(JsonObject action)
    {
        JsonArray groups = action["ForwardConfig"]?["TargetGroups"]?.AsArray() ?? [];
        string? single = action["TargetGroupArn"]?.GetValue<string>();
        if (groups.Count == 0)
        {
            groups = [new JsonObject { ["TargetGroupArn"] = single ?? throw ElbErrors.Validation("A target group ARN must be specified") }];
        }
        else if (single is not null && (groups.Count != 1 || groups[0]!["TargetGroupArn"]?.GetValue<string>() != single))
        {
            throw new ServiceError("InvalidLoadBalancerAction", "You cannot specify both a target group ARN and a forward configuration with other target groups");
        }

        if (groups.Count > 5)
        {
            throw new ServiceError("TooManyUniqueTargetGroupsPerLoadBalancer", "An action can forward to 5 target groups at most");
        }

        foreach (JsonNode? group in groups)
        {
            group!["Weight"] ??= 1;
        }

        action["ForwardConfig"] = new JsonObject
        {
            ["TargetGroups"] = groups.DeepClone(),
            ["TargetGroupStickinessConfig"] = action["ForwardConfig"]?["TargetGroupStickinessConfig"]?.DeepClone() ?? new JsonObject { ["Enabled"] = false },
        };
        if (groups.Count == 1)
        {
            action["TargetGroupArn"] = groups[0]!["TargetGroupArn"]!.GetValue<string>();
        }
    }

    private static void CompleteRedirect(JsonObject action)
    {
        JsonObject redirect = action["RedirectConfig"]?.AsObject() ?? throw new ServiceError("InvalidLoadBalancerAction", "A redirect action must have a redirect configuration");
        Dictionary<string, string> unchanged = new()
        {
            ["Protocol"] = "#{protocol}",
            ["Port"] = "#{port}",
            ["Host"] = "#{host}",
            ["Path"] = "/#{path}",
            ["Query"] = "#{query}",
        };
        foreach ((string name, string value) in unchanged)
        {
            redirect[name] ??= value;
        }

        if (unchanged.Where(part => part.Key != "Query").All(part => redirect[part.Key]!.GetValue<string>() == part.Value))
        {
            throw new ServiceError("InvalidLoadBalancerAction", "The redirect configuration is not valid because it creates a loop");
        }
    }

    private static void CheckFixed(JsonNode? response)
    {
        if (response is null)
        {
            throw new ServiceError("InvalidLoadBalancerAction", "A fixed-response action must have a fixed-response configuration");
        }

        if (response["ContentType"]?.GetValue<string>() is { Length: > 0 } type && !ContentTypes.Contains(type))
        {
            throw ElbErrors.Validation($"The content type '{type}' is not valid. The valid values are: [{string.Join(", ", ContentTypes)}]");
        }
    }
}
