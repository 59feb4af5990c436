using System.Security.Cryptography;
using System.Text;

namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>
/// Client tokens that a later run finds again: https://docs.aws.amazon.com/ec2/latest/devguide/ec2-api-idempotency.html. The same resource in the
/// same surroundings has the same token, so that a call whose answer was lost may be made again.
/// </summary>
internal static class ClientToken
{
    /// <summary>The token of a resource.</summary>
    /// <param name="wish">The resource.</param>
    /// <param name="generation">Grows where the one that a token stands for is gone.</param>
    /// <param name="surroundings">The ids of what it stands in, which are new wherever all is built anew.</param>
    /// <returns>32 hexadecimal digits.</returns>
    internal static string Of(ResourceWish wish, int generation, params IEnumerable<string?> surroundings)
    {
        string text = string.Join('|', surroundings.Prepend($"{generation}").Prepend(wish.Resource.LogicalId).Prepend(wish.Scope.AppName));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
    }
}
