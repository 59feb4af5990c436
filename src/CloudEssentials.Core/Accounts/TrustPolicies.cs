using System.Text.RegularExpressions;
using CloudEssentials.Policies;
using CloudEssentials.Policies.Generation;

namespace CloudEssentials.Accounts;

/// <summary>Makes trust policies: who may take on a role, and from where.</summary>
public static partial class TrustPolicies
{
    /// <summary>The audience of GitHub Actions' own tokens for AWS.</summary>
    public const string GitHubAudience = "sts.amazonaws.com";

    /// <summary>The provider of GitHub Actions' tokens.</summary>
    public const string GitHubUrl = "https://token.actions.githubusercontent.com";

    /// <summary>For a service that runs a program.</summary>
    /// <param name="service">Its principal, such as <c>ec2.amazonaws.com</c>.</param>
    /// <returns>The trust policy.</returns>
    /// <exception cref="CloudException"><c>ServicePrincipalInvalid</c>.</exception>
    public static PolicyDocument ForService(string service)
    {
        ArgumentNullException.ThrowIfNull(service);
        if (!ServicePattern().IsMatch(service))
        {
            throw new CloudException(
                "ServicePrincipalInvalid",
                $"'{service}' is not the principal of a service.",
                CloudErrorCategory.InvalidArgument,
                service,
                BareServicePattern().IsMatch(service) ? $"Did you mean '{service}.amazonaws.com'?" : "It looks like ec2.amazonaws.com or lambda.amazonaws.com.");
        }

        return Make("sts:AssumeRole", service, []);
    }

    /// <summary>For people of a SAML provider who sign in to the console.</summary>
    /// <param name="providerArn">The provider's ARN.</param>
    /// <param name="partition">The partition.</param>
    /// <returns>The trust policy.</returns>
    public static PolicyDocument ForSaml(string providerArn, string partition) => Make(
        "sts:AssumeRoleWithSAML",
        providerArn,
        [
            new("StringEquals", "SAML:aud", [partition switch
            {
                "aws-cn" => "https://signin.amazonaws.cn/saml",
                "aws-us-gov" => "https://signin.amazonaws-us-gov.com/saml",
                _ => "https://signin.aws.amazon.com/saml",
            }]),
        ]);

    /// <summary>For what an OIDC provider vouches for, by audience and subject: without a subject every token of the provider would do.</summary>
    /// <param name="providerArn">The provider's ARN, which ends in its address.</param>
    /// <param name="audience">What its tokens are for.</param>
    /// <param name="subjects">Whom its tokens are about; <c>*</c> stands for any characters.</param>
    /// <returns>The trust policy.</returns>
    public static PolicyDocument ForOidc(string providerArn, string audience, IReadOnlyList<string> subjects)
    {
        ArgumentNullException.ThrowIfNull(providerArn);
        ArgumentNullException.ThrowIfNull(subjects);
        string host = providerArn[(providerArn.IndexOf('/', StringComparison.Ordinal) + 1)..];
        bool isPattern = subjects.Any(subject => subject.AsSpan().IndexOfAny('*', '?') >= 0);
        return Make(
            "sts:AssumeRoleWithWebIdentity",
            providerArn,
            [new("StringEquals", $"{host}:aud", [audience]), new(isPattern ? "StringLike" : "StringEquals", $"{host}:sub", subjects)]);
    }

    private static PolicyDocument Make(string action, string principal, IReadOnlyList<WishedCondition> conditions) =>
        LeastPrivilegeGenerator.Generate(new() { Action = [action], Resource = ["*"], Principal = [principal], Condition = conditions, PolicyType = PolicyType.Trust }).Documents[0];

    [GeneratedRegex(@"^[a-z0-9][a-z0-9.\-]*\.(amazonaws\.com|amazonaws\.com\.cn)$")]
    private static partial Regex ServicePattern();

    [GeneratedRegex("^[a-z0-9-]+$")]
    private static partial Regex BareServicePattern();
}
