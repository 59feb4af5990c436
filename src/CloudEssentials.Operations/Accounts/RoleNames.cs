using System.Text.RegularExpressions;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Names of roles, checked before anything is called.</summary>
internal static partial class RoleNames
{
    /// <summary>Checks a name.</summary>
    /// <exception cref="CloudException"><c>RoleNameInvalid</c>.</exception>
    internal static void Check(string name)
    {
        if (!Pattern().IsMatch(name))
            throw new CloudException("RoleNameInvalid", $"-RoleName '{name}' is not valid.", CloudErrorCategory.InvalidArgument, name, "IAM takes 1 to 64 letters, digits and + = , . @ _ -.");
    }

    [GeneratedRegex(@"^[\w+=,.@\-]{1,64}$", RegexOptions.ECMAScript)]
    private static partial Regex Pattern();
}
