using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Tests.DirectoryApp;

internal static class Specs
{
    internal static DirectoryAppSpec Stack(NatGatewayMode nat = NatGatewayMode.None, int zones = 2) => new()
    {
        Name = "directory",
        Region = "us-west-2",
        AccountId = "111122223333",
        PhotosBucket = "employee-photo-bucket-ab-907",
        Zones = [.. "abcd"[..zones].Select(letter => $"us-west-2{letter}")],
        NatGateway = nat,
        NotificationEmail = "operations@example.com",
        KeyName = "course",
        Tags = new Dictionary<string, string> { ["CostCenter"] = "42", ["Team"] = "Operations" },
    };
}
