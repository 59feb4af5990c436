using System.Collections.Concurrent;
using System.Management.Automation;
using System.Reflection;
using CloudEssentials.Operations;

namespace CloudEssentials.Module;

/// <summary>Which parameter of a cmdlet fills which property of its request: those of the same name.</summary>
internal sealed class RequestMap
{
    private static readonly ConcurrentDictionary<Type, RequestMap> _maps = new();

    private readonly List<Pair> _pairs = [];

    private RequestMap(Type cmdlet, Type request)
    {
        foreach (PropertyInfo property in request.GetProperties())
        {
            if (property.SetMethod is null || cmdlet.GetProperty(property.Name) is not { } parameter)
                continue;
            Pair pair = new(parameter, property);
            _pairs.Add(pair);
            InputAttribute? input = property.GetCustomAttribute<InputAttribute>();
            if (input is { Collect: true })
                Collected = pair;
            if (input is { JoinLines: true })
                Joined = pair;
        }
    }

    /// <summary>The parameter that gathers everything from the pipeline for one run, if there is one.</summary>
    internal Pair? Collected { get; }

    /// <summary>The parameter that joins lines of text into documents, if there is one.</summary>
    internal Pair? Joined { get; }

    /// <summary>The map of a cmdlet, made once.</summary>
    internal static RequestMap Of(Type cmdlet, Type request) =>
        _maps.TryGetValue(cmdlet, out RequestMap? map) ? map : _maps.GetOrAdd(cmdlet, new RequestMap(cmdlet, request));

    /// <summary>Copies the parameters that were given into a request; its own defaults stand for the others.</summary>
    internal void Fill(object request, PSCmdlet cmdlet)
    {
        Dictionary<string, object> bound = cmdlet.MyInvocation.BoundParameters;
        foreach (Pair pair in _pairs)
        {
            if (bound.ContainsKey(pair.Name))
                pair.Property.SetValue(request, ToRequest(pair.Parameter.GetValue(cmdlet)));
        }
    }

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
