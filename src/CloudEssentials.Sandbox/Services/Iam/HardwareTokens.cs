using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>Hardware tokens: the maker tells AWS the seed of each; here it follows from the number on the token.</summary>
internal static class HardwareTokens
{
    public static string Seed(string serialNumber) => IdGenerator.Make("hardware-token", serialNumber, 0, 32, IdGenerator.Base32);
}
