using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The attributes of load balancers or of target groups: their defaults, and what they may be.</summary>
/// <param name="kind">What they are attributes of, as AWS begins its sentence.</param>
/// <param name="defaults">The defaults by key.</param>
/// <param name="ranges">The smallest and the largest number, by key.</param>
/// <param name="choices">The texts that there are to choose from, by key.</param>
internal sealed class ElbAttributes(
    string kind, Dictionary<string, string> defaults, Dictionary<string, (int Smallest, int Largest)> ranges, Dictionary<string, string[]> choices)
{
    public const string DeletionProtection = "deletion_protection.enabled";
    public const string DeregistrationDelay = "deregistration_delay.timeout_seconds";

    /// <summary>Those of an application load balancer.</summary>
    public static ElbAttributes LoadBalancer { get; } = new(
        "Load balancer",
        new()
        {
            ["access_logs.s3.bucket"] = string.Empty,
            ["access_logs.s3.enabled"] = "false",
            ["access_logs.s3.prefix"] = string.Empty,
            ["client_keep_alive.seconds"] = "3600",
            ["connection_logs.s3.bucket"] = string.Empty,
            ["connection_logs.s3.enabled"] = "false",
            ["connection_logs.s3.prefix"] = string.Empty,
            [DeletionProtection] = "false",
            ["idle_timeout.timeout_seconds"] = "60",
            ["load_balancing.cross_zone.enabled"] = "true",
            ["routing.http2.enabled"] = "true",
            ["routing.http.desync_mitigation_mode"] = "defensive",
            ["routing.http.drop_invalid_header_fields.enabled"] = "false",
            ["routing.http.preserve_host_header.enabled"] = "false",
            ["routing.http.x_amzn_tls_version_and_cipher_suite.enabled"] = "false",
            ["routing.http.xff_client_port.enabled"] = "false",
            ["routing.http.xff_header_processing.mode"] = "append",
            ["waf.fail_open.enabled"] = "false",
            ["zonal_shift.config.enabled"] = "false",
        },
        new() { ["client_keep_alive.seconds"] = (60, 604_800), ["idle_timeout.timeout_seconds"] = (1, 4000) },
        new()
        {
            ["routing.http.desync_mitigation_mode"] = ["monitor", "defensive", "strictest"],
            ["routing.http.xff_header_processing.mode"] = ["append", "preserve", "remove"],
        });

    /// <summary>Those of a target group of instances or addresses.</summary>
    public static ElbAttributes TargetGroup { get; } = new(
        "Target group",
        new()
        {
            [DeregistrationDelay] = "300",
            ["load_balancing.algorithm.anomaly_mitigation"] = "off",
            ["load_balancing.algorithm.type"] = "round_robin",
            ["load_balancing.cross_zone.enabled"] = "use_load_balancer_configuration",
            ["slow_start.duration_seconds"] = "0",
            ["stickiness.app_cookie.cookie_name"] = string.Empty,
            ["stickiness.app_cookie.duration_seconds"] = "86400",
            ["stickiness.enabled"] = "false",
            ["stickiness.lb_cookie.duration_seconds"] = "86400",
            ["stickiness.type"] = "lb_cookie",
            ["target_group_health.dns_failover.minimum_healthy_targets.count"] = "1",
            ["target_group_health.dns_failover.minimum_healthy_targets.percentage"] = "off",
            ["target_group_health.unhealthy_state_routing.minimum_healthy_targets.count"] = "1",
            ["target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage"] = "off",
        },
        new()
        {
            [DeregistrationDelay] = (0, 3600),
            ["slow_start.duration_seconds"] = (0, 900),
            ["stickiness.app_cookie.duration_seconds"] = (1, 604_800),
            ["stickiness.lb_cookie.duration_seconds"] = (1, 604_800),
        },
        new()
        {
            ["load_balancing.algorithm.anomaly_mitigation"] = ["on", "off"],
            ["load_balancing.algorithm.type"] = ["round_robin", "least_outstanding_requests", "weighted_random"],
            ["load_balancing.cross_zone.enabled"] = ["true", "false", "use_load_balancer_configuration"],
            ["stickiness.type"] = ["lb_cookie", "app_cookie"],
        });

    public string Value(ImmutableSortedDictionary<string, string> set, string key) => set.GetValueOrDefault(key) ?? defaults[key];

    public int Number(ImmutableSortedDictionary<string, string> set, string key) => int.Parse(Value(set, key), CultureInfo.InvariantCulture);

    public JsonArray Write(ImmutableSortedDictionary<string, string> set) =>
        new([.. defaults.Keys.Select(key => new JsonObject { ["Key"] = key, ["Value"] = Value(set, key) })]);

    /// <summary>The attributes once a call has changed some.</summary>
    /// <exception cref="Wire.ServiceError">It gives one that there is not, or a value that it cannot have.</exception>
    public ImmutableSortedDictionary<string, string> Change(ImmutableSortedDictionary<string, string> set, OperationCall call)
    {
        foreach (JsonObject attribute in call.Structures("Attributes"))
        {
            string key = attribute["Key"]?.GetValue<string>() ?? throw ElbErrors.Validation($"{kind} attribute keys must be specified");
            string value = attribute["Value"]?.GetValue<string>() ?? string.Empty;
            Check(key, value);
            set = set.SetItem(key, value);
        }

        return set;
    }

    private void Check(string key, string value)
    {
        if (!defaults.TryGetValue(key, out string? standard))
        {
            throw ElbErrors.Validation($"{kind} attribute key '{key}' is not recognized");
        }

        bool fits = choices.TryGetValue(key, out string[]? texts) ? texts.Contains(value)
            : ranges.TryGetValue(key, out (int Smallest, int Largest) range)
                ? int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number >= range.Smallest && number <= range.Largest
            : standard is not ("true" or "false") || value is "true" or "false";
        _ = fits ? true : throw ElbErrors.Configuration($"The value '{value}' is not valid for the {kind.ToLowerInvariant()} attribute '{key}'");
    }
}
