namespace CloudEssentials.Aws.Clients;

/// <summary>A value of a response, whichever protocol it came in, and the members below it by their names on the wire.</summary>
internal abstract class WireIn<TSelf>
    where TSelf : WireIn<TSelf>
{
    internal abstract string? AsString { get; }

    internal abstract int AsInt32 { get; }

    internal abstract long AsInt64 { get; }

    internal abstract bool AsBoolean { get; }

    internal abstract double AsDouble { get; }

    internal abstract DateTime AsDateTime { get; }

    internal abstract MemoryStream AsBlob { get; }

    internal float AsSingle => (float)AsDouble;

    internal abstract TSelf? Member(string name);

    internal string? String(string name) => Member(name)?.AsString;

    internal int? Int32(string name) => Member(name)?.AsInt32;

    internal long? Int64(string name) => Member(name)?.AsInt64;

    internal bool? Boolean(string name) => Member(name)?.AsBoolean;

    internal double? Double(string name) => Member(name)?.AsDouble;

    internal float? Single(string name) => Member(name)?.AsSingle;

    internal DateTime? DateTime(string name) => Member(name)?.AsDateTime;

    internal MemoryStream? Blob(string name) => Member(name)?.AsBlob;

    internal T? Structure<T>(string name, Func<TSelf, T> read) where T : class => Member(name) is { } member ? read(member) : null;
}
