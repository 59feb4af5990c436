using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;

namespace CloudEssentials.Aws.Connections;

/// <summary>Credentials that were found, before they are made: a role's need to know where to call.</summary>
/// <param name="Source">Where, in words.</param>
/// <param name="Make">Makes them for a place.</param>
/// <param name="Profile">The profile that they come from, if they do.</param>
/// <param name="OnInstance">True where the machine's own metadata gave them.</param>
internal sealed record FoundCredentials(string Source, Func<Place, AWSCredentials> Make, CredentialProfile? Profile = null, bool OnInstance = false);
