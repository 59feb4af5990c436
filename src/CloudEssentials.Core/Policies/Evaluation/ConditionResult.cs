namespace CloudEssentials.Policies.Evaluation;

/// <summary>What a condition came to, and whether a missing key made it so.</summary>
internal enum ConditionResult
{
    False,

    /// <summary>False because the key, or a variable's key, is not present.</summary>
    FalseForMissing,

    /// <summary>True because the key, or a variable's key, is not present.</summary>
    TrueForMissing,

    True,
}
