namespace CloudEssentials.Sandbox.Wire;

/// <summary>A value on the wire that is not of its shape's kind.</summary>
/// <param name="name">The parameter's name on the wire.</param>
/// <param name="value">What stood there.</param>
/// <param name="expected">What should stand there, such as <c>boolean</c>.</param>
internal sealed class MalformedValue(string name, string value, string expected)
    : Exception($"'{value}' is no {expected}")
{
    public ConstraintViolation Violation => new(ConstraintKind.Type, char.ToLowerInvariant(name[0]) + name[1..], name, value, expected);
}
