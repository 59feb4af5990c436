using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience.Checks;

/// <summary>The targets answer.</summary>
internal sealed class TargetHealthCheck : ResilienceCheck
{
    private static readonly string[] _passing = ["initial", "draining"];

    public override string Name => "TargetHealth";

    public override StackParts Needs => StackParts.TargetGroup | StackParts.Targets;

    protected override IEnumerable<ResilienceResult> Test(StackPicture picture)
    {
        string group = picture.TargetGroup!.Name;
        string remedy = $"Get-DirectoryApp -Name {FactText.Quote(picture.AppName)}, and the instance's console output, tell more; the group replaces what stays unhealthy.";
        string counted = $"{picture.Healthy.Count} of {FactText.Count(picture.Targets.Count, "target")} are healthy.";
        if (picture.Healthy.Count == 0)
            yield return Fail(group, counted, "The application does not answer.", remedy);
        foreach (StackTarget target in picture.Targets.Where(target => target.State != StackTarget.Healthy))
        {
            string evidence = $"{target.Id} in {target.Zone ?? "a zone that was not seen"} is {target.State}{(target.Reason is { } reason ? $": {reason.TrimEnd('.')}" : "")}.";
            yield return _passing.Contains(target.State)
                ? Warn(target.Id, evidence, "It comes or goes just now, and gets no requests.", "Look again in some minutes.")
                : Fail(target.Id, evidence, "It gets no requests, and what it should carry is with the others.", remedy);
        }

        if (picture.Healthy.Count == picture.Targets.Count && picture.Targets.Count > 0)
            yield return Pass(group, counted, "All targets answer.");
    }
}
