namespace CloudEssentials.HelpBuilder.Cmdlets;

/// <summary>What a parameter is in one parameter set.</summary>
/// <param name="Set">The set; null for all.</param>
/// <param name="Position">Its place among the unnamed arguments, or null.</param>
/// <param name="Mandatory">True where the set needs it.</param>
/// <param name="ByValue">True where it takes pipeline objects.</param>
/// <param name="ByPropertyName">True where it takes a property of pipeline objects.</param>
/// <param name="Remaining">True where it takes all arguments left over.</param>
public sealed record ParameterSetEntry(string? Set, int? Position, bool Mandatory, bool ByValue, bool ByPropertyName, bool Remaining);
