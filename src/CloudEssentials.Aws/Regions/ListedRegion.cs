namespace CloudEssentials.Aws.Regions;

/// <summary>A Region as EC2 lists it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Endpoint">The host of its EC2 endpoint.</param>
/// <param name="OptInStatus"><c>opt-in-not-required</c>, <c>opted-in</c> or <c>not-opted-in</c>.</param>
/// <param name="Country">The country, where EC2 says it.</param>
public sealed record ListedRegion(string Code, string Endpoint, string OptInStatus, string? Country)
{
    /// <summary>True where the account may call it.</summary>
    public bool IsEnabled => OptInStatus != "not-opted-in";
}
