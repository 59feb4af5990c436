using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services;

/// <summary>One call of an operation: who asks for what, where, and the account that answers.</summary>
internal sealed class OperationCall
{
    public required SandboxAccount Account { get; init; }

    public required SandboxCaller Caller { get; init; }

    public required ServiceModel Service { get; init; }

    public required OperationModel Operation { get; init; }

    /// <summary>The Region that was called; for a global service, the one that signed for it.</summary>
    public required string Region { get; init; }

    /// <summary>Whether the call came to an endpoint that names no Region.</summary>
    public bool IsGlobalEndpoint { get; init; }

    /// <summary>The parameters, by the names of the input shape's members; held against the model already.</summary>
    public required JsonObject Input { get; init; }

    /// <summary>The state of the account that is called: the caller's, which may be a member of this account's organization.</summary>
    public required SandboxState State { get; init; }

    public string AccountId => State.Account.Value.AccountId;

    public string Partition => Partitions.Of(Region);

    public DateTimeOffset Now => State.Now;

    /// <summary>A parameter of text; null if it was not given.</summary>
    public string? Text(string name) => Input[name]?.GetValue<string>();

    /// <summary>A parameter of text that the model requires.</summary>
    public string RequiredText(string name) => Input[name]!.GetValue<string>();

    public bool Flag(string name) => Input[name]?.GetValue<bool>() ?? false;

    public int? Number(string name) => Input[name] is { } value ? (int)value.GetValue<long>() : null;

    public IReadOnlyList<string> Texts(string name) => [.. (Input[name]?.AsArray() ?? []).Select(value => value!.GetValue<string>())];

    public IEnumerable<JsonObject> Structures(string name) => (Input[name]?.AsArray() ?? []).Select(value => value!.AsObject());

    /// <summary>A new id, never given out before in this account: a prefix, and characters of an alphabet.</summary>
    public string NewId(string prefix, int length, string alphabet) => State.NewId(prefix, length, alphabet);
}
