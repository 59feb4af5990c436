using CloudEssentials.Accounts;

namespace CloudEssentials.DirectoryApp.Resilience;

/// <summary>Writes the command that brings an application into line, with what stands of it, so that it changes nothing else.</summary>
internal static class StackCommand
{
    // By what a parameter is known, where it is not its default.
    private static readonly (StackParts Part, string Name)[] _parameters =
    [
        (StackParts.Bucket, "-PhotosBucket"), (StackParts.Table, "-TableName"), (StackParts.Instances, "-InstanceType"), (StackParts.Subnets, "-ZoneCount"),
        (StackParts.NatGateways, "-NatGateway"), (StackParts.Group, "-MinSize, -DesiredCapacity, -MaxSize, -WarmupSeconds"),
    ];

    /// <summary>The command for a change.</summary>
    /// <param name="picture">The application.</param>
    /// <param name="change">What is to be another way.</param>
    /// <returns>Such as <c>New-DirectoryApp -Name directory -NatGateway PerZone</c>.</returns>
    internal static string Of(StackPicture picture, Func<DirectoryAppSpec, DirectoryAppSpec>? change = null)
    {
        DirectoryAppSpec stands = Standing(picture);
        string command = Write(change is null ? stands : change(stands));
        string[] unseen = [.. _parameters.Where(parameter => picture.Refusals.ContainsKey(parameter.Part)).Select(parameter => parameter.Name)];
        return unseen.Length == 0 ? command : $"{command}, with the {FactText.List(unseen)} that it was made with: that could not be seen.";
    }

    private static DirectoryAppSpec Standing(StackPicture picture)
    {
        DirectoryAppSpec usual = Usual(picture.AppName, picture.Region, picture.AccountId);
        int zones = picture.Subnets.Select(subnet => subnet.Zone).Distinct().Count();
        usual = usual with
        {
            PhotosBucket = picture.Bucket?.Name ?? usual.PhotosBucket,
            TableName = picture.Table?.Name ?? usual.TableName,
            InstanceType = picture.Instances.Select(instance => instance.InstanceType).OfType<string>().FirstOrDefault() ?? usual.InstanceType,
            ZoneCount = Math.Max(zones, usual.ZoneCount),
            NatGateway = picture.NatGateways.Count switch { 0 => NatGatewayMode.None, 1 => NatGatewayMode.Single, _ => NatGatewayMode.PerZone },
        };
        return picture.Group is not { } group ? usual : usual with
        {
            MinSize = group.MinSize,
            DesiredCapacity = group.DesiredCapacity,
            MaxSize = group.MaxSize,
            WarmupSeconds = (int)group.GracePeriod.TotalSeconds,
        };
    }

    private static DirectoryAppSpec Usual(string name, string region, string accountId) =>
        new() { Name = name, Region = region, AccountId = accountId, PhotosBucket = DirectoryAppSpec.DefaultBucket(name, accountId, region) };

    private static string Write(DirectoryAppSpec spec)
    {
        DirectoryAppSpec usual = Usual(spec.Name, spec.Region, spec.AccountId!);
        IEnumerable<string> words =
        [
            $"New-DirectoryApp -Name {FactText.Quote(spec.Name)}",
            .. Word("PhotosBucket", spec.PhotosBucket, usual.PhotosBucket),
            .. Word("TableName", spec.TableName, usual.TableName),
            .. Word("InstanceType", spec.InstanceType, usual.InstanceType),
            .. Word("ZoneCount", spec.ZoneCount, usual.ZoneCount),
            .. Word("NatGateway", spec.NatGateway, usual.NatGateway),
            .. Word("MinSize", spec.MinSize, usual.MinSize),
            .. Word("DesiredCapacity", spec.DesiredCapacity, usual.DesiredCapacity),
            .. Word("MaxSize", spec.MaxSize, usual.MaxSize),
            .. Word("WarmupSeconds", spec.WarmupSeconds, usual.WarmupSeconds),
            .. Word("NotificationEmail", spec.NotificationEmail, usual.NotificationEmail),
        ];
        return string.Join(' ', words);
    }

    private static IEnumerable<string> Word<T>(string name, T value, T usual) => Equals(value, usual) ? [] : [$"-{name} {FactText.Quote($"{value}")}"];
}
