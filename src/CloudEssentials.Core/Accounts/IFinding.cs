namespace CloudEssentials.Accounts;

/// <summary>A result of which some tell of a problem and some do not.</summary>
public interface IFinding
{
    /// <summary>Gives whether it tells of a problem.</summary>
    bool IsProblem();
}
