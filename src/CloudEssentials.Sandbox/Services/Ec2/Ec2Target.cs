namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A resource that a call acts upon, and that the caller must be allowed to act upon.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Id">Its id, which need not be of anything; null for what the call creates.</param>
internal sealed record Ec2Target(Ec2Kind Kind, string? Id = null)
{
    public IEc2Resource? Resource(OperationCall call) => Id is null ? null : Kind.Find(call.State, call.Region, Id);

    /// <summary>Its ARN. What is yet to be created has none: policies see a star.</summary>
    public string Arn(OperationCall call) => Kind.Arn(call, Id is null ? "*" : Resource(call) is { } known ? Kind.NameInArn(known) : Id);
}
