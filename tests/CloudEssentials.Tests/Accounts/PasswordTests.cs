using System.Security;
using CloudEssentials.Accounts;
using CloudEssentials.Operations.Accounts;

namespace CloudEssentials.Tests.Accounts;

public sealed class PasswordTests
{
    [Theory]
    [InlineData("IloveCats222", "ana", "ana@example.com", false)]
    [InlineData("Password123!", "ana", "ana@example.com", false)]
    [InlineData("Qwertyuiop1!", "ana", "ana@example.com", false)]
    [InlineData("Ana-Schmidt-1990", "ana.schmidt", "ana.schmidt@example.com", false)]
    [InlineData("Lamp-orbit-cactus-violin7", "ana", "ana@example.com", true)]
    [InlineData("x8#Vq!2mZp_Lw9@T", "ana", "ana@example.com", true)]
    public async Task What_a_guesser_would_try_soon_falls(string password, string user, string mail, bool isAccepted)
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();

        PasswordVerdict verdict = Assert.Single(await sandbox.Host.RunAsync(new TestAccountPassword(), new() { Password = Secret(password), UserName = user, Email = [mail] }));

        Assert.Equal(isAccepted, verdict.IsAccepted);
        Assert.Equal(isAccepted, verdict.Reason.Count == 0);
        Assert.DoesNotContain(password, $"{verdict} {string.Join(' ', verdict.Reason)} {string.Join(' ', verdict.Suggestion)}", StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Being_told_the_owner_makes_a_difference()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        Task<List<PasswordVerdict>> Judge(string? user) => sandbox.Host.RunAsync(new TestAccountPassword(), new() { Password = Secret("Kowalczyk-Przybylska"), UserName = user });

        PasswordVerdict unknown = Assert.Single(await Judge(null));
        PasswordVerdict known = Assert.Single(await Judge("kowalczyk.przybylska"));

        Assert.True(known.GuessesLog10 < unknown.GuessesLog10 - 2, $"{known.GuessesLog10} after {unknown.GuessesLog10}");
    }

    [Theory]
    [InlineData("short1A!", 14, "It has 8 characters; the account asks for 14.")]
    [InlineData("alllowercaseletters", 8, "It has no capital letter.")]
    [InlineData("ALLCAPITALLETTERS1!", 8, "It has no small letter.")]
    [InlineData("NoDigitsAtAll!", 8, "It has no digit.")]
    [InlineData("NoSymbolsAtAll1", 8, "It has no symbol of !@#$%^&*()_+-=[]{}|'.")]
    public void A_rule_that_is_broken_is_named(string password, int length, string sentence)
    {
        AccountPasswordPolicy policy = PasswordPolicyPreset.CIS.Apply(new() { IsDefault = true }) with { MinimumPasswordLength = length };

        Assert.Contains(sentence, PasswordPolicyCheck.Violations(policy, password, []));
    }

    [Fact]
    public void Passwords_that_are_made_hold_every_rule_and_differ()
    {
        AccountPasswordPolicy policy = PasswordPolicyPreset.CIS.Apply(new()) with { MinimumPasswordLength = 30 };
        string[] made = [.. Enumerable.Range(0, 200).Select(_ => PasswordMaker.Make(policy))];

        Assert.All(made, password => Assert.Empty(PasswordPolicyCheck.Violations(policy, password, [])));
        Assert.Equal(made.Length, made.Distinct().Count());
    }

    [Fact]
    public async Task The_benchmark_is_set_kept_and_not_weakened_by_setting_one_rule()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        AccountPasswordPolicy before = Assert.Single(await sandbox.Host.RunAsync(new GetAccountPasswordPolicy(), new()));

        await sandbox.Host.RunAsync(new SetAccountPasswordPolicy(), new() { Preset = PasswordPolicyPreset.CIS });
        await sandbox.Host.RunAsync(new SetAccountPasswordPolicy(), new() { MaxPasswordAge = 180 });
        AccountPasswordPolicy after = Assert.Single(await sandbox.Host.RunAsync(new GetAccountPasswordPolicy(), new()));

        Assert.True(before.IsDefault);
        Assert.Equal((14, 24, 180, "all four kinds", false), (after.MinimumPasswordLength, after.PasswordReusePrevention, after.MaxPasswordAge, after.Characters, after.IsDefault));
    }

    [Fact]
    public async Task A_policy_that_is_as_it_should_be_is_not_set_again()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync();
        SetAccountPasswordPolicyRequest request = new() { Preset = PasswordPolicyPreset.SecurityHub };

        await sandbox.Host.RunAsync(new SetAccountPasswordPolicy(), request);
        await sandbox.Host.RunAsync(new SetAccountPasswordPolicy(), request);

        Assert.Single(sandbox.Host.Asked);
    }

    [Fact]
    public async Task WhatIf_sets_nothing()
    {
        PeopleSandbox sandbox = await PeopleSandbox.OpenAsync(new() { ShouldProcess = (_, _) => false });

        Assert.Empty(await sandbox.Host.RunAsync(new SetAccountPasswordPolicy(), new() { Preset = PasswordPolicyPreset.CIS }));

        Assert.True(Assert.Single(await sandbox.Host.RunAsync(new GetAccountPasswordPolicy(), new())).IsDefault);
    }

    [Fact]
    public async Task A_length_that_IAM_does_not_take_is_refused_before_any_call()
    {
        CloudException error = await Assert.ThrowsAsync<CloudException>(() => new Support.TestHost().RunAsync(new SetAccountPasswordPolicy(), new() { MinimumPasswordLength = 5 }));

        Assert.Equal("PasswordRuleInvalid", error.ErrorId);
    }

    private static SecureString Secret(string text)
    {
        SecureString secret = new();
        foreach (char character in text)
            secret.AppendChar(character);
        return secret;
    }
}
