using CloudEssentials.Operations;

namespace CloudEssentials.Cli.Parsing;

/// <summary>Which parameters go together, and which a command cannot do without.</summary>
internal static class ParameterSets
{
    /// <summary>True where some parameter set holds all of these parameters.</summary>
    internal static bool AreCompatible(OperationDescriptor operation, IReadOnlyCollection<string> given) => Left(operation, given).Length > 0;

    /// <summary>Checks that what is given makes sense together and that nothing is missing.</summary>
    /// <param name="operation">The command.</param>
    /// <param name="given">The names of the parameters that are given.</param>
    /// <param name="mayComeLater">True for a parameter that the pipeline or a prompt will give.</param>
    /// <exception cref="UsageException">Parameters exclude each other, or a mandatory one is missing.</exception>
    internal static void Check(OperationDescriptor operation, IReadOnlyCollection<string> given, Func<OperationInput, bool> mayComeLater)
    {
        string[] left = Left(operation, given);
        if (left.Length == 0)
        {
            string[] clashing = [.. operation.Inputs.Where(i => given.Contains(i.Name) && i.Declaration.Sets.Length > 0).Select(i => $"-{i.Name}")];
            throw new UsageException("AmbiguousParameterSet", $"{string.Join(" and ", clashing)} cannot be used together.", $"See 'cloudessentials {operation.Name} -?'.");
        }

        string[][] missing = [.. left.Select(set => Missing(operation, set, given, mayComeLater)).OrderBy(names => names.Length)];
        if (missing[0].Length > 0)
        {
            throw new UsageException(
                "MissingMandatoryParameter",
                $"{operation.Name} needs {string.Join(", or ", missing.Where(m => m.Length == missing[0].Length).Select(m => string.Join(" and ", m)).Distinct())}.",
                $"See 'cloudessentials {operation.Name} -?'.");
        }
    }

    private static string[] Left(OperationDescriptor operation, IReadOnlyCollection<string> given)
    {
        string[] all = [.. operation.Inputs.SelectMany(i => i.Declaration.Sets).Distinct()];
        return all.Length == 0
            ? [""]
            : [.. all.Where(set => operation.Inputs.All(i => !given.Contains(i.Name) || IsIn(i, set)))];
    }

    private static string[] Missing(OperationDescriptor operation, string set, IReadOnlyCollection<string> given, Func<OperationInput, bool> mayComeLater) =>
        [.. operation.Inputs
            .Where(i => i.Declaration.Mandatory && IsIn(i, set) && !given.Contains(i.Name) && !mayComeLater(i))
            .Select(i => $"-{i.Name}")];

    private static bool IsIn(OperationInput input, string set) => input.Declaration.Sets.Length == 0 || input.Declaration.Sets.Contains(set);
}
