using System.IO.Enumeration;

namespace CloudEssentials.Sandbox.Faults;

/// <summary>The faults that are ordered at present.</summary>
public sealed class SandboxFaults
{
    private readonly List<Order> _orders = [];

    /// <summary>Orders a fault.</summary>
    /// <param name="fault">Which one.</param>
    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (_orders)
        {
            _orders.Add(new Order(fault));
        }
    }

    /// <summary>Calls all faults off.</summary>
    public void Clear()
    {
        lock (_orders)
        {
            _orders.Clear();
        }
    }

    /// <summary>The faults that hit a call, in the order in which they were ordered.</summary>
    internal IReadOnlyList<SandboxFault> Strike(string operation)
    {
        lock (_orders)
        {
            return _orders.Count == 0 ? [] : [.. _orders.Where(order => order.Hits(operation)).Select(order => order.Fault)];
        }
    }

    private sealed class Order(SandboxFault fault)
    {
#pragma warning disable CA5394 // The chance must be repeatable, not secret.
        private readonly Random _chance = new(fault.Seed);
        private int _calls;
        private int _hits;

        public SandboxFault Fault => fault;

        public bool Hits(string operation)
        {
            if (_hits >= fault.Times || !FileSystemName.MatchesSimpleExpression(fault.Operation, operation))
            {
                return false;
            }

            bool hit = ++_calls % Math.Max(1, fault.Every) == 0 && (fault.Probability >= 1 || _chance.NextDouble() < fault.Probability);
            _hits += hit ? 1 : 0;
            return hit;
        }
#pragma warning restore CA5394
    }
}
