namespace CloudEssentials.Policies.Generation;

/// <summary>A blank that a task leaves for the one who uses it.</summary>
/// <param name="Name">Its name, a key of <c>-TaskParameter</c>.</param>
/// <param name="Description">What goes there.</param>
/// <param name="Pattern">The regular expression that a value must match as a whole.</param>
/// <param name="Example">A value that would do.</param>
/// <param name="Default">The value where none is given; null where one must be given.</param>
public sealed record PolicyTaskParameter(string Name, string Description, string Pattern, string Example, string? Default)
{
    /// <inheritdoc/>
    public override string ToString() => Default is null ? Name : $"{Name}={Default}";
}
