namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>New-DirectoryAppInstance</c>.</summary>
public sealed record NewDirectoryAppInstanceRequest : DirectoryAppLaunchRequest
{
    /// <summary>How many instances of that name there are to be.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The subnets to spread them over; where none are given, the Region's default ones.</summary>
    public string[] SubnetId { get; set; } = [];

    /// <summary>The instance profile; where none is given, one is made with just what the application needs.</summary>
    public string? InstanceProfile { get; set; }

    /// <summary>The security groups; where none are given, one is made that lets HTTP in and nothing else.</summary>
    public string[] SecurityGroupId { get; set; } = [];

    /// <summary>True to make the bucket and the table where they are missing.</summary>
    public bool CreateStorage { get; set; }

    /// <summary>True to wait until the instances run and the application answers.</summary>
    public bool Wait { get; set; }

    /// <summary>True to wait for running instances alone.</summary>
    public bool SkipHealthCheck { get; set; }

    /// <summary>How long to wait at most.</summary>
    public int TimeoutSeconds { get; set; } = 600;
}
