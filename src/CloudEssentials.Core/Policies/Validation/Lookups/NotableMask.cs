namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>A set of the actions of <see cref="NotableActions"/>.</summary>
internal readonly record struct NotableMask(ulong Low, ulong High)
{
    public bool IsEmpty => (Low | High) == 0;

    public static NotableMask operator |(NotableMask a, NotableMask b) => new(a.Low | b.Low, a.High | b.High);

    public static NotableMask operator &(NotableMask a, NotableMask b) => new(a.Low & b.Low, a.High & b.High);

    public bool Contains(NotableMask other) => (this & other) == other;
}
