using System.Text;

namespace CloudEssentials.ClientGenerator;

/// <summary>How requests are written and responses read: one function a shape, for the shapes that are really sent or received.</summary>
internal static class WireEmitter
{
    internal static string Emit(ServiceModel model)
    {
        StringBuilder text = new("    internal static class Wire\n    {\n");
        text.AppendLine(Service(model));
        foreach (Operation operation in model.Operations) text.AppendLine(Call(model, operation));
        IEnumerable<Shape> sent = Shape.Closure(model.Operations.SelectMany(o => o.Input is { } input ? Roots(input) : []));
        foreach (Shape shape in Written(sent)) text.AppendLine(Write(model, "Write" + shape.Name, shape.Class, shape.Members));
        IEnumerable<Shape> received = Shape.Closure(model.Operations
            .SelectMany(o => o.Output is not { } output ? [] : o.Wrap is null ? Roots(output) : [output])
            .Concat(TypeEmitter.Errors(model).SelectMany(Roots)));
        foreach (Shape shape in Written(received)) text.AppendLine(Read(model, "Read" + shape.Name, shape.Class, shape.Members));
        return text.Append(Errors(model)).Append("    }").ToString();
    }

    private static IEnumerable<Shape> Roots(Shape shape) => shape.Members.Select(member => member.Shape);

    private static IEnumerable<Shape> Written(IEnumerable<Shape> shapes) => shapes.Where(shape => shape.Type == "structure" && shape.Inlined is null);

    private static string In(ServiceModel model) => model.IsXml ? "XmlIn" : "JsonIn";

    private static string Out(ServiceModel model) => model.IsXml ? "QueryOut" : "JsonOut";

