namespace CloudEssentials.Sandbox.Wire;

/// <summary>One value that breaks a constraint of the model.</summary>
/// <param name="Kind">Which constraint.</param>
/// <param name="Path">Where it stands, in the model's names: <c>tags.1.member.key</c>.</param>
/// <param name="WireName">The parameter's name on the wire.</param>
/// <param name="Value">The value; null where it is missing.</param>
/// <param name="Constraint">The bound, pattern or set that it breaks.</param>
internal sealed record ConstraintViolation(ConstraintKind Kind, string Path, string WireName, string? Value, string Constraint);
