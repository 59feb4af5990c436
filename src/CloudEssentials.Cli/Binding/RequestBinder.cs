using System.Text.Json;
using CloudEssentials.Cli.Parsing;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Cli.Binding;

/// <summary>Fills the requests of one command: from its arguments, and from what comes down the pipeline.</summary>
internal sealed class RequestBinder
{
    private readonly CommandCall _call;
    private readonly Dictionary<OperationInput, object?> _given = [];

    internal RequestBinder(CommandCall call)
    {
        _call = call;
        foreach (OperationInput input in call.Operation.Inputs)
        {
            if (call.Arguments.TryGetValue(input.Name, out IReadOnlyList<string>? arguments))
                _given[input] = ValueConverter.FromText(input.Name, arguments, input.Type, input.Declaration.JoinLines);
        }
    }

    /// <summary>The input that gathers the whole pipeline for one run, if there is one and it is free.</summary>
    internal OperationInput? Collected => Free.FirstOrDefault(input => input.Declaration.Collect);

    /// <summary>True where the pipeline can fill something that the arguments left open.</summary>
    internal bool TakesPipeline => Free.Any(CanBePiped);

    /// <summary>True where the command cannot run without the pipeline.</summary>
    internal bool NeedsPipeline
    {
        get
        {
            try
            {
                ParameterSets.Check(_call.Operation, GivenNames, _ => false);
                return false;
            }
            catch (UsageException)
            {
                return true;
            }
        }
    }

    private List<string> GivenNames => [.. _given.Keys.Select(input => input.Name)];

    private IEnumerable<OperationInput> Free => _call.Operation.Inputs.Where(input => !_given.ContainsKey(input) && ParameterSets.AreCompatible(_call.Operation, [.. GivenNames, input.Name]));

    /// <summary>Sets an input as if it had been an argument.</summary>
    internal void Give(OperationInput input, object? value) => _given[input] = value;

    /// <summary>Checks that the arguments suffice.</summary>
    /// <param name="piped">True where the pipeline will give more.</param>
    /// <exception cref="UsageException">They do not.</exception>
    internal void Check(bool piped) => ParameterSets.Check(_call.Operation, GivenNames, input => piped && CanBePiped(input));

    /// <summary>The request of the arguments alone.</summary>
    internal object Bind() => Fill(_given);

    /// <summary>The request of the arguments and of one thing from the pipeline.</summary>
    /// <exception cref="CloudException">Nothing of it fits any input.</exception>
    internal object Bind(PipelineItem item)
    {
        Dictionary<OperationInput, object?> bound = new(_given);
        foreach (OperationInput input in Free.ToArray())
        {
            if (Take(input, item, out object? value))
                bound[input] = value;
        }

        if (bound.Count == _given.Count)
        {
            throw new CloudException(
                "InputObjectNotBound",
                $"{_call.Operation.Name} can do nothing with {Describe(item)}.",
                CloudErrorCategory.InvalidArgument,
                item.Text,
                $"It takes {string.Join(", ", _call.Operation.Inputs.Where(CanBePiped).Select(i => i.Name))}.");
        }

        ParameterSets.Check(_call.Operation, [.. bound.Keys.Select(i => i.Name)], _ => false);
        return Fill(bound);
    }

    /// <summary>The request of the arguments and of everything from the pipeline.</summary>
    internal object Bind(OperationInput collected, IReadOnlyList<PipelineItem> items)
    {
        Type element = ValueConverter.ElementOf(collected.Type) ?? typeof(object);
        List<object?> values = [];
        foreach (PipelineItem item in items)
        {
            if (!Take(collected, item, out object? value))
                throw new CloudException("InputObjectNotBound", $"{_call.Operation.Name} can do nothing with {Describe(item)}.", target: item.Text);
            if (ValueConverter.ElementOf(collected.Type) is not null && value is Array array)
                values.AddRange(array.Cast<object?>());
            else
                values.Add(value);
        }

        return Fill(new(_given) { [collected] = ValueConverter.ToList(values, element) });
    }

    private static bool CanBePiped(OperationInput input) =>
        input.Declaration.Pipeline != PipelineInput.None && input.Property.DeclaringType != typeof(AwsRequest);

    private static bool Take(OperationInput input, PipelineItem item, out object? value)
    {
        value = null;
        PipelineInput pipeline = input.Declaration.Pipeline;
        if (pipeline.HasFlag(PipelineInput.ByPropertyName) && item.Property(CommandNames.NamesOf(input)) is { } property)
        {
            value = ValueConverter.FromJson(input.Name, property, input.Type);
            return true;
        }

        if (!pipeline.HasFlag(PipelineInput.ByValue) || !ValueConverter.Fits(item.Json, input.Type))
            return false;
        value = ValueOf(input, item);
        return true;
    }

    private static object? ValueOf(OperationInput input, PipelineItem item)
    {
        Type element = ValueConverter.ElementOf(input.Type) ?? input.Type;
        if (element == typeof(object))
        {
            object? value = item.Value(input.Declaration.JoinLines);
            return element == input.Type ? value : ValueConverter.ToList([value], element);
        }

        return item.Json is { } json && json.ValueKind != JsonValueKind.String
            ? ValueConverter.FromJson(input.Name, json, input.Type)
            : ValueConverter.FromText(input.Name, [item.Text], input.Type, input.Declaration.JoinLines);
    }

    private object Fill(Dictionary<OperationInput, object?> values)
    {
        object request = _call.Operation.NewRequest();
        foreach ((OperationInput input, object? value) in values)
            input.Property.SetValue(request, value);
        return request;
    }

    private static string Describe(PipelineItem item)
    {
        string text = item.Text.ReplaceLineEndings(" ");
        return item.IsObject && item.Json is { } json
            ? $"an object of {string.Join(", ", json.EnumerateObject().Take(6).Select(p => p.Name))}"
            : $"'{(text.Length <= 60 ? text : $"{text[..57]}...")}'";
    }
}
