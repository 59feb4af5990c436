namespace CloudEssentials.Operations;

/// <summary>Names the command of an operation and says whether it changes anything.</summary>
/// <param name="verb">An approved PowerShell verb.</param>
/// <param name="noun">A singular noun.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OperationAttribute(string verb, string noun) : Attribute
{
    /// <summary>The verb, such as <c>Get</c>.</summary>
    public string Verb { get; } = verb;

    /// <summary>The noun, such as <c>RegionAZMap</c>.</summary>
    public string Noun { get; } = noun;

    /// <summary>The command's name, <c>Verb-Noun</c>.</summary>
    public string Name => $"{Verb}-{Noun}";

    /// <summary>How much it changes; anything but <see cref="ChangeImpact.None"/> gives it <c>-WhatIf</c> and <c>-Confirm</c>.</summary>
    public ChangeImpact Impact { get; set; }

    /// <summary>True where a result is a problem found, so that the command line ends with exit code 3.</summary>
    public bool ResultIsFinding { get; set; }
}
