using System.Globalization;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>The settings of health checks that calls give. See "Health checks for Application Load Balancer target groups".</summary>
internal static class HealthCheckSettings
{
    private const string TrafficPort = "traffic-port";
    private const int FirstCode = 200;
    private const int LastCode = 499;

    /// <summary>The settings that a protocol has where nothing is said.</summary>
    public static ElbHealthCheck Default(string protocol) => protocol is "HTTP" or "HTTPS"
        ? new ElbHealthCheck { Protocol = "HTTP", Path = "/", Matcher = "200" }
        : new ElbHealthCheck { Protocol = "TCP", Timeout = 10 };

    /// <summary>Settings with what a call says.</summary>
    /// <exception cref="Wire.ServiceError">They cannot be so.</exception>
    public static ElbHealthCheck Apply(OperationCall call, ElbHealthCheck check)
    {
        if (call.Input["HealthCheckEnabled"] is { } enabled && !enabled.GetValue<bool>())
        {
            throw ElbErrors.Configuration("Health check enabled must be true for target groups with target type 'instance' or 'ip'");
        }

        string protocol = call.Text("HealthCheckProtocol") ?? check.Protocol;
        bool isHttp = protocol is "HTTP" or "HTTPS";
        _ = isHttp || protocol == "TCP" ? true : throw ElbErrors.Validation($"Health check protocol '{protocol}' is not supported");
        var applied = new ElbHealthCheck
        {
            Protocol = protocol,
            Port = call.Text("HealthCheckPort") ?? check.Port,
            Path = isHttp ? call.Text("HealthCheckPath") ?? check.Path ?? "/" : null,
            Matcher = isHttp ? call.Input["Matcher"]?["HttpCode"]?.GetValue<string>() ?? check.Matcher ?? "200" : null,
            Interval = call.Number("HealthCheckIntervalSeconds") ?? check.Interval,
            Timeout = call.Number("HealthCheckTimeoutSeconds") ?? check.Timeout,
            Healthy = call.Number("HealthyThresholdCount") ?? check.Healthy,
            Unhealthy = call.Number("UnhealthyThresholdCount") ?? check.Unhealthy,
        };
        Require(applied);
        return applied;
    }

    private static void Require(ElbHealthCheck check)
    {
        _ = check.Timeout < check.Interval
            ? true
            : throw ElbErrors.Validation($"Health check timeout '{check.Timeout}' must be smaller than the interval '{check.Interval}'");
        _ = check.Port == TrafficPort || (int.TryParse(check.Port, NumberStyles.None, CultureInfo.InvariantCulture, out int port) && port is > 0 and < 65536)
            ? true
            : throw ElbErrors.Validation($"Health check port '{check.Port}' must be '{TrafficPort}' or a port number between 1 and 65535");
        _ = check.Path is null || check.Path[0] == '/' ? true : throw ElbErrors.Validation($"Health check path '{check.Path}' must begin with a '/' character");
        _ = check.Matcher is null || check.Matcher.Split(',').All(part => IsRange(part.Trim()))
            ? true
            : throw ElbErrors.Validation($"Health check matcher HTTP code '{check.Matcher}' must be a single number, a comma-separated list or a range between {FirstCode} and {LastCode}");
    }

    private static bool IsRange(string text) => text.Split('-') is { Length: 1 or 2 } ends
        && ends.All(end => int.TryParse(end, NumberStyles.None, CultureInfo.InvariantCulture, out int code) && code is >= FirstCode and <= LastCode)
        && string.CompareOrdinal(ends[0], ends[^1]) <= 0;
}
