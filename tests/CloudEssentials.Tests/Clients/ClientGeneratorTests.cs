using System.Reflection;
using System.Text.Json.Nodes;
using CloudEssentials.ClientGenerator;

namespace CloudEssentials.Tests.Clients;

public sealed class ClientGeneratorTests : IDisposable
{
    private static readonly string Tool = typeof(ClientGeneratorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "ClientGenerator").Value!;

    private readonly string _folder = Directory.CreateTempSubdirectory("clients").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Names => Path.Combine(Tool, "dotnet.json");

    [Fact]
    public void The_models_in_the_repository_hold_what_the_list_says_and_nothing_else()
    {
        foreach ((string service, IReadOnlyList<string> operations) in OperationList.Read(Path.Combine(Tool, "operations.txt")))
        {
            string path = Path.Combine(_folder, service + ".json");
            string stored = Path.Combine(Tool, "Models", service + ".json");
            File.Copy(stored, path);
            new ModelStore(_folder, refresh: false).Load(service, operations, Names);
            Assert.Equal(File.ReadAllText(stored).ReplaceLineEndings("\n"), File.ReadAllText(path));
        }
    }

    [Fact]
    public void An_operation_taken_from_the_list_leaves_the_model_with_its_shapes()
    {
        File.Copy(Path.Combine(Tool, "Models", "ec2.json"), Path.Combine(_folder, "ec2.json"));
        new ModelStore(_folder, refresh: false).Load("ec2", ["DescribeRegions"], Names);
        string left = File.ReadAllText(Path.Combine(_folder, "ec2.json"));
        Assert.Contains("DescribeRegionsRequest", left, StringComparison.Ordinal);
        Assert.DoesNotContain("AvailabilityZone", left, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_model_makes_the_same_client()
    {
        File.Copy(Path.Combine(Tool, "Models", "pricing.json"), Path.Combine(_folder, "pricing.json"));
        ServiceModel model = new ModelStore(_folder, refresh: false).Load("pricing", ["GetProducts"], Names);
        Assert.Equal(ClientEmitter.Emit(model), ClientEmitter.Emit(model));
    }

    [Theory]
    [InlineData("ec2", "is not of the form")]
    [InlineData("ec2 DescribeRegions please", "is not of the form")]
    public void A_line_that_is_not_a_service_and_an_operation_is_an_error(string line, string expected)
    {
        string list = Path.Combine(_folder, "operations.txt");
        File.WriteAllText(list, $"# a comment\n\n{line}\n");
        GeneratorException error = Assert.Throws<GeneratorException>(() => OperationList.Read(list).ToList());
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_without_a_NET_name_says_where_it_belongs()
    {
        GeneratorException error = Assert.Throws<GeneratorException>(() => new ModelStore(_folder, refresh: false).Load("no-such-service", ["Get"], Names));
        Assert.Contains("no-such-service", error.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet.json", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void An_operation_that_AWS_does_not_have_is_an_error_that_knows_its_spelling()
    {
        JsonObject model = JsonNode.Parse(File.ReadAllText(Path.Combine(Tool, "Models", "ec2.json")))!.AsObject();
        GeneratorException error = Assert.Throws<GeneratorException>(() => Trimmer.Trim(model, "ec2", ["describeRegions"]));
        Assert.Contains("'DescribeRegions'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_makes_a_call_repeatable_is_made_up_where_the_caller_gives_none()
    {
        string client = ClientEmitter.Emit(Made());
        Assert.Contains("w.Member(\"ClientToken\", v.ClientToken ?? Guid.NewGuid().ToString());", client, StringComparison.Ordinal);
    }

    [Fact]
    public void An_operation_without_authentication_is_not_signed()
    {
        Assert.DoesNotContain("unsigned: true", ClientEmitter.Emit(Made()), StringComparison.Ordinal);
        Assert.Contains("unsigned: true", ClientEmitter.Emit(Made(model => model["operations"]!["Start"]!["authtype"] = "none")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pathAll", "Things[].State", "Waiter.All(new[] { p }.SelectMany(x => x.Things ?? []).Select(x => x.State)")]
    [InlineData("pathAny", "Things[].State", ".Any(v => v == \"ready\")")]
    [InlineData("path", "length(Things[]) > `0`", ".Count() > 0)")]
    public void A_waiters_path_becomes_code(string matcher, string argument, string expected) =>
        Assert.Contains(expected, WaiterEmitter.Emit(Made(model => Wait(model, matcher, argument)))!, StringComparison.Ordinal);

    [Theory]
    [InlineData("path", "Things[?State=='ready']", "Things[?State=='ready']")]
    [InlineData("guess", "Things[].State", "guess")]
    public void A_waiter_that_the_generator_cannot_express_is_an_error_that_quotes_it(string matcher, string argument, string quoted)
    {
        GeneratorException error = Assert.Throws<GeneratorException>(() => WaiterEmitter.Emit(Made(model => Wait(model, matcher, argument))));
        Assert.Contains(quoted, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_protocol_that_no_client_speaks_is_an_error()
    {
        GeneratorException error = Assert.Throws<GeneratorException>(() => Made(model => model["metadata"]!["protocol"] = "rest-xml"));
        Assert.Contains("rest-xml", error.Message, StringComparison.Ordinal);
    }

    private static void Wait(JsonObject model, string matcher, string argument)
    {
        JsonNode acceptor = model["waiters"]!["ThingReady"]!["acceptors"]![0]!;
        acceptor["matcher"] = matcher;
        acceptor["argument"] = argument;
    }

    /// <summary>A service that no one has.</summary>
    private static ServiceModel Made(Action<JsonObject>? change = null)
    {
        JsonObject model = JsonNode.Parse("""
            {
              "metadata": { "protocol": "query", "apiVersion": "2026-01-01", "endpointPrefix": "things", "serviceId": "Things" },
              "operations": { "Start": { "name": "Start", "http": { "method": "POST", "requestUri": "/" }, "input": { "shape": "In" }, "output": { "shape": "Out", "resultWrapper": "StartResult" } } },
              "shapes": {
                "In": { "type": "structure", "members": { "ClientToken": { "shape": "Text", "idempotencyToken": true } } },
                "Out": { "type": "structure", "members": { "Things": { "shape": "ThingList" } } },
                "ThingList": { "type": "list", "member": { "shape": "Thing" } },
                "Thing": { "type": "structure", "members": { "State": { "shape": "Text" } } },
                "Text": { "type": "string" }
              },
              "paginators": {},
              "waiters": { "ThingReady": { "operation": "Start", "delay": 1, "maxAttempts": 2, "acceptors": [{ "state": "success", "matcher": "pathAll", "argument": "Things[].State", "expected": "ready" }] } },
              "endpointRules": { "parameters": {}, "rules": [] }
            }
            """)!.AsObject();
        change?.Invoke(model);
        return new("things", model, new() { ["namespace"] = "Amazon.Things", ["baseName"] = "Things" });
    }

    [Theory]
    [InlineData("opt-in-not-required", "OptInNotRequired")]
    [InlineData("t3.micro", "T3Micro")]
    [InlineData("text/csv", "TextCsv")]
    [InlineData("COMPLETE", "COMPLETE")]
    public void Constants_are_named_as_the_official_packages_name_them(string value, string name) => Assert.Equal(name, Naming.Constant(value));
}
