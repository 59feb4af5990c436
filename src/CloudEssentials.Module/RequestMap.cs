using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using CloudEssentials.Operations;

namespace CloudEssentials.Module;

/// <summary>Which parameter of a cmdlet fills which property of its request: those of the same name.</summary>
internal sealed class RequestMap
{
    private const string Command = "Command";

    private static readonly ConcurrentDictionary<Type, RequestMap> _maps = new();

    private readonly List<Pair> _pairs = [];

    private RequestMap(Type cmdlet, OperationDescriptor operation)
    {
        Operation = operation;
        foreach (OperationInput input in operation.Inputs)
        {
            if (cmdlet.GetProperty(input.Name) is not { } parameter)
                continue;
            Pair pair = new(parameter, input.Property);
            _pairs.Add(pair);
            if (input.Declaration.Collect)
                Collected = pair;
            if (input.Declaration.JoinLines)
                Joined = pair;
        }
    }

    /// <summary>What the cmdlet runs.</summary>
    internal OperationDescriptor Operation { get; }

    /// <summary>The parameter that gathers everything from the pipeline for one run, if there is one.</summary>
    internal Pair? Collected { get; }

    /// <summary>The parameter that joins lines of text into documents, if there is one.</summary>
    internal Pair? Joined { get; }

    /// <summary>The map of a cmdlet, made once.</summary>
    internal static RequestMap Of(Type cmdlet) =>
        _maps.TryGetValue(cmdlet, out RequestMap? map) ? map : _maps.GetOrAdd(cmdlet, new RequestMap(cmdlet, OperationOf(cmdlet)));

    /// <summary>A request with the parameters that were given; its own defaults stand for the others.</summary>
    internal object NewRequest(PSCmdlet cmdlet)
    {
        object request = Operation.NewRequest();
        Dictionary<string, object> bound = cmdlet.MyInvocation.BoundParameters;
        foreach (Pair pair in _pairs)
        {
            if (bound.ContainsKey(pair.Name))
                pair.Property.SetValue(request, ToRequest(pair.Parameter.GetValue(cmdlet)));
        }

        return request;
    }

    // By name: a type that the class itself named would be loaded for each cmdlet at every import.
    private static OperationDescriptor OperationOf(Type cmdlet) =>
        OperationDescriptor.Of(cmdlet.FullName![..^Command.Length].Replace(typeof(RequestMap).Namespace!, typeof(OperationDescriptor).Namespace, StringComparison.Ordinal));

    private static object? ToRequest(object? value) => value switch
    {
        SwitchParameter given => given.IsPresent,
        object?[] items when items.GetType() == typeof(object[]) => Array.ConvertAll(items, CmdletHost.Unwrap),
        _ => CmdletHost.Unwrap(value),
    };

    /// <summary>A parameter and the property that it fills.</summary>
    internal sealed record Pair(PropertyInfo Parameter, PropertyInfo Property)
    {
        internal string Name => Parameter.Name;
    }
}
