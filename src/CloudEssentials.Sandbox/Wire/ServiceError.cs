namespace CloudEssentials.Sandbox.Wire;

/// <summary>A service's refusal: what AWS would answer in place of a result.</summary>
internal sealed class ServiceError : Exception
{
    /// <param name="code">The service's error code, such as <c>NoSuchEntity</c>.</param>
    /// <param name="message">The service's words.</param>
    /// <param name="status">The HTTP status; from 500 on the fault is the service's, below it the sender's.</param>
    public ServiceError(string code, string message, int status = 400)
        : base(message)
    {
        Code = code;
        Status = status;
    }

    public string Code { get; }

    public int Status { get; }

    /// <summary>What the document says beyond code and message, by the elements' names.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The headers that it brings.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
