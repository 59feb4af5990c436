namespace CloudEssentials.Policies.Validation.Rules;

/// <summary>Statement ids; https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html.</summary>
internal sealed class SidRule : PolicyRule
{
    public override void CheckDocument(ValidationContext context)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        HashSet<string>? all = null;
        foreach (var view in context.Statements)
        {
            if (view.Statement.Sid is not { Length: > 0 } sid || seen.Add(sid))
                continue;
            all ??= [.. context.Statements.Select(statement => statement.Statement.Sid ?? "")];
            var other = NextFree(all, sid);
            context.Current = view;
            context.ReportReplacement(
                context.IsKeptByIam ? "UNIQUE_SIDS_REQUIRED" : "UNIQUE_SIDS_RECOMMENDED",
                view.Statement.SidNode!,
                $"The Sid `{sid}` stands in an earlier statement too: give each statement its own, such as `{other}`.",
                other);
        }

        context.Current = null;
    }

    public override void CheckStatement(ValidationContext context, StatementView view)
    {
        if (view.Statement.Sid is not { } sid)
            return;
        var node = view.Statement.SidNode!;
        if (sid.Length == 0)
        {
            context.ReportRemovable("EMPTY_SID_VALUE", node, "The Sid is empty: give it a value, or remove it.");
            return;
        }

        if (!context.IsKeptByIam || IsPlain(sid))
            return;
        var plain = string.Concat(sid.Where(char.IsAsciiLetterOrDigit));
        var message = $"The Sid `{sid}` has characters that IAM does not take there: use A-Z, a-z and 0-9 only";
        if (plain.Length > 0)
            context.ReportReplacement("UNSUPPORTED_SID", node, $"{message}, as in `{plain}`.", plain);
        else
            context.Report("UNSUPPORTED_SID", node, message + ".");
    }

    private static bool IsPlain(string sid)
    {
        foreach (var c in sid)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return false;
        }

        return true;
    }

    // The number begins at the count of all Sids, so that many equal ones do not each search from 2.
    private static string NextFree(HashSet<string> all, string sid)
    {
        var number = all.Count < 100 ? 2 : all.Count;
        while (!all.Add(sid + number))
            number++;
        return sid + number;
    }
}
