using System.IO.Enumeration;

namespace CloudEssentials.Sandbox.Faults;

/// <summary>The faults that are ordered at present.</summary>
public sealed class SandboxFaults
{
    private readonly List<Order> orders = [];

    /// <summary>Orders a fault.</summary>
    /// <param name="fault">Which one.</param>
    public void Add(SandboxFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        lock (orders)
        {
            orders.Add(new Order(fault));
        }
    }

    /// <summary>Calls all faults off.</summary>
    public void Clear()
    {
        lock (orders)
        {
            orders.Clear();
        }
    }

    /// <summary>The faults that hit a call, in the order in which they were ordered.</summary>
    internal IReadOnlyList<SandboxFault> Strike(string operation)
    {
        lock (orders)
        {
            return orders.Count == 0 ? [] : [.. orders.Where(order => order.Hits(operation)).Select(order => order.Fault)];
        }
    }

    private sealed class Order(SandboxFault fault)
    {
#pragma warning disable CA5394 // The chance must be repeatable, not secret.
        private readonly Random chance = new(fault.Seed);
        private int calls;
        private int hits;

        public SandboxFault Fault => fault;

        public bool Hits(string operation)
        {
            if (hits >= fault.Times || !FileSystemName.MatchesSimpleExpression(fault.Operation, operation))
            {
                return false;
            }

            bool hit = ++calls % Math.Max(1, fault.Every) == 0 && (fault.Probability >= 1 || chance.NextDouble() < fault.Probability);
            hits += hit ? 1 : 0;
            return hit;
        }
#pragma warning restore CA5394
    }
}
