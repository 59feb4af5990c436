using System.Diagnostics;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Benchmarks.DirectoryApp;

/// <summary>How long it takes to say of what the application consists and what is to be done for it.</summary>
public sealed class DirectoryAppPlanFigures : IQuickFigures
{
    private static readonly DirectoryAppSpec _spec = new()
    {
        Name = "directory",
        Region = "us-east-1",
        AccountId = "111122223333",
        PhotosBucket = "employee-photo-bucket-ab-907",
        Zones = ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"],
        NatGateway = NatGatewayMode.PerZone,
        NotificationEmail = "operations@example.com",
    };

    /// <inheritdoc/>
    public IEnumerable<QuickFigure> Measure()
    {
        long start = Stopwatch.GetTimestamp();
        int resources = Plan().Steps.Count;
        yield return new("First plan of a stack in four zones", Stopwatch.GetElapsedTime(start).TotalMilliseconds, "ms", "-");
        yield return new("Resources of that stack", resources, "resources", "-");
        QuickFigure plans = QuickFigure.PerSecond("Plans of that stack", "plans/s", "at least 20: 50 ms", () => Plan().Steps.Count > 0 ? 1 : 0);
        yield return plans;
        yield return new("One plan", 1_000_000 / plans.Value, "us", "at most 50,000");
    }

    private static DirectoryAppPlan Plan() => DirectoryAppPlanner.Plan(_spec, DirectoryAppBlueprint.Stack(_spec), new Dictionary<string, StandingResource>());
}
