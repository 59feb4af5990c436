namespace CloudEssentials.Sandbox.Wire;

/// <summary>The sentence with which most services list broken constraints.</summary>
internal static class ConstraintWords
{
    public static string Join(IReadOnlyList<ConstraintViolation> violations) =>
        $"{violations.Count} validation error{(violations.Count == 1 ? string.Empty : "s")} detected: {string.Join("; ", violations.Select(Sentence))}";

    private static string Sentence(ConstraintViolation violation)
    {
        string value = violation.Value is null ? "null" : $"'{violation.Value}'";
        return $"Value {value} at '{violation.Path}' failed to satisfy constraint: {Constraint(violation)}";
    }

    private static string Constraint(ConstraintViolation violation) => violation.Kind switch
    {
        ConstraintKind.Required => "Member must not be null",
        ConstraintKind.MinimumLength => $"Member must have length greater than or equal to {violation.Constraint}",
        ConstraintKind.MaximumLength => $"Member must have length less than or equal to {violation.Constraint}",
        ConstraintKind.MinimumValue => $"Member must have value greater than or equal to {violation.Constraint}",
        ConstraintKind.MaximumValue => $"Member must have value less than or equal to {violation.Constraint}",
        ConstraintKind.Pattern => $"Member must satisfy regular expression pattern: {violation.Constraint}",
        ConstraintKind.Enumeration => $"Member must satisfy enum value set: {violation.Constraint}",
        _ => $"Member must be a {violation.Constraint}",
    };
}
