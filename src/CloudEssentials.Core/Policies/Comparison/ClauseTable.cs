using System.Collections;

namespace CloudEssentials.Policies.Comparison;

/// <summary>Numbers the elementary questions of two policies, so that the same question has the same number.</summary>
internal sealed class ClauseTable
{
    private readonly Dictionary<ConditionClause, int> _numbers = [];
    private readonly List<ConditionClause> _clauses = [];

    /// <summary>How many there are.</summary>
    internal int Count => _clauses.Count;

    /// <summary>The number of a question, given at its first use.</summary>
    internal int IndexOf(ConditionClause clause)
    {
        if (!_numbers.TryGetValue(clause, out int number))
        {
            _numbers.Add(clause, number = _clauses.Count);
            _clauses.Add(clause);
        }

        return number;
    }

    /// <summary>
    /// True where such answers can surely occur together. Questions about different keys are independent; of one key all
    /// may be false (it is missing), or one equality is true and the others false.
    /// </summary>
    internal bool CanOccur(IReadOnlyList<int> asked, BitArray answers)
    {
        foreach (IGrouping<string, int> key in asked.GroupBy(number => _clauses[number].Key, StringComparer.Ordinal))
        {
            int[] positive = [.. key.Where(number => answers[number])];
            if (positive.Length > 1 || (positive.Length == 1 && key.Skip(1).Any() && !key.All(number => IsEquality(_clauses[number].Operator))))
                return false;
        }

        return true;
    }

    private static bool IsEquality(string name) => name is "stringequals" or "arnequals" or "bool" or "numericequals" or "dateequals" or "Principal";
}
