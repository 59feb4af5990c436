using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

internal sealed class Member(ServiceModel model, Shape owner, string name, JsonObject facts)
{
    internal string ModelName => name;
    internal Shape Shape { get; } = model.ShapeOf(owner, name, (string)facts["shape"]!);
    internal string Property => model.RenamedMember(owner.Name, name) ?? Naming.Pascal(name);
    internal string CSharp => Shape.CSharp(false);
    internal string? Location => (string?)facts["location"];
    internal bool IsToken => facts["idempotencyToken"] is { } token && (bool)token;
    internal bool IsFlat => Shape.IsFlat || (facts["flattened"] is { } flat && (bool)flat);
    internal string? TimestampFormat => (string?)facts["timestampFormat"] ?? (string?)Shape.Facts["timestampFormat"];

    /// <summary>The name on the wire outside the query protocols' requests.</summary>
    internal string WireName => (IsFlat && Shape.Type == "list" ? Shape.LocationOf("member") : null) ?? (string?)facts["locationName"] ?? name;

    /// <summary>The name in a form: ec2 prefers its queryName, and else begins with a capital.</summary>
    internal string FormName => !model.IsEc2 ? WireName
        : (string?)facts["queryName"] ?? ((string?)facts["locationName"] is { } location ? Naming.Pascal(location) : name);
}
