using System.Collections;
using System.Text.Json;
using CloudEssentials.Cli.Binding;
using CloudEssentials.Operations;
using CloudEssentials.Policies;

namespace CloudEssentials.Tests.Cli;

public sealed class ValueConverterTests
{
    [Theory]
    [InlineData("5", typeof(int), 5)]
    [InlineData("2.5", typeof(double?), 2.5)]
    [InlineData("$true", typeof(bool), true)]
    [InlineData("medium", typeof(ChangeImpact), ChangeImpact.Medium)]
    [InlineData("x,y", typeof(string), "x,y")]
    public void Text_becomes_the_value_that_the_input_takes(string text, Type type, object expected) =>
        Assert.Equal(expected, ValueConverter.FromText("Input", [text], type, documents: false));

    [Fact]
    public void A_hashtable_is_written_as_JSON_and_its_keys_are_of_any_case()
    {
        Hashtable table = Assert.IsType<Hashtable>(ValueConverter.FromText("Weight", ["{\"Latency\": 2, \"Tags\": [\"a\"]}"], typeof(Hashtable), documents: false));

        Assert.Equal(2L, table["latency"]);
        Assert.Equal(new object[] { "a" }, table["Tags"]);
    }

    [Fact]
    public void A_type_that_can_parse_itself_does() =>
        Assert.IsType<PolicyDocument>(ValueConverter.FromText("PolicyDocument", ["{\"Version\":\"2012-10-17\",\"Statement\":[]}"], typeof(PolicyDocument), documents: false));

    [Fact]
    public void A_document_keeps_its_text_so_that_a_finding_can_name_the_line() =>
        Assert.Equal("{\n}", ValueConverter.FromText("PolicyDocument", ["{\n}"], typeof(object), documents: true));

    [Theory]
    [InlineData("five", typeof(int))]
    [InlineData("{ not json", typeof(Hashtable))]
    [InlineData("sometimes", typeof(ChangeImpact))]
    public void A_value_that_cannot_be_is_named_with_its_parameter(string text, Type type)
    {
        CloudException exception = Assert.Throws<CloudException>(() => ValueConverter.FromText("Input", [text], type, documents: false));

        Assert.Equal("ParameterArgumentTransformationError", exception.ErrorId);
        Assert.Contains("-Input", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_piped_object_shows_its_properties_in_any_case_at_every_level()
    {
        using JsonDocument json = JsonDocument.Parse("{\"Placement\":{\"AvailabilityZone\":\"us-east-1a\"}}");

        PipedObject item = Assert.IsType<PipedObject>(ValueConverter.FromJson("Input", json.RootElement, typeof(object)));

        Assert.Equal("us-east-1a", Assert.IsType<PipedObject>(item["placement"])["availabilityzone"]);
    }
}
