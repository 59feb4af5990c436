using CloudEssentials.Cli.Views;

namespace CloudEssentials.Tests.Cli;

public sealed class ViewExpressionTests
{
    private sealed record Zone(string Name, int Number);

    private sealed record Map(string Region, Zone[] Zones, Zone? First);

    private static readonly Map _map = new("us-east-1", [new("a", 1), new("b", 2)], new("a", 1));

    [Theory]
    [InlineData("$_.Region", "us-east-1")]
    [InlineData("$_.First.Name", "a")]
    [InlineData("$_.Zones.Name -join ' '", "a b")]
    [InlineData("($_.Zones.Number) -join \",\"", "1,2")]
    [InlineData("$_.Zones.Count", "2")]
    [InlineData("$_.Region.Missing", "")]
    public void The_forms_of_the_views_give_what_PowerShell_gives(string script, string expected) =>
        Assert.Equal(expected, CellText.Of(ViewExpression.Parse(script).Evaluate(_map)));

    [Fact]
    public void Another_form_is_refused_with_the_forms_that_there_are() =>
        Assert.Contains("-join", Assert.Throws<FormatException>(() => ViewExpression.Parse("if ($_.A) { 1 }")).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_view_of_the_module_can_be_shown_here() => Assert.NotEmpty(ViewLibrary.All);
}
