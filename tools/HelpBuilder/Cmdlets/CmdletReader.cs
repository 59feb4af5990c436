using System.Reflection;

namespace CloudEssentials.HelpBuilder.Cmdlets;

/// <summary>
/// Reads cmdlets from the compiled module as metadata. PowerShell's reference assembly only names types here; it is
/// never loaded to run.
/// </summary>
public static class CmdletReader
{
    private const string Automation = "System.Management.Automation";
    private const string Suffix = "Command";

    /// <summary>Reads every cmdlet of the module.</summary>
    /// <param name="libFolder">The folder of CloudEssentials.dll.</param>
    public static IReadOnlyList<CmdletDescription> Read(string libFolder)
    {
        using MetadataLoadContext context = new(new PathAssemblyResolver(Assemblies(libFolder)), typeof(object).Assembly.GetName().Name);
        RequestDefaults defaults = new(libFolder);
        Assembly operations = context.LoadFromAssemblyPath(Path.Combine(libFolder, "CloudEssentials.Operations.dll"));
        return [.. context.LoadFromAssemblyPath(Path.Combine(libFolder, "CloudEssentials.dll")).GetTypes()
            .Where(type => !type.IsAbstract && Find(type.CustomAttributes, "CmdletAttribute") is not null)
            .Select(type => Describe(type, operations, defaults))
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];
    }

    /// <summary>The verbs that PowerShell approves of.</summary>
    /// <param name="libFolder">The folder of CloudEssentials.dll.</param>
    public static IReadOnlySet<string> ApprovedVerbs(string libFolder)
    {
        using MetadataLoadContext context = new(new PathAssemblyResolver(Assemblies(libFolder)), typeof(object).Assembly.GetName().Name);
        return context.LoadFromAssemblyName(Automation).GetTypes()
            .Where(type => type.Namespace == Automation && type.Name.StartsWith("Verbs", StringComparison.Ordinal))
            .SelectMany(type => type.GetFields().Where(field => field.IsLiteral).Select(field => (string)field.GetRawConstantValue()!))
            .ToHashSet();
    }

    private static IEnumerable<string> Assemblies(string libFolder)
    {
        string[] folders = [libFolder, Path.Combine(libFolder, "dependencies"), Path.Combine(AppContext.BaseDirectory, "reference"), Path.GetDirectoryName(typeof(object).Assembly.Location)!];
        return folders.SelectMany(folder => Directory.GetFiles(folder, "*.dll")).DistinctBy(Path.GetFileName);
    }

    private static CmdletDescription Describe(Type type, Assembly operations, RequestDefaults defaults)
    {
        CustomAttributeData cmdlet = Find(type.CustomAttributes, "CmdletAttribute")!;
        Type? contract = ContractOf(type, operations);
        string? request = contract?.GenericTypeArguments[0].FullName;
        bool changes = Named(cmdlet, "SupportsShouldProcess", false);
        ParameterDescription[] parameters =
        [
            .. type.GetProperties()
                .Where(property => Find(property.CustomAttributes, "ParameterAttribute") is not null)
                .Select(property => Describe(property, request is null ? "" : defaults.Of(request, property.Name))),
        ];
        return new()
        {
            Verb = (string)cmdlet.ConstructorArguments[0].Value!,
            Noun = (string)cmdlet.ConstructorArguments[1].Value!,
            ClassName = type.FullName!,
            RequestType = request,
            ResultType = contract?.GenericTypeArguments[1].FullName,
            DefaultSet = Named(cmdlet, "DefaultParameterSetName", "__AllParameterSets")!,
            SupportsShouldProcess = changes,
            ConfirmImpact = cmdlet.NamedArguments.Where(a => a.MemberName == "ConfirmImpact").Select(a => EnumName(a.TypedValue)).FirstOrDefault() ?? "Medium",
            OutputTypes = [.. type.CustomAttributes.Where(a => a.AttributeType.Name == "OutputTypeAttribute").SelectMany(OutputTypes).Distinct()],
            Parameters = changes ? [.. parameters, Common("Confirm", "cf"), Common("WhatIf", "wi")] : parameters,
        };
    }