    private static string Service(ServiceModel model) => model.IsXml
        ? $"        private static readonly QueryService Service = new(\"{model.Namespace}\", \"{model.ApiVersion}\", {(model.IsEc2 ? "true" : "false")}, Error);"
        : $"        private static readonly JsonService Service = new(\"{model.Namespace}\", \"{model.ApiVersion}\", {(model.TargetPrefix is { } target ? $"\"{target}\"" : "null")}, \"{model.JsonVersion}\", Error);";

    private static string Call(ServiceModel model, Operation operation)
    {
        StringBuilder text = new();
        string types = $"<{operation.Request}, {operation.Response}>";
        string arguments;
        if (model.IsRest)
        {
            bool body = BodyMembers(operation).Any() || operation.Input?.Payload is not null;
            arguments = $"\"{operation.Method}\", \"{operation.Path}\", Place{operation.Name}, {(body ? $"Write{operation.Request}" : "null")}, Read{operation.Response}";
            text.AppendLine(Place(operation));
            if (body) text.AppendLine(operation.Input!.Payload is { } payload ? WritePayload(operation, payload) : Write(model, $"Write{operation.Request}", operation.Request, BodyMembers(operation)));
            text.AppendLine(ReadRest(model, operation));
        }
        else
        {
            string wrapper = model.IsXml ? (operation.ResultWrapper is { } wrap ? $"\"{wrap}\", " : "null, ") : "";
            arguments = $"\"{operation.Name}\", Write{operation.Request}, {wrapper}Read{operation.Response}";
            text.AppendLine(Write(model, $"Write{operation.Request}", operation.Request, operation.Input?.Members ?? []));
            text.AppendLine(operation.Wrap is { } property
                ? $"        private static {operation.Response} Read{operation.Response}({In(model)} r) => new() {{ {property} = Read{operation.Output!.Name}(r) }};"
                : Read(model, $"Read{operation.Response}", operation.Response, operation.Output?.Members ?? []));
        }
        return text.Append($"        internal static Call<{operation.Request}> {operation.Name} => Service.Call{types}({arguments}{(operation.IsUnsigned ? ", unsigned: true" : "")});").ToString();
    }

    private static IEnumerable<Member> BodyMembers(Operation operation) => (operation.Input?.Members ?? []).Where(member => member.Location is null);

    private static string Place(Operation operation)
    {
        StringBuilder text = new($"        private static void Place{operation.Name}(RestOut o, {operation.Request} v)\n        {{\n");
        foreach (Member member in operation.Input?.Members ?? [])
        {
            string value = member.Shape.Type is "list" or "map" ? $"v.{member.Property}" : $"RestOut.Text({Value(member)})";
            string? line = member.Location switch
            {
                "uri" => $"o.Label(\"{member.WireName}\", {value}, {(operation.Path.Contains($"{{{member.WireName}+}}", StringComparison.Ordinal) ? "true" : "false")});",
                "querystring" => member.Shape.Type == "map" ? $"o.Query({value});" : $"o.Query(\"{member.WireName}\", {value});",
                "header" => $"o.Header(\"{member.WireName}\", {value});",
                null => null,
                var other => throw new GeneratorException($"{operation.Name}: members at the location '{other}' are not supported in requests."),
            };
            if (line is not null) text.AppendLine("            " + line);
        }
        return text.Append("        }").ToString();
    }

    private static string WritePayload(Operation operation, Member payload) => payload.Shape.Type != "structure"
        ? throw new GeneratorException($"{operation.Name}: a body that is not a structure is not supported.")
        : $"        private static void Write{operation.Request}(JsonOut w, {operation.Request} v) => Write{payload.Shape.Name}(w, v.{payload.Property} ?? new());";

    private static string Write(ServiceModel model, string function, string type, IEnumerable<Member> members)
    {
        StringBuilder text = new($"        private static void {function}({Out(model)} w, {type} v)\n        {{\n");
        if (!model.IsXml) text.AppendLine("            w.Begin();");
        foreach (Member member in members) text.AppendLine("            " + WriteMember(model, member));
        if (!model.IsXml) text.AppendLine("            w.End();");
        return text.Append("        }").ToString();
    }

    private static string Value(Member member) => member.IsToken ? $"v.{member.Property} ?? Guid.NewGuid().ToString()" : $"v.{member.Property}";

    private static string WriteMember(ServiceModel model, Member member)
    {
        string name = Name(model, member);
        string value = Value(member);
        if (member.Shape.Inlined is { } inlined) return model.IsXml
            ? $"w.Member(\"{name}.{inlined.FormName}\", {value});"
            : throw new GeneratorException($"{member.Property}: values of structures are supported in the query protocols alone.");
        return member.Shape.Type switch
        {
            "structure" => $"w.Structure(\"{name}\", {value}, Write{member.Shape.Name});",
            "list" => model.IsXml
                ? $"w.List(\"{name}\", {value}, {ItemName(model, member)}, {WriteItem(model, member.Shape.Item.Shape)});"
                : $"w.List(\"{name}\", {value}, {WriteItem(model, member.Shape.Item.Shape)});",
            "map" => model.IsXml
                ? $"w.Map(\"{name}\", {value}, {MapNames(member)}, {WriteItem(model, member.Shape.Item.Shape)});"
                : $"w.Map(\"{name}\", {value}, {WriteItem(model, member.Shape.Item.Shape)});",
            "timestamp" when !model.IsXml && member.TimestampFormat == "iso8601" => $"w.Member(\"{name}\", RestOut.Text({value}));",
            _ => $"w.Member(\"{name}\", {value});",
        };
    }

    private static string Name(ServiceModel model, Member member) => model.IsXml ? member.FormName : member.WireName;

    /// <summary>The element between a list's name and its number; ec2's lists and flattened ones have none.</summary>
    private static string ItemName(ServiceModel model, Member member) =>
        model.IsEc2 || member.IsFlat ? "null" : $"\"{member.Shape.LocationOf("member") ?? "member"}\"";

    private static string MapNames(Member member) =>
        $"{(member.IsFlat ? "null" : "\"entry\"")}, \"{member.Shape.LocationOf("key") ?? "key"}\", \"{member.Shape.LocationOf("value") ?? "value"}\"";

    private static string WriteItem(ServiceModel model, Shape item)
    {
        if (item.Inlined is { } inlined) return $"static (o, i) => o.Member(\"{inlined.FormName}\", i)";
        return item.Type switch
        {
            "structure" => $"Write{item.Name}",
            "list" => $"static (o, i) => o.List(i, {(model.IsXml ? $"{(model.IsEc2 || item.IsFlat ? "null" : $"\"{item.LocationOf("member") ?? "member"}\"")}, " : "")}{WriteItem(model, item.Item.Shape)})",
            "map" => model.IsXml
                ? throw new GeneratorException($"Maps inside lists ({item.Name}) are not supported in the query protocols.")
                : $"static (o, i) => o.Map(i, {WriteItem(model, item.Item.Shape)})",
            _ => "static (o, i) => o.Value(i)",
        };
    }

    private static string Read(ServiceModel model, string function, string type, IEnumerable<Member> members) =>
        $"        private static {type} {function}({In(model)} r) => new()\n        {{\n"
        + string.Concat(members.Select(member => $"            {member.Property} = {ReadMember(model, member)},\n"))
        + "        };";

    private static string ReadRest(ServiceModel model, Operation operation)
    {
        StringBuilder text = new($"        private static {operation.Response} Read{operation.Response}(JsonIn r, Amazon.Runtime.Internal.Transform.IWebResponseData h) => new()\n        {{\n");
        string? payload = operation.Output?.Payload?.ModelName;
        foreach (Member member in operation.Output?.Members ?? [])
        {
            string read = member.Location switch
            {
                "header" => $"h.{Scalar(member.Shape)}(\"{member.WireName}\")",
                "statusCode" => "(int)h.StatusCode",
                null => payload == member.ModelName ? $"Read{member.Shape.Name}(r)" : ReadMember(model, member),
                var other => throw new GeneratorException($"{operation.Name}: members at the location '{other}' are not supported in responses."),
            };
            text.AppendLine($"            {member.Property} = {read},");
        }
        return text.Append("        };").ToString();
    }

    private static string ReadMember(ServiceModel model, Member member)
    {
        string name = member.WireName;
        if (member.Shape.Inlined is { } inlined) return $"r.Member(\"{name}\")?.{Scalar(inlined.Shape)}(\"{inlined.WireName}\")";
        return member.Shape.Type switch
        {
            "structure" => $"r.Structure(\"{name}\", Read{member.Shape.Name})",
            "list" => model.IsXml
                ? $"r.List(\"{name}\", {(member.IsFlat ? "null" : $"\"{member.Shape.LocationOf("member") ?? "member"}\"")}, {ReadItem(model, member.Shape.Item.Shape)})"
                : $"r.List(\"{name}\", {ReadItem(model, member.Shape.Item.Shape)})",
            "map" => model.IsXml
                ? $"r.Map(\"{name}\", {MapNames(member)}, {ReadItem(model, member.Shape.Item.Shape)})"
                : $"r.Map(\"{name}\", {ReadItem(model, member.Shape.Item.Shape)})",
            _ => $"r.{Scalar(member.Shape)}(\"{name}\")",
        };
    }

    private static string ReadItem(ServiceModel model, Shape item)
    {
        if (item.Inlined is { } inlined) return $"static i => i.{Scalar(inlined.Shape)}(\"{inlined.WireName}\")";
        return item.Type switch
        {
            "structure" => $"Read{item.Name}",
            "list" => $"static i => i.AsList({(model.IsXml ? $"\"{item.LocationOf("member") ?? "member"}\", " : "")}{ReadItem(model, item.Item.Shape)})",
            "map" => model.IsXml
                ? $"static i => i.AsMap(\"entry\", \"{item.LocationOf("key") ?? "key"}\", \"{item.LocationOf("value") ?? "value"}\", {ReadItem(model, item.Item.Shape)})"
                : $"static i => i.AsMap({ReadItem(model, item.Item.Shape)})",
            _ => $"static i => i.As{Scalar(item)}",
        };
    }

    private static string Scalar(Shape shape) => shape.CSharp(true) switch
    {
        "int" => "Int32",
        "long" => "Int64",
        "bool" => "Boolean",
        "double" => "Double",
        "float" => "Single",
        "DateTime" => "DateTime",
        "MemoryStream" => "Blob",
        _ => "String",
    };

    private static string Errors(ServiceModel model)
    {
        StringBuilder text = new($"        private static AmazonServiceException Error(WireError e, {In(model)} r) => e.Code switch\n        {{\n");
        const string Arguments = "e.Message, e.Inner, e.Type, e.Code, e.RequestId, e.Status";
        foreach (Shape error in TypeEmitter.Errors(model).DistinctBy(error => error.ErrorCode))
        {
            string codes = error.ErrorCode == error.Name ? $"\"{error.Name}\"" : $"\"{error.ErrorCode}\" or \"{error.Name}\"";
            string extra = string.Join(", ", TypeEmitter.ExtraMembers(error).Select(member => $"{member.Property} = {ReadMember(model, member)}"));
            text.AppendLine($"            {codes} => new {error.ExceptionClass}({Arguments}){(extra.Length > 0 ? $" {{ {extra} }}" : "")},");
        }
        text.AppendLine($"            _ => new {model.ExceptionBase}({Arguments}),");
        return text.AppendLine("        };").ToString();
    }
}
