namespace CloudEssentials.Accounts.Access;

/// <summary>Whether a principal may do something.</summary>
public enum AccessStanding
{
    /// <summary>It may.</summary>
    Allowed,

    /// <summary>It may where a condition holds that the account's policies alone do not settle.</summary>
    Conditional,

    /// <summary>A policy allows it, and a Deny or the permissions boundary stops it.</summary>
    Stopped,
}
