namespace CloudEssentials.Operations.Policies;

/// <summary>The inputs of <c>Update-PolicyCatalog</c>.</summary>
public sealed record UpdatePolicyCatalogRequest
{
    /// <summary>Where AWS's service reference is published; a mirror of it must be reached by HTTPS, or stand on this machine.</summary>
    [Input(Sets = ["Refresh"])]
    public Uri Endpoint { get; set; } = new("https://servicereference.us-east-1.amazonaws.com/");

    /// <summary>Go back: remove the newest refreshed copy, so that the one before it, or the catalogue that the module ships, serves again.</summary>
    [Input(Mandatory = true, Sets = ["Rollback"])]
    public bool Rollback { get; set; }
}
