using CloudEssentials.Accounts;

namespace CloudEssentials.Tests.Accounts;

public sealed class AuthorizationComparerTests
{
    private const string Read = """{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""";
    private const string Write = """{ "Effect": "Allow", "Action": ["s3:GetObject", "s3:PutObject"], "Resource": "*" }""";

    private static List<string> Compare(AuthorizationSample before, AuthorizationSample after) =>
        [.. AuthorizationComparer.Compare(before.Read(), after.Read()).Select(change => $"{change}: {change.Summary}")];

    [Fact]
    public void The_same_account_has_no_changes() =>
        Assert.Empty(Compare(new AuthorizationSample().User("anna", ["a"], [("p", Read)]).Policy("q", Read), new AuthorizationSample().User("anna", ["a"], [("p", Read)]).Policy("q", Read)));

    [Fact]
    public void Users_that_come_and_go_are_told() => Assert.Equal(
        ["Removed User anna: Itself: arn:aws:iam::111122223333:user/anna", "Added User bert: Itself: arn:aws:iam::111122223333:user/bert"],
        Compare(new AuthorizationSample().User("anna").Role("r"), new AuthorizationSample().User("bert").Role("r")));

    [Fact]
    public void Memberships_attachments_boundaries_and_tags_are_told() => Assert.Equal(
        [
            "Removed User anna: Membership old: old",
            "Added User anna: Membership new: new",
            "Added User anna: AttachedPolicy p: arn:aws:iam::111122223333:policy/p",
            "Added User anna: PermissionsBoundary: arn:aws:iam::111122223333:policy/edge",
            "Changed User anna: Tag team: web -> ops",
        ],
        Compare(new AuthorizationSample().User("anna", ["old"], tag: "web"), new AuthorizationSample().User("anna", ["new"], attached: ["p"], boundary: "edge", tag: "ops")).Order(StringComparer.Ordinal)
            .OrderBy(text => text.Contains("Membership", StringComparison.Ordinal) ? 0 : text.Contains("Attached", StringComparison.Ordinal) ? 1 : text.Contains("Boundary", StringComparison.Ordinal) ? 2 : 3)
            .ThenByDescending(text => text, StringComparer.Ordinal));

    [Fact]
    public void Documents_are_compared_by_what_they_grant()
    {
        string change = Assert.Single(Compare(new AuthorizationSample().User("u").Policy("p", Read), new AuthorizationSample().User("u").Policy("p", Write)));

        Assert.Equal("Changed Policy p: Document v1: grants more: s3:PutObject on *", change);
    }

    [Fact]
    public void A_document_written_otherwise_grants_the_same()
    {
        string change = Assert.Single(Compare(
            new AuthorizationSample().User("u", inline: [("p", Write)]),
            new AuthorizationSample().User("u", inline: [("p", """{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" }, { "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }""")])));

        Assert.EndsWith("grants the same, written otherwise", change, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trust_policy_that_changed_is_told()
    {
        string change = Assert.Single(Compare(new AuthorizationSample().Role("r"), new AuthorizationSample().Role("r", "lambda.amazonaws.com")));

        Assert.StartsWith("Changed Role r: TrustPolicy", change, StringComparison.Ordinal);
    }
}
