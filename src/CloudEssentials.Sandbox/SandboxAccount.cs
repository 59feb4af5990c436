using System.Text.Json;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Services.Organizations;
using CloudEssentials.Sandbox.Services;
using CloudEssentials.Sandbox.State;

namespace CloudEssentials.Sandbox;

/// <summary>
/// An AWS account in memory, or in a file that several processes may share. <see cref="SandboxHandler"/> and
/// <see cref="SandboxEndpoint"/> let clients call it.
/// </summary>
public sealed class SandboxAccount : IDisposable
{
    /// <summary>
    /// The access key with which a sandbox is called when no other is named: that of AWS's own documentation, known to everyone
    /// and no secret. It stands for the root user's own session and is not counted among the account's access keys.
    /// </summary>
    public const string RootAccessKeyId = "AKIAIOSFODNN7EXAMPLE";

    /// <summary>The secret access key that belongs to <see cref="RootAccessKeyId"/>; no secret either.</summary>
    public const string RootSecretAccessKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private readonly SandboxStateFile? _file;
    private readonly SemaphoreSlim _gate = new(1, 1);
    private long _requests;

    /// <summary>Makes a new account in memory, as AWS makes one: a root user and nothing else.</summary>
    /// <param name="options">How it is to be; null for the defaults.</param>
    public SandboxAccount(SandboxOptions? options = null)
        : this(options ?? new SandboxOptions(), null)
    {
    }

    private SandboxAccount(SandboxOptions options, SandboxStateFile? file)
    {
        Options = options;
        _file = file;
        State = new SandboxState(options);
        foreach (SandboxFault fault in options.Faults)
        {
            Faults.Add(fault);
        }
    }

    /// <summary>The account's twelve digits.</summary>
    public string AccountId => State.Account.Value.AccountId;

    /// <summary>The account's clock.</summary>
    public TimeProvider Clock => Options.Clock;

    /// <summary>How long after a change a reader may still see what was before.</summary>
    public TimeSpan LongestLag => Options.ConsistencyLag.Values.DefaultIfEmpty().Max();

    /// <summary>The faults that calls meet.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>What people do in a browser and no API does.</summary>
    public SandboxConsole Console => new(this);

    internal SandboxOptions Options { get; }

    internal SandboxState State { get; }

    internal IRequestAuthorizer Authorizer { get; init; } = new PolicyRequestAuthorizer();

    /// <summary>Opens the account that lives in a file; the file is made at the first change if there is none.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="options">How the account is to be where the file does not say it.</param>
    /// <returns>The account.</returns>
    /// <exception cref="CloudException">
    /// <c>SandboxStateDamaged</c>: the file cannot be made sense of, and is kept aside. <c>SandboxStateTooNew</c>: a later version
    /// wrote it. <c>SandboxStateUnreadable</c>: it cannot be read. <c>SandboxStateNotSaved</c>: it cannot be written to.
    /// </exception>
    public static SandboxAccount Open(string path, SandboxOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SandboxOptions known = options ?? new SandboxOptions();
        var account = new SandboxAccount(known, new SandboxStateFile(Path.GetFullPath(path), TimeProvider.System));
        account.Begin();
        return account;
    }

    /// <summary>Makes an account of other options that holds the same, in memory or in a file in the place of what is there.</summary>
    /// <exception cref="CloudException"><c>SandboxStateNotSaved</c>, <c>SandboxStateBusy</c>.</exception>
    internal SandboxAccount CopyTo(SandboxOptions options, string? path)
    {
        SandboxStateFile? target = path is null ? null : new SandboxStateFile(Path.GetFullPath(path), TimeProvider.System);
        var copy = new SandboxAccount(options, target);
        copy.State.Load(JsonSerializer.SerializeToElement(State.Save()));
        if (target is not null)
        {
            using IDisposable held = target.LockAsync(CancellationToken.None).GetAwaiter().GetResult();
            target.Save(copy.State);
        }

        return copy;
    }

    /// <summary>Makes a second account in memory that is now the same, and from now on apart.</summary>
    /// <param name="clock">The copy's clock; null for the account's own.</param>
    /// <param name="timings">How long things take in the copy; null for as long as in the account.</param>
    /// <returns>The copy, without the faults.</returns>
    public SandboxAccount Copy(TimeProvider? clock = null, SandboxTimings? timings = null)
    {
        _gate.Wait();
        try
        {
            var copy = new SandboxAccount(Options with { Faults = [], Clock = clock ?? Options.Clock, Timings = timings ?? Options.Timings }, null);
            copy.State.Load(JsonSerializer.SerializeToElement(State.Save()));
            return copy;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Makes a zone fail, or mends it.</summary>
    /// <param name="zone">Its name or its id.</param>
    /// <param name="state">How it is to fare from now on.</param>
    /// <param name="cancellationToken">Ends the wait for other calls.</param>
    /// <returns>The zone.</returns>
    /// <exception cref="CloudException"><c>SandboxZoneUnknown</c>: there is no Availability Zone of that name or id.</exception>
    public Task<SandboxZone> SetZoneAsync(string zone, SandboxZoneState state, CancellationToken cancellationToken = default) =>
        EnterAsync(mayChange: true, () => Upkeep.Around(State, Zones.Find(zone)?.Region ?? string.Empty, () => Zones.Set(State, zone, state)), cancellationToken);

    /// <summary>Counts what the account holds.</summary>
    /// <returns>The counts.</returns>
    public SandboxCounts Count()
    {
        _gate.Wait();
        try
        {
            IamState iam = IamState.Of(State);
            return new SandboxCounts(iam.Users.Count, iam.Groups.Count, iam.Roles.Count, OrgState.Of(State).Accounts.Count);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    /// <summary>A request's id.</summary>
    internal string NextRequestId() =>
        IdGenerator.MakeGuid(State.Account.Value.Seed, "request", Interlocked.Increment(ref _requests));

    /// <summary>
    /// Lets a call in alone. What it changes is kept, and saved, when it returns, and undone when it throws.
    /// </summary>
    internal async Task<T> EnterAsync<T>(bool mayChange, Func<T> call, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            using IDisposable? held = mayChange && _file is not null ? await _file.LockAsync(cancellationToken).ConfigureAwait(false) : null;
            _file?.Refresh(State);
            return Run(call);
        }
        finally
        {
            _gate.Release();
        }
    }

    private T Run<T>(Func<T> call)
    {
        try
        {
            T result = call();
            if (State.IsChanged)
            {
                _file?.Save(State);
                State.Commit();
            }

            return result;
        }
        catch
        {
            State.Undo();
            throw;
        }
    }

    // A new account's id seed must be the same for every process that shares it, so it is saved before the first call.
    private void Begin()
    {
        using IDisposable held = _file!.LockAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (!_file.Refresh(State))
        {
            _file.Save(State);
        }
    }
}
