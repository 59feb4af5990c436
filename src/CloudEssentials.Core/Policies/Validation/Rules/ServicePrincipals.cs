namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Names of services as principals; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services.</summary>
internal static class ServicePrincipals
{
    private static readonly string[] Domains = [".amazonaws.com", ".amazonaws.com.cn", ".amazon.com", ".aws.internal", ".api.aws", ".aws.com", ".amazonaws.eu"];

    public static bool IsWellFormed(string text)
    {
        var domain = Array.Find(Domains, domain => text.EndsWith(domain, StringComparison.Ordinal));
        return domain is not null && text.Length > domain.Length && IsName(text.AsSpan(0, text.Length - domain.Length));
    }

    /// <summary>Whether it is a service and a Region, as <c>kms:ViaService</c> wants it.</summary>
    public static bool NamesRegion(string text)
    {
        var labels = text.Split('.');
        return IsWellFormed(text) && labels.Length >= 4 && labels.Any(label => label.Count(c => c == '-') >= 2 && char.IsAsciiDigit(label[^1]));
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('-' or '.' or '_'))
                return false;
        }

        return name[0] != '.' && name[^1] != '.';
    }
}
