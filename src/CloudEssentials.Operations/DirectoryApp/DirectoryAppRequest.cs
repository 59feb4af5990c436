using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of every command that plans, makes or describes the whole application.</summary>
public abstract record DirectoryAppRequest : DirectoryAppLaunchRequest
{
    /// <summary>The zones to use, two to four; where none are named, <see cref="ZoneCount"/> of the Region's.</summary>
    public string[] Zone { get; set; } = [];

    /// <summary>How many zones to use where none are named.</summary>
    public int ZoneCount { get; set; } = 2;

    /// <summary>The network's addresses.</summary>
    public string VpcCidr { get; set; } = "10.1.0.0/16";

    /// <summary>How instances reach the internet.</summary>
    public NatGatewayMode NatGateway { get; set; }

    /// <summary>The fewest instances.</summary>
    public int MinSize { get; set; } = 2;

    /// <summary>The instances to begin with.</summary>
    public int DesiredCapacity { get; set; } = 2;

    /// <summary>The most instances.</summary>
    public int MaxSize { get; set; } = 4;

    /// <summary>The average use of the processors, in percent, that the group is kept at.</summary>
    public int TargetCpu { get; set; } = 60;

    /// <summary>How long a new instance does not count, in seconds.</summary>
    public int WarmupSeconds { get; set; } = 300;

    /// <summary>Where alarms are sent.</summary>
    public string? NotificationEmail { get; set; }

    /// <inheritdoc/>
    protected override DirectoryAppSpec Complete(DirectoryAppSpec spec) => spec with
    {
        Zones = Zone,
        ZoneCount = ZoneCount,
        VpcCidr = VpcCidr,
        NatGateway = NatGateway,
        MinSize = MinSize,
        DesiredCapacity = DesiredCapacity,
        MaxSize = MaxSize,
        TargetCpu = TargetCpu,
        WarmupSeconds = WarmupSeconds,
        NotificationEmail = NotificationEmail,
    };
}
