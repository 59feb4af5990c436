using System.Globalization;
using CloudEssentials.Catalog;

namespace CloudEssentials.Accounts.Access;

/// <summary>How many of a service's actions of one access level are allowed.</summary>
/// <param name="Level">The level.</param>
/// <param name="Allowed">How many are allowed on some resource, those under conditions among them.</param>
/// <param name="Conditional">How many of these only where a condition holds.</param>
/// <param name="Total">How many there are.</param>
public sealed record ServiceAccessLevel(AccessLevel Level, int Allowed, int Conditional, int Total)
{
    /// <summary>Such as <c>all</c>, <c>3 of 12</c> or <c>-</c>; <c>if</c> after it where each of them is under a condition.</summary>
    /// <returns>The figures in a few words.</returns>
    public override string ToString()
    {
        string text = Allowed == 0 ? "-" : Allowed == Total ? "all" : string.Create(CultureInfo.InvariantCulture, $"{Allowed} of {Total}");
        return Allowed > 0 && Conditional == Allowed ? $"{text}, if" : text;
    }
}
