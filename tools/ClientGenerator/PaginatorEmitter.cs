using System.Text;
using System.Text.Json.Nodes;

namespace CloudEssentials.ClientGenerator;

/// <summary>Paginators, named as the official packages name them: client.Paginators.ListUsers(request).Users.</summary>
internal static class PaginatorEmitter
{
    internal static string Emit(ServiceModel model)
    {
        StringBuilder members = new(), factory = new(), classes = new();
        foreach ((Operation operation, JsonObject facts) in model.Paginators)
        {
            members.AppendLine($"        I{operation.Name}Paginator {operation.Name}({operation.Request} request);");
            factory.AppendLine($"        public I{operation.Name}Paginator {operation.Name}({operation.Request} request) => new {operation.Name}Paginator(client, request);");
            classes.AppendLine(Paginator(model, operation, facts));
        }
        return classes.Length == 0 ? "" : $$"""
                public partial interface I{{model.PaginatorFactory}}
                {
            {{members}}    }

                internal sealed class {{model.PaginatorFactory}}({{model.Interface}} client) : I{{model.PaginatorFactory}}
                {
            {{factory}}    }

            {{classes}}
            """;
    }

    private static string Paginator(ServiceModel model, Operation operation, JsonObject facts)
    {
        (string Name, string Type, string Path)[] items = [.. Names(facts["result_key"]).Select(key => Item(operation, key)).OfType<(string, string, string)>()];
        string properties = string.Concat(items.Select(i => $"        IPaginatedEnumerable<{i.Type}> {i.Name} {{ get; }}\n"));
        string bodies = string.Concat(items.Select(i => $"        public IPaginatedEnumerable<{i.Type}> {i.Name} => Items(page => page.{i.Path});\n"));
        return $$"""
                public partial interface I{{operation.Name}}Paginator
                {
                    IPaginatedEnumerable<{{operation.Response}}> Responses { get; }
            {{properties}}    }

                internal sealed class {{operation.Name}}Paginator({{model.Interface}} client, {{operation.Request}} request)
                    : Pages<{{operation.Request}}, {{operation.Response}}>(request, client.{{operation.Name}}Async, {{Advance(operation, facts)}}), I{{operation.Name}}Paginator
                {
            {{bodies}}    }

            """;
    }

    private static string Advance(Operation operation, JsonObject facts)
    {
        string[] inputs = [.. Names(facts["input_token"]).Select(token => Path(operation.Input!, token))];
        string[] outputs = [.. Names(facts["output_token"]).Select(token => Path(operation.Output!, token))];
        string carry = string.Concat(inputs.Zip(outputs, (input, output) => $"q.{input} = p.{output}; "));
        string more = facts["more_results"] is { } flag
            ? $"p.{Path(operation.Output!, (string)flag!)} == true"
            : string.Join(" || ", outputs.Select(output => $"!string.IsNullOrEmpty(p.{output})"));
        return $"static (q, p) => {{ {carry}return {more}; }}";
    }

    private static IEnumerable<string> Names(JsonNode? node) => node switch
    {
        null => [],
        JsonArray array => array.Select(item => (string)item!),
        _ => [(string)node!],
    };

    private static (string Name, string Type, string Path)? Item(Operation operation, string key)
    {
        Member last = Walk(operation.Output!, key).Last();
        return last.Shape.Type == "list" ? (last.Property, last.Shape.Item.Shape.CSharp(true), Path(operation.Output!, key)) : null;
    }

    private static string Path(Shape shape, string path) => string.Join("?.", Walk(shape, path).Select(member => member.Property));

    private static List<Member> Walk(Shape shape, string path)
    {
        List<Member> walked = [];
        foreach (string step in path.Split('.'))
        {
            Member member = shape.Members.SingleOrDefault(m => m.ModelName == step)
                ?? throw new GeneratorException($"The paginator's path '{path}' is not a plain path of members of {shape.Name}.");
            walked.Add(member);
            shape = member.Shape;
        }
        return walked;
    }
}
