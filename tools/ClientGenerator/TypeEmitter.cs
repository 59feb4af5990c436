using System.Text;

namespace CloudEssentials.ClientGenerator;

/// <summary>The public data types: requests, responses, structures, exceptions, enumerations.</summary>
internal static class TypeEmitter
{
    internal static string Enums(ServiceModel model)
    {
        StringBuilder text = new();
        foreach (Shape shape in AllShapes(model).Where(shape => shape.IsEnum && shape.EnumValues.Any())) text.AppendLine(Enum(shape));
        return text.ToString();
    }

    internal static string Types(ServiceModel model)
    {
        StringBuilder text = new();
        foreach (Operation operation in model.Operations)
        {
            text.AppendLine(Class(model, operation.Request, $"Amazon{model.BaseName}Request", operation.Input?.Members ?? []));
            text.AppendLine(operation.Wrap is { } wrap
                ? $"    public partial class {operation.Response} : AmazonWebServiceResponse\n    {{\n        public {operation.Output!.Class} {wrap} {{ get; set; }}\n    }}"
                : Class(model, operation.Response, "AmazonWebServiceResponse", operation.Output?.Members ?? []));
        }
        foreach (Shape shape in Structures(model)) text.AppendLine(Class(model, shape.Class, null, shape.Members));
        foreach (Shape error in Errors(model).OrderByDescending(error => error.Members.Count()).DistinctBy(error => error.ExceptionClass)) text.AppendLine(Exception(model, error));
        return text.ToString();
    }

    internal static string ExceptionConstructors(string name) => string.Join('\n', new[]
    {
        $"public {name}() {{ }}",
        $"public {name}(string message) : base(message) {{ }}",
        $"public {name}(string message, Exception innerException) : base(message, innerException) {{ }}",
        $"public {name}(Exception innerException) : base(innerException) {{ }}",
        $"public {name}(string message, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, errorType, errorCode, requestId, statusCode) {{ }}",
        $"public {name}(string message, Exception innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode) : base(message, innerException, errorType, errorCode, requestId, statusCode) {{ }}",
    }.Select(line => "        " + line));

    internal static IEnumerable<Shape> Errors(ServiceModel model) =>
        model.Operations.SelectMany(operation => operation.Errors).DistinctBy(error => error.Name).OrderBy(error => error.Name, StringComparer.Ordinal);

    /// <summary>The structures that are classes of their own: neither the outside of a request or a response nor shown as a value.</summary>
    internal static IEnumerable<Shape> Structures(ServiceModel model)
    {
        HashSet<string> outer = [.. model.Operations.Select(o => o.Input?.Name).OfType<string>(), .. model.Operations.Where(o => o.Wrap is null).Select(o => o.Output?.Name).OfType<string>()];
        IEnumerable<Shape> wrapped = model.Operations.Where(o => o.Wrap is not null).Select(o => o.Output!);
        IEnumerable<Shape> roots = Roots(model);
        return Shape.Closure(roots.SelectMany(Inner).Concat(wrapped))
            .Where(shape => shape.Type == "structure" && shape.Inlined is null && shape.Facts["exception"] is null)
            .Where(shape => !outer.Contains(shape.Name) || roots.SelectMany(Inner).Any(inner => inner.Name == shape.Name))
            .DistinctBy(shape => shape.Class);
    }

    private static IEnumerable<Shape> Inner(Shape root) => root.Members.Select(member => member.Shape);

    private static IEnumerable<Shape> AllShapes(ServiceModel model) => Shape.Closure(Roots(model));

    private static IEnumerable<Shape> Roots(ServiceModel model) =>
        model.Operations.SelectMany(o => new[] { o.Input, o.Output }.OfType<Shape>().Concat(o.Errors)).DistinctBy(shape => shape.Name);

    private static string Class(ServiceModel model, string name, string? baseClass, IEnumerable<Member> members)
    {
        StringBuilder text = new($"    public partial class {name}{(baseClass is null ? "" : $" : {baseClass}")}\n    {{\n");
        foreach (string constructor in Constructors(model, name, [.. members])) text.AppendLine("        " + constructor);
        foreach (Member member in members) text.AppendLine("        " + Property(member));
        return text.Append("    }").ToString();
    }

    private static IEnumerable<string> Constructors(ServiceModel model, string name, Member[] members)
    {
        Member[][] forms = [.. model.Constructors(name).Select(form => form.Select(set => members.Single(m => m.Property == set)).ToArray())];
        if (forms.Length > 0) yield return $"public {name}() {{ }}";
        foreach (Member[] form in forms)
        {
            string parameters = string.Join(", ", form.Select(m => $"{m.CSharp} {Naming.Camel(m.Property)}"));
            yield return $"public {name}({parameters}) {{ {string.Join(' ', form.Select(m => $"{m.Property} = {Naming.Camel(m.Property)};"))} }}";
        }
    }

    private static string Property(Member member) => $"public {member.CSharp} {member.Property} {{ get; set; }}" + member.Shape.Type switch
    {
        "list" => $" = Collections.List<{member.Shape.Item.Shape.CSharp(true)}>();",
        "map" => $" = Collections.Map<{member.Shape.Item.Shape.CSharp(true)}>();",
        _ => "",
    };

    private static string Exception(ServiceModel model, Shape error)
    {
        StringBuilder text = new($"    public partial class {error.ExceptionClass} : {model.ExceptionBase}\n    {{\n");
        text.AppendLine(ExceptionConstructors(error.ExceptionClass));
        foreach (Member member in ExtraMembers(error)) text.AppendLine("        " + Property(member));
        if (error.Facts["retryable"] is { } retryable)
        {
            string throttling = retryable["throttling"] is { } t && (bool)t ? "true" : "false";
            text.AppendLine($"        public override RetryableDetails Retryable => new({throttling});");
        }
        return text.Append("    }").ToString();
    }

    /// <summary>What an error says beside its message.</summary>
    internal static IEnumerable<Member> ExtraMembers(Shape error) =>
        error.Members.Where(member => !member.Property.Equals("Message", StringComparison.Ordinal));

    private static string Enum(Shape shape)
    {
        StringBuilder text = new($"    public class {shape.Class} : ConstantClass\n    {{\n");
        foreach (string value in shape.EnumValues.DistinctBy(Naming.Constant).OrderBy(Naming.Constant, StringComparer.Ordinal))
        {
            text.AppendLine($"        public static readonly {shape.Class} {Naming.Constant(value)} = new({Naming.Literal(value)});");
        }
        text.AppendLine($"        public {shape.Class}(string value) : base(value) {{ }}");
        text.AppendLine($"        public static {shape.Class} FindValue(string value) => FindValue<{shape.Class}>(value);");
        text.AppendLine($"        public static implicit operator {shape.Class}(string value) => FindValue(value);");
        return text.Append("    }").ToString();
    }
}
