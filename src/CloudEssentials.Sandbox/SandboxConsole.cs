using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Sns;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox;

/// <summary>
/// What people do in a browser and no API does: signing in, and registering the root user's MFA devices and passkeys. It is the
/// sandbox's own; AWS has no such calls.
/// </summary>
/// <param name="account">The account.</param>
public sealed class SandboxConsole(SandboxAccount account)
{
    /// <summary>Signs in with a password, which is not asked for: what remains is when the password was last used.</summary>
    /// <param name="userName">The user's name; null for the root user.</param>
    /// <param name="accountId">The account; null for the one itself, else a member of its organization.</param>
    /// <param name="cancellationToken">Ends the wait for other calls.</param>
    /// <returns>When it is written down.</returns>
    /// <exception cref="CloudException"><c>SandboxSignInRefused</c>: there is no such user, or the user has no password.</exception>
    public Task SignInAsync(string? userName, string? accountId = null, CancellationToken cancellationToken = default) => EnterAsync(
        accountId,
        (state, iam) =>
        {
            if (userName is null)
            {
                Require(iam.Root.Value.HasPassword, "The root user has no password.", state.Account.Value.AccountId);
                iam.Root.Value = iam.Root.Value with { PasswordLastUsed = state.Now };
                return true;
            }

            IamUser? user = Find(iam, userName);
            Require(user?.LoginProfile is not null, $"The user '{userName}' does not exist or has no password.", userName);
            iam.Users[userName] = user! with { PasswordLastUsed = state.Now };
            return true;
        },
        cancellationToken);

    /// <summary>Gives the root user an MFA device: a virtual one that CreateVirtualMFADevice has made, or a hardware token.</summary>
    /// <param name="serialNumber">The virtual device's ARN, or the number on the token.</param>
    /// <param name="cancellationToken">Ends the wait for other calls.</param>
    /// <returns>When it is done.</returns>
    /// <exception cref="CloudException"><c>SandboxSignInRefused</c>: there is no such device.</exception>
    public Task RegisterRootDeviceAsync(string serialNumber, CancellationToken cancellationToken = default) => EnterAsync(
        null,
        (state, iam) =>
        {
            bool isKnown = iam.MfaDevices.TryGet(serialNumber, out IamMfaDevice? device);
            Require(isKnown || !serialNumber.StartsWith("arn:", StringComparison.Ordinal), $"There is no virtual device '{serialNumber}'.", serialNumber);
            device ??= new IamMfaDevice { SerialNumber = serialNumber, Seed = HardwareTokens.Seed(serialNumber) };
            iam.MfaDevices[serialNumber] = device with { Enabled = state.Now, UserName = null };
            return true;
        },
        cancellationToken);

    /// <summary>Registers a passkey or security key, which only a browser can.</summary>
    /// <param name="userName">The user's name; null for the root user.</param>
    /// <param name="name">What the passkey is called.</param>
    /// <param name="cancellationToken">Ends the wait for other calls.</param>
    /// <returns>The passkey's ARN, which is its serial number.</returns>
    /// <exception cref="CloudException"><c>SandboxSignInRefused</c>: there is no such user.</exception>
    public Task<string> RegisterPasskeyAsync(string? userName, string name, CancellationToken cancellationToken = default) => EnterAsync(
        null,
        (state, iam) =>
        {
            Require(userName is null || Find(iam, userName) is not null, $"The user '{userName}' does not exist.", userName);
            AccountFacts facts = state.Account.Value;
            state.Account.Value = facts with { IdCount = facts.IdCount + 1 };
            string owner = userName is null ? "root-account" : $"user/{userName}";
            string serial = $"arn:aws:iam::{facts.AccountId}:u2f/{owner}/{name}-{IdGenerator.Make(facts.Seed, "passkey", facts.IdCount, 26, IdGenerator.Base32)}";
            iam.MfaDevices[serial] = new IamMfaDevice { SerialNumber = serial, Enabled = state.Now, UserName = userName };
            return serial;
        },
        cancellationToken);

    /// <summary>Follows the link in the message that asks whether an address wants to be sent a topic's messages.</summary>
    /// <param name="topicArn">The topic.</param>
    /// <param name="endpoint">The address.</param>
    /// <param name="cancellationToken">Ends the wait for other calls.</param>
    /// <returns>The subscription's ARN.</returns>
    /// <exception cref="CloudException"><c>SandboxSignInRefused</c>: nobody has asked that address.</exception>
    public Task<string> ConfirmSubscriptionAsync(string topicArn, string endpoint, CancellationToken cancellationToken = default) => EnterAsync(
        null,
        (state, _) =>
        {
            SnsState sns = SnsState.Of(state);
            SnsSubscription? pending = sns.Subscriptions.Current.Values.FirstOrDefault(subscription => subscription.TopicArn == topicArn && subscription.Endpoint == endpoint);
            Require(pending is not null, $"Nobody has subscribed {endpoint} to {topicArn}.", endpoint);
            sns.Subscriptions[pending!.Arn] = pending with { IsConfirmed = true };
            return pending.Arn;
        },
        cancellationToken);

    /// <summary>The six digits that a hardware token of that number shows.</summary>
    /// <param name="serialNumber">The number on the token.</param>
    /// <param name="time">When it is read.</param>
    /// <returns>The code, by which a device can be enabled or a session asked for.</returns>
    public static string ReadHardwareToken(string serialNumber, DateTimeOffset time) => TimeCodes.At(HardwareTokens.Seed(serialNumber), time);

    private static IamUser? Find(IamState iam, string name) => iam.Users.TryGet(name, out IamUser? user) ? user : null;

    private static void Require(bool holds, string message, object? target)
    {
        if (!holds)
        {
            throw new CloudException("SandboxSignInRefused", message, CloudErrorCategory.InvalidOperation, target);
        }
    }

    private Task<T> EnterAsync<T>(string? accountId, Func<SandboxState, IamState, T> act, CancellationToken cancellationToken) => account.EnterAsync(
        mayChange: true,
        () =>
        {
            SandboxState? state = account.State.Find(accountId ?? account.AccountId);
            Require(state is not null, $"The account {accountId} is not a member of the organization.", accountId);
            return act(state!, IamState.Of(state!));
        },
        cancellationToken);
}
