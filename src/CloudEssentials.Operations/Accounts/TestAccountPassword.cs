using System.Net;
using System.Runtime.CompilerServices;
using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Says whether a password would do: by the account's policy, and by how soon it would be guessed.</summary>
[Operation("Test", "AccountPassword")]
public sealed class TestAccountPassword : IOperation<TestAccountPasswordRequest, PasswordVerdict>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<PasswordVerdict> RunAsync(
        TestAccountPasswordRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Password is not { Length: > 0 })
            throw new CloudException("PasswordMissing", "-Password is empty.", remedy: "Give a SecureString: Read-Host -AsSecureString asks for one.");
        if (request.MinimumScore is < 0 or > 4)
            throw new CloudException("ScoreInvalid", $"-MinimumScore {request.MinimumScore} is not valid.", CloudErrorCategory.InvalidArgument, request.MinimumScore, "Give 0 to 4.");
        yield return Judge(request, request.PasswordPolicy ?? await ReadPolicyAsync(request, host, cancellationToken).ConfigureAwait(false));
    }

    private static async Task<AccountPasswordPolicy> ReadPolicyAsync(TestAccountPasswordRequest request, IOperationHost host, CancellationToken cancellationToken)
    {
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        return place.Sign(await new PasswordPolicyGateway(place.Connection).ReadAsync(cancellationToken).ConfigureAwait(false));
    }

    private static PasswordVerdict Judge(TestAccountPasswordRequest request, AccountPasswordPolicy policy)
    {
        string[] own = [.. request.Email.Append(request.UserName ?? "").Where(text => text.Length > 0)];
        string password = new NetworkCredential(null, request.Password).Password;
        IReadOnlyList<string> broken = PasswordPolicyCheck.Violations(policy, password, own);
        PasswordStrength strength = PasswordEstimator.Estimate(password, own);
        List<string> reasons = [.. broken];
        if (strength.Score < request.MinimumScore)
            reasons.Add($"It would be guessed with about 10^{strength.GuessesLog10:0} tries (score {strength.Score} of 4, wanted {request.MinimumScore}). {strength.Warning}".TrimEnd());
        return new()
        {
            IsAccepted = reasons.Count == 0,
            MeetsPolicy = broken.Count == 0,
            Score = strength.Score,
            GuessesLog10 = strength.GuessesLog10,
            Reason = reasons,
            Suggestion = reasons.Count == 0 ? [] : strength.Suggestions,
            Policy = policy,
        };
    }
}
