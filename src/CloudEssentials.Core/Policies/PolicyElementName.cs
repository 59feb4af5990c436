namespace CloudEssentials.Policies;

/// <summary>The element names of the policy grammar, in canonical order.</summary>
internal static class PolicyElementName
{
    public const string Version = "Version";
    public const string Id = "Id";
    public const string Statement = "Statement";
    public const string Sid = "Sid";
    public const string Effect = "Effect";
    public const string Principal = "Principal";
    public const string NotPrincipal = "NotPrincipal";
    public const string Action = "Action";
    public const string NotAction = "NotAction";
    public const string Resource = "Resource";
    public const string NotResource = "NotResource";
    public const string Condition = "Condition";

    public static readonly string[] OfDocument = [Version, Id, Statement];

    public static readonly string[] OfStatement =
        [Sid, Effect, Principal, NotPrincipal, Action, NotAction, Resource, NotResource, Condition];

    /// <summary>Where an element stands in canonical order; unknown elements come last.</summary>
    public static int Rank(string[] names, string? name)
    {
        var index = Array.IndexOf(names, name);
        return index < 0 ? names.Length : index;
    }
}
