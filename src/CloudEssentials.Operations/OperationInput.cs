using System.Reflection;

namespace CloudEssentials.Operations;

/// <summary>One input of an operation, as its request declares it.</summary>
/// <param name="Property">The request's property.</param>
/// <param name="Declaration">What is declared beyond name and type.</param>
public sealed record OperationInput(PropertyInfo Property, InputAttribute Declaration)
{
    /// <summary>Its name, in PowerShell and on the command line.</summary>
    public string Name => Property.Name;

    /// <summary>The type of its value; <see cref="bool"/> for a switch.</summary>
    public Type Type => Property.PropertyType;

    /// <summary>True where naming it is enough.</summary>
    public bool IsSwitch => Type == typeof(bool);
}
