namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>The inputs of <c>Get-DirectoryAppInstance</c>.</summary>
public sealed record GetDirectoryAppInstanceRequest : DirectoryAppInstanceRequest
{
    /// <summary>True to list terminated instances too, which EC2 shows for about an hour.</summary>
    public bool IncludeTerminated { get; set; }

    /// <summary>True to ask the application on each running instance whether it is well.</summary>
    public bool Health { get; set; }
}
