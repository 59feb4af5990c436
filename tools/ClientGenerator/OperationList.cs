namespace CloudEssentials.ClientGenerator;

/// <summary>operations.txt: 'service Operation' a line, '#' begins a comment.</summary>
internal static class OperationList
{
    internal static IEnumerable<(string Service, IReadOnlyList<string> Operations)> Read(string path) =>
        File.ReadLines(path)
            .Select(line => line.Split('#')[0].Trim())
            .Where(line => line.Length > 0)
            .Select(Parse)
            .GroupBy(pair => pair.Service, pair => pair.Operation, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Distinct().Order(StringComparer.Ordinal)]));

    private static (string Service, string Operation) Parse(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var service, var operation]
            ? (service, operation)
            : throw new GeneratorException($"operations.txt: '{line}' is not of the form 'service Operation', such as 'ec2 DescribeRegions'.");
}
