namespace CloudEssentials.Policies;

/// <summary>A change to a document's text.</summary>
/// <param name="Offset">Where it begins, in UTF-16 code units from 0.</param>
/// <param name="Length">How many code units it takes away.</param>
/// <param name="Replacement">What it puts there.</param>
public sealed record PolicyTextEdit(int Offset, int Length, string Replacement);
