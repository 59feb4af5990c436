namespace CloudEssentials.Cli.Output;

/// <summary>Writes results as they come.</summary>
internal interface IResultWriter
{
    /// <summary>Takes the next result.</summary>
    void Write(object result);

    /// <summary>Writes what is still held back.</summary>
    void Complete();
}
