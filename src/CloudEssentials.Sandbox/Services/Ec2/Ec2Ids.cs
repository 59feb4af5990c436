using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The form of EC2's ids: a prefix, and eight or seventeen hexadecimal digits.</summary>
internal static partial class Ec2Ids
{
    /// <exception cref="ServiceError">One of the ids is none.</exception>
    public static void Require(IEnumerable<string> ids, string prefix, string code)
    {
        foreach (string id in ids)
        {
            if (!id.StartsWith(prefix, StringComparison.Ordinal))
            {
                throw new ServiceError(code, $"Invalid id: \"{id}\" (expecting \"{prefix}...\")");
            }

            if (!Digits().IsMatch(id.AsSpan(prefix.Length)))
            {
                throw new ServiceError(code, $"Invalid id: \"{id}\"");
            }
        }
    }

    [GeneratedRegex("^(?:[0-9a-f]{8}|[0-9a-f]{17})$", RegexOptions.CultureInvariant)]
    private static partial Regex Digits();
}
