using System.Collections.Immutable;
using System.Text.RegularExpressions;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A kind of resource: how its ids look, what EC2 says where there is none, how it is tagged, what policies may ask of it.</summary>
/// <param name="type">Its name in ARNs, tag specifications and the answers of DescribeTags, such as <c>route-table</c>.</param>
/// <param name="prefix">What its ids begin with, such as <c>rtb-</c>.</param>
internal abstract partial class Ec2Kind(string type, string prefix)
{
    public string Type => type;

    public string Prefix => prefix;

    /// <summary>The error code for an id that nothing has; see "Error codes for the Amazon EC2 API".</summary>
    public required string NotFoundCode { get; init; }

    /// <summary>The error code for what is no id of this kind: the same where EC2 has none of its own.</summary>
    public required string MalformedCode { get; init; }

    /// <summary>What EC2 says of an id that nothing has.</summary>
    public required Func<string, string> NotFoundMessage { get; init; }

    /// <summary>Whether its ARN bears the account's number, which public resources do not.</summary>
    public bool IsOwned { get; init; } = true;

    /// <summary>The resource of that id in a Region, if it is there.</summary>
    public abstract IEc2Resource? Find(SandboxState state, string region, string id);

    /// <summary>The resources of a Region that a reader sees.</summary>
    public abstract IEnumerable<IEc2Resource> SeenIn(SandboxState state, string region);

    /// <summary>Gives a resource other tags.</summary>
    public abstract void Retag(SandboxState state, IEc2Resource resource, ImmutableSortedDictionary<string, string> tags);

    /// <summary>What policies may ask of a resource beyond its tags.</summary>
    public virtual IEnumerable<(string Key, string Value)> ContextOf(OperationCall call, IEc2Resource resource) => [];

    /// <summary>The part of its ARN that names it: the id, but for what is known by name.</summary>
    public virtual string NameInArn(IEc2Resource resource) => resource.Id;

    public string Arn(OperationCall call, string name) =>
        $"arn:{call.Partition}:ec2:{call.Region}:{(IsOwned ? call.AccountId : string.Empty)}:{Type}/{name}";

    /// <summary>Whether an id is of this kind's form: the prefix, and 8 or 17 hexadecimal digits.</summary>
    public bool IsWellFormed(string id) => id.StartsWith(Prefix, StringComparison.Ordinal) && Digits().IsMatch(id.AsSpan(Prefix.Length));

    /// <exception cref="ServiceError">An id is not of this kind's form.</exception>
    public void RequireForm(IEnumerable<string> ids)
    {
        if (ids.FirstOrDefault(id => !IsWellFormed(id)) is { } malformed)
        {
            throw Unknown(malformed);
        }
    }

    /// <summary>The error for an id that is not of the form, or that nothing has.</summary>
    public ServiceError Unknown(string id) => MalformedCode == NotFoundCode || IsWellFormed(id)
        ? new ServiceError(NotFoundCode, NotFoundMessage(id))
        : new ServiceError(MalformedCode, $"Invalid id: \"{id}\" (expecting \"{Prefix}...\")");

    [GeneratedRegex(@"\A(?:[0-9a-f]{8}|[0-9a-f]{17})\z")]
    private static partial Regex Digits();
}
