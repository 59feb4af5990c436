namespace CloudEssentials.Accounts;

/// <summary>What several checks of the root user ask.</summary>
internal static class RootFacts
{
    /// <summary>Whether IAM says that the root user has no password, as in an account whose root credentials were removed centrally.</summary>
    internal static bool HasNoRootPassword(this AccountFacts facts) =>
        facts.Has(AccountFactKinds.Summary) && facts.Summary.TryGetValue("AccountPasswordPresent", out int password) && password == 0;
}
