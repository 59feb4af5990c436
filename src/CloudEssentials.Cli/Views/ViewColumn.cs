namespace CloudEssentials.Cli.Views;

/// <summary>A column of a table, or a line of a list.</summary>
/// <param name="Label">Its heading.</param>
/// <param name="Expression">What it shows.</param>
/// <param name="Width">Its width in characters where the view fixes one.</param>
/// <param name="AlignsRight">True for a column of numbers.</param>
internal sealed record ViewColumn(string Label, ViewExpression Expression, int? Width = null, bool AlignsRight = false)
{
    /// <summary>What it shows of an object.</summary>
    internal object? Value(object item) => Expression.Evaluate(item);

    /// <summary>A column that shows a property under its own name.</summary>
    internal static ViewColumn OfProperty(string name) => new(name, ViewExpression.OfProperty(name));
}
