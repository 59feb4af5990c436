using System.Collections;
using System.Globalization;

namespace CloudEssentials.Regions;

/// <summary>How much each criterion counts; only their proportion matters.</summary>
/// <param name="Latency">For the time that a round trip takes.</param>
/// <param name="Price">For the price of the instance type.</param>
/// <param name="Service">For how many of AWS's services the Region has.</param>
/// <param name="Compliance">For whether the Region can be used as it is, without being enabled first; what the law demands excludes, and is no matter of weight.</param>
public sealed record RegionWeights(double Latency, double Price, double Service, double Compliance)
{
    /// <summary>The weights of a kind of workload.</summary>
    /// <param name="workload">The kind.</param>
    public static RegionWeights For(WorkloadKind workload) => workload switch
    {
        WorkloadKind.Interactive => new(0.65, 0.15, 0.15, 0.05),
        WorkloadKind.Batch => new(0.10, 0.70, 0.15, 0.05),
        _ => new(0.40, 0.35, 0.20, 0.05),
    };

    /// <summary>These weights with some replaced.</summary>
    /// <param name="overrides">Names of criteria with numbers of 0 or more; null replaces none.</param>
    /// <exception cref="CloudException"><c>WeightInvalid</c>.</exception>
    public RegionWeights With(IDictionary? overrides)
    {
        RegionWeights weights = this;
        foreach (DictionaryEntry entry in overrides ?? new Hashtable())
        {
            double value = Number(entry);
            weights = entry.Key.ToString()?.ToUpperInvariant() switch
            {
                "LATENCY" => weights with { Latency = value },
                "PRICE" => weights with { Price = value },
                "SERVICE" => weights with { Service = value },
                "COMPLIANCE" => weights with { Compliance = value },
                _ => throw new CloudException("WeightInvalid", $"-Weight: there is no criterion '{entry.Key}'.", CloudErrorCategory.InvalidArgument, entry.Key, "The criteria are Latency, Price, Service and Compliance."),
            };
        }

        if (weights.Latency + weights.Price + weights.Service + weights.Compliance <= 0)
            throw new CloudException("WeightInvalid", "-Weight: at least one criterion must count.", CloudErrorCategory.InvalidArgument, overrides);
        return weights;
    }

    private static double Number(DictionaryEntry entry)
    {
        string text = Convert.ToString(entry.Value, CultureInfo.InvariantCulture) ?? "";
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && value >= 0 && double.IsFinite(value))
            return value;
        throw new CloudException("WeightInvalid", $"-Weight: {entry.Key} = '{text}' is not a number of 0 or more.", CloudErrorCategory.InvalidArgument, entry.Key);
    }
}
