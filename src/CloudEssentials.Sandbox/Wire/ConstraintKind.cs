namespace CloudEssentials.Sandbox.Wire;

/// <summary>The constraints of a service model.</summary>
internal enum ConstraintKind
{
    Required,
    MinimumLength,
    MaximumLength,
    MinimumValue,
    MaximumValue,
    Pattern,
    Enumeration,
    Type,
}
