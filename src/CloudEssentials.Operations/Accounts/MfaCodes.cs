using System.Net;
using System.Security;

namespace CloudEssentials.Operations.Accounts;

/// <summary>The two codes in a row that prove that a device is at hand.</summary>
internal static class MfaCodes
{
    /// <summary>Checks codes that were given.</summary>
    /// <exception cref="CloudException"><c>MfaCodeInvalid</c>; it does not repeat the codes.</exception>
    internal static void Check(string[] codes)
    {
        if (codes.Length is not (0 or 2) || codes.Any(code => code.Length != 6 || !code.All(char.IsAsciiDigit)) || (codes.Length == 2 && codes[0] == codes[1]))
            throw new CloudException("MfaCodeInvalid", "The codes are not valid.", remedy: "Give two different codes of six digits, one after the other: the device shows a new one every 30 seconds.");
    }

    /// <summary>Asks for both.</summary>
    /// <param name="host">The shell.</param>
    /// <param name="introduction">What is shown before the first question.</param>
    internal static async Task<string[]> AskAsync(IOperationHost host, string introduction)
    {
        string[] codes =
        [
            await AskAsync(host, introduction, "First code").ConfigureAwait(false),
            await AskAsync(host, "", "The code after it").ConfigureAwait(false),
        ];
        Check(codes);
        return codes;
    }

    private static async Task<string> AskAsync(IOperationHost host, string before, string question)
    {
        using SecureString typed = await host.ReadSecretAsync($"{before}{question}").ConfigureAwait(false);
        return new NetworkCredential(null, typed).Password.Trim();
    }
}
