using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The characters that names and descriptions of security groups and their rules may have: API_CreateSecurityGroup, API_IpRange.</summary>
internal static partial class RuleText
{
    private const string Set = "a-zA-Z0-9. _-:/()#,@[]+=&;{}!$*";

    /// <exception cref="ServiceError">The text is empty, too long, or has another character.</exception>
    public static void Check(string text, string parameter, string what)
    {
        if (!Allowed().IsMatch(text))
        {
            throw new ServiceError(
                "InvalidParameterValue",
                $"Value ({text}) for parameter {parameter} is invalid. Invalid {what}. Valid {what}s are strings less than 256 characters from the following set: {Set}");
        }
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9. _\-:/()#,@\[\]+=&;{}!$*]{1,255}\z")]
    private static partial Regex Allowed();
}
