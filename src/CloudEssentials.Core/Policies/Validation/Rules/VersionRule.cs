namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>The version of the policy language; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html.</summary>
internal sealed class VersionRule : PolicyRule
{
    private const string Current = "2012-10-17";

    public override void CheckDocument(ValidationContext context)
    {
        var document = context.Document;
        if (document.VersionNode is null)
            ReportMissing(context);
        else if (document.Version is { } version && version is not (Current or "2008-10-17"))
            context.ReportReplacement("INVALID_VERSION", document.VersionNode, $"`{version}` is not a version of the policy language: write `{Current}`, which is no date of yours but the name of the language; the older `2008-10-17` lacks policy variables.", Current);
    }

    private static void ReportMissing(ValidationContext context)
    {
        const string message = $"The policy has no `Version`, and so counts as `2008-10-17`, in which policy variables are plain text: add \"Version\": \"{Current}\".";
        var document = context.Document;

        // With variables the newer version would change what the policy does, so that a person has to decide.
        var isSafe = !document.SourceText.Contains("${", StringComparison.Ordinal);
        var edit = new PolicyTextEdit(document.Root.Offset + 1, 0, $"\"Version\": \"{Current}\"" + (document.Root.ChildArray.Length > 0 ? ", " : ""));
        context.Report("MISSING_VERSION", document.Root, message, isSafe ? Current : null, isSafe ? edit : null);
    }
}
