namespace CloudEssentials.ClientGenerator;

/// <summary>Something the person who changed the list, or the model, must know.</summary>
internal sealed class GeneratorException(string message) : Exception(message);
