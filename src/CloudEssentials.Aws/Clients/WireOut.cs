using Amazon.Runtime;

namespace CloudEssentials.Aws.Clients;

/// <summary>A place in a request, whichever protocol it goes out in. A member that was not set is not sent.</summary>
internal abstract class WireOut<TSelf>
    where TSelf : WireOut<TSelf>
{
    internal abstract void Value(string value);

    internal abstract void Value(int value);

    internal abstract void Value(long value);

    internal abstract void Value(bool value);

    internal abstract void Value(double value);

    internal abstract void Value(float value);

    internal abstract void Value(DateTime value);

    internal abstract void Value(MemoryStream value);

    internal void Value(ConstantClass value) => Value(value.Value);

    internal void Member(string member, string? value)
    {
        if (value is not null) At(member).Value(value);
    }

    internal void Member(string member, ConstantClass? value) => Member(member, value?.Value);

    internal void Member(string member, int? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, long? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, bool? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, double? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, float? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, DateTime? value)
    {
        if (value is { } set) At(member).Value(set);
    }

    internal void Member(string member, MemoryStream? value)
    {
        if (value is not null) At(member).Value(value);
    }

    internal void Structure<T>(string member, T? value, Action<TSelf, T> write) where T : class
    {
        if (value is not null) write(At(member), value);
    }

    /// <summary>The place of a member below this one.</summary>
    protected abstract TSelf At(string member);
}