    // The operation has the cmdlet's name, in the room of the same name.
    private static Type? ContractOf(Type type, Assembly operations)
    {
        string name = type.FullName!.Replace(".Module.", ".Operations.", StringComparison.Ordinal);
        return operations.GetType(name[..^Suffix.Length])?.GetInterfaces().FirstOrDefault(contract => contract.IsGenericType && contract.Name.StartsWith("IOperation", StringComparison.Ordinal));
    }

    private static ParameterDescription Describe(PropertyInfo property, string defaultValue)
    {
        Type type = Underlying(property.PropertyType);
        Type element = type.IsArray ? Underlying(type.GetElementType()!) : type;
        CustomAttributeData[] declarations = [.. property.CustomAttributes.Where(a => a.AttributeType.FullName == $"{Automation}.ParameterAttribute")];
        CustomAttributeData? values = Find(property.CustomAttributes, "ValidateSetAttribute");
        return new()
        {
            Name = property.Name,
            FullType = type.FullName!,
            ShortType = ShortName(type),
            IsSwitch = type.Name == "SwitchParameter",
            SupportsWildcards = Find(property.CustomAttributes, "SupportsWildcardsAttribute") is not null,
            DontShow = declarations.Any(d => Named(d, "DontShow", false)),
            Aliases = Find(property.CustomAttributes, "AliasAttribute") is { } alias ? [.. Strings(alias.ConstructorArguments[0])] : [],
            AcceptedValues = values is not null ? [.. Strings(values.ConstructorArguments[0])] : element.IsEnum ? [.. element.GetFields().Where(f => f.IsLiteral).Select(f => f.Name)] : [],
            DefaultValue = defaultValue,
            Sets = [.. declarations.Select(Entry)],
        };
    }

    private static ParameterDescription Common(string name, string alias) => new()
    {
        Name = name,
        FullType = $"{Automation}.SwitchParameter",
        ShortType = "SwitchParameter",
        IsSwitch = true,
        IsCommon = true,
        Aliases = [alias],
        DefaultValue = "False",
        Sets = [new(null, null, false, false, false, false)],
    };

    private static ParameterSetEntry Entry(CustomAttributeData declaration)
    {
        string set = Named(declaration, "ParameterSetName", "__AllParameterSets")!;
        int position = Named(declaration, "Position", int.MinValue);
        return new(
            set == "__AllParameterSets" ? null : set,
            position == int.MinValue ? null : position,
            Named(declaration, "Mandatory", false),
            Named(declaration, "ValueFromPipeline", false),
            Named(declaration, "ValueFromPipelineByPropertyName", false),
            Named(declaration, "ValueFromRemainingArguments", false));
    }

    private static IEnumerable<string> OutputTypes(CustomAttributeData attribute) =>
        attribute.ConstructorArguments[0].Value is IEnumerable<CustomAttributeTypedArgument> types
            ? types.Select(type => type.Value is Type named ? named.FullName! : (string)type.Value!)
            : [];

    private static IEnumerable<string> Strings(CustomAttributeTypedArgument argument) =>
        ((IEnumerable<CustomAttributeTypedArgument>)argument.Value!).Select(item => (string)item.Value!);

    private static string? EnumName(CustomAttributeTypedArgument argument) =>
        argument.ArgumentType.GetFields().FirstOrDefault(f => f.IsLiteral && Equals(f.GetRawConstantValue(), argument.Value))?.Name;

    private static Type Underlying(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition().FullName == "System.Nullable`1" ? type.GenericTypeArguments[0] : type;

    private static string ShortName(Type type) => type.IsArray
        ? $"{ShortName(Underlying(type.GetElementType()!))}[]"
        : type.FullName switch
        {
            "System.String" => "string",
            "System.Object" => "object",
            "System.Boolean" => "bool",
            "System.Int32" => "int",
            "System.Int64" => "long",
            "System.Double" => "double",
            "System.Collections.Hashtable" => "hashtable",
            _ => type.Name,
        };

    private static CustomAttributeData? Find(IEnumerable<CustomAttributeData> attributes, string name) =>
        attributes.FirstOrDefault(a => a.AttributeType.FullName == $"{Automation}.{name}");

    private static T? Named<T>(CustomAttributeData attribute, string name, T? otherwise) =>
        attribute.NamedArguments.Where(a => a.MemberName == name).Select(a => (T?)a.TypedValue.Value).FirstOrDefault(otherwise);
}
