using System.Globalization;

namespace CloudEssentials.DirectoryApp;

/// <summary>Makes the errors for what cannot be part of an application.</summary>
internal static class SpecErrors
{
    /// <summary>The error for a value that cannot be right.</summary>
    /// <param name="errorId">The stable id.</param>
    /// <param name="parameter">The parameter, without its hyphen.</param>
    /// <param name="value">What was given.</param>
    /// <param name="fault">What is wrong, to follow the value.</param>
    /// <param name="remedy">What would be right.</param>
    internal static CloudException Invalid(string errorId, string parameter, object value, string fault, string remedy) =>
        new(errorId, $"-{parameter}: '{Show($"{value}")}' {fault}", CloudErrorCategory.InvalidArgument, value, remedy);

    /// <summary>A character as it can stand in a message.</summary>
    internal static string Show(char character) => char.IsControl(character) ? $"the control character U+{(int)character:X4}" : $"'{character}'";

    // A message is one line, whatever was given.
    private static string Show(string text) =>
        string.Concat(text.Select(character => char.IsControl(character) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : $"{character}"));
}
