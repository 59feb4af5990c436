using System.Text.RegularExpressions;
using CloudEssentials.HelpBuilder.Cmdlets;
using CloudEssentials.Operations;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.House;

/// <summary>A cmdlet and its request are two faces of one thing, and neither may drift.</summary>
public sealed partial class CmdletContractTests
{
    private static readonly string[] _plainTypes = ["System.String", "System.Boolean", "System.Int32"];

    public static TheoryData<string> Cmdlets => CompiledModule.CmdletNames;

    [Fact]
    public void Every_operation_has_a_cmdlet_and_every_cmdlet_an_operation() =>
        Assert.Equal(OperationDescriptor.All.Select(o => o.Name), CompiledModule.Cmdlets.Select(c => c.Name));

    [Fact]
    public void The_manifest_exports_each_cmdlet_by_name_and_nothing_else()
    {
        string manifest = File.ReadAllText(Path.Combine(CompiledModule.Root, "CloudEssentials.psd1"));
        string list = CmdletsToExport().Match(manifest).Groups["list"].Value;

        Assert.Equal(CompiledModule.Cmdlets.Select(c => c.Name), Quoted().Matches(list).Select(m => m.Groups["name"].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Parameters_are_the_inputs_of_the_request(string name)
    {
        CmdletDescription cmdlet = CompiledModule.Cmdlet(name);
        OperationDescriptor operation = CompiledModule.Operation(name);

        Assert.Equal(operation.RequestType.FullName, cmdlet.RequestType);
        Assert.Equal(
            operation.Inputs.Select(Describe).Order(StringComparer.Ordinal),
            cmdlet.Parameters.Where(p => !p.IsCommon).Select(Describe).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_changes_something_asks_first_and_what_reads_does_not(string name)
    {
        CmdletDescription cmdlet = CompiledModule.Cmdlet(name);
        ChangeImpact impact = CompiledModule.Operation(name).Declaration.Impact;

        Assert.Equal(impact != ChangeImpact.None, cmdlet.SupportsShouldProcess);
        if (cmdlet.SupportsShouldProcess)
            Assert.Equal(impact.ToString(), cmdlet.ConfirmImpact);
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void What_it_says_it_gives_it_gives_and_each_has_a_view(string name)
    {
        CmdletDescription cmdlet = CompiledModule.Cmdlet(name);

        Assert.NotEmpty(cmdlet.OutputTypes);
        if (cmdlet.ResultType != typeof(object).FullName)
            Assert.Contains(cmdlet.ResultType, cmdlet.OutputTypes);
        Assert.Empty(cmdlet.OutputTypes.Except(_plainTypes).Except(CompiledModule.ViewedTypes));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Its_verb_is_approved_and_its_class_is_named_after_it(string name)
    {
        CmdletDescription cmdlet = CompiledModule.Cmdlet(name);

        Assert.Contains(cmdlet.Verb, CmdletReader.ApprovedVerbs(Path.Combine(CompiledModule.Root, "lib")));
        Assert.EndsWith($".{cmdlet.Verb}{cmdlet.Noun}Command", cmdlet.ClassName, StringComparison.Ordinal);
    }

    private static string Describe(OperationInput input)
    {
        Type type = Nullable.GetUnderlyingType(input.Type) ?? input.Type;
        return Line(
            input.Name,
            input.IsSwitch ? "switch" : type.FullName!,
            input.Declaration.Aliases,
            input.Declaration.Sets,
            input.Declaration.Position,
            input.Declaration.Mandatory,
            input.Declaration.Pipeline.HasFlag(PipelineInput.ByValue),
            input.Declaration.Pipeline.HasFlag(PipelineInput.ByPropertyName));
    }

    private static string Describe(ParameterDescription parameter)
    {
        ParameterSetEntry first = parameter.Sets[0];
        Assert.All(parameter.Sets, entry => Assert.Equal(first with { Set = entry.Set }, entry));
        return Line(
            parameter.Name,
            parameter.IsSwitch ? "switch" : parameter.FullType,
            parameter.Aliases,
            [.. parameter.Sets.Select(s => s.Set).OfType<string>()],
            first.Position ?? -1,
            first.Mandatory,
            first.ByValue,
            first.ByPropertyName);
    }

    private static string Line(string name, string type, IReadOnlyList<string> aliases, string[] sets, int position, bool mandatory, bool byValue, bool byName) =>
        $"{name} {type} aliases({string.Join(',', aliases)}) sets({string.Join(',', sets.Order(StringComparer.Ordinal))}) position {position} mandatory {mandatory} pipeline {byValue} {byName}";

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\((?<list>[^)]*)\)")]
    private static partial Regex CmdletsToExport();

    [GeneratedRegex("'(?<name>[^']+)'")]
    private static partial Regex Quoted();
}
