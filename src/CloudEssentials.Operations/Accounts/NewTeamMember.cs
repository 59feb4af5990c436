using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using CloudEssentials.Accounts;

namespace CloudEssentials.Operations.Accounts;

/// <summary>Makes a user who has all permissions from groups, must use MFA, and gets credentials that are shown once.</summary>
[Operation("New", "TeamMember", Impact = ChangeImpact.Medium)]
public sealed partial class NewTeamMember : IOperation<NewTeamMemberRequest, TeamMember>
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<TeamMember> RunAsync(
        NewTeamMemberRequest request,
        IOperationHost host,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!UserNamePattern().IsMatch(request.UserName))
            throw new CloudException("UserNameInvalid", $"-UserName '{request.UserName}' is not valid.", CloudErrorCategory.InvalidArgument, request.UserName, "IAM takes 1 to 64 letters, digits and + = , . @ _ -.");
        AccountPlace place = await AccountPlace.OpenAsync(request, host, cancellationToken).ConfigureAwait(false);
        MemberMaker maker = new(request, place, host, cancellationToken);
        ExceptionDispatchInfo? failure = null;
        try
        {
            await maker.MakeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (maker.HoldsSecret)
        {
            // A secret that was made cannot be read again: it is handed out before the error is.
            failure = ExceptionDispatchInfo.Capture(exception);
        }

        if (maker.Result is { } member)
            yield return member;
        failure?.Throw();
    }

    [GeneratedRegex(@"^[\w+=,.@\-]{1,64}$", RegexOptions.ECMAScript)]
    private static partial Regex UserNamePattern();
}
