using System.Management.Automation;
using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Module.DirectoryApp;

/// <summary>A cmdlet that plans, makes or describes the whole application.</summary>
public abstract class DirectoryAppCmdlet : DirectoryAppLaunchCmdlet
{
    /// <summary>The zones to use, two to four; where none are named, ZoneCount of the Region's.</summary>
    [Parameter]
    public string[] Zone { get; set; } = [];

    /// <summary>How many zones to use where none are named.</summary>
    [Parameter]
    public int ZoneCount { get; set; } = 2;

    /// <summary>The network's addresses.</summary>
    [Parameter]
    public string VpcCidr { get; set; } = "10.1.0.0/16";

    /// <summary>How instances reach the internet.</summary>
    [Parameter]
    public NatGatewayMode NatGateway { get; set; }

    /// <summary>The fewest instances.</summary>
    [Parameter]
    public int MinSize { get; set; } = 2;

    /// <summary>The instances to begin with.</summary>
    [Parameter]
    public int DesiredCapacity { get; set; } = 2;

    /// <summary>The most instances.</summary>
    [Parameter]
    public int MaxSize { get; set; } = 4;

    /// <summary>The average use of the processors, in percent, that the group is kept at.</summary>
    [Parameter]
    public int TargetCpu { get; set; } = 60;

    /// <summary>How long a new instance does not count, in seconds.</summary>
    [Parameter]
    public int WarmupSeconds { get; set; } = 300;

    /// <summary>Where alarms are sent.</summary>
    [Parameter]
    public string? NotificationEmail { get; set; }
}
