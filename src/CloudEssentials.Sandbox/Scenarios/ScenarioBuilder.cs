using System.Text;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.Services;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Services.Iam;
using CloudEssentials.Sandbox.Signing;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>
/// Builds an account by calls, as its people would have made them: each is signed, sent through the account's pipeline and decided. What
/// happened long ago is called while the account's clock stands there.
/// </summary>
/// <param name="account">The account, on that clock.</param>
/// <param name="clock">The account's clock.</param>
/// <param name="end">The moment to which the account is built.</param>
internal sealed class ScenarioBuilder(SandboxAccount account, SandboxClock clock, DateTimeOffset end)
{
    private readonly RequestPipeline _pipeline = new(account);
    private readonly List<(double DaysAgo, Func<Task> Act)> _events = [];

    public SandboxAccount Account => account;

    public string AccountId => account.AccountId;

    /// <summary>Notes what happened a number of days ago; what happened at the same time happens in the order in which it was noted.</summary>
    public void At(double daysAgo, Func<Task> act) => _events.Add((daysAgo, act));

    /// <summary>Lets everything happen that was noted, and sets the clock to the end.</summary>
    public async Task RunAsync()
    {
        foreach ((double daysAgo, Func<Task> act) in _events.OrderByDescending(planned => planned.DaysAgo))
        {
            MoveTo(end.AddDays(-daysAgo));
            await act().ConfigureAwait(false);
        }

        MoveTo(end);
    }

    /// <summary>Lets time pass.</summary>
    public void Pass(TimeSpan time) => clock.Advance(time);

    public Task<ScenarioAnswer> IamAsync(string action, params (string Name, string Value)[] parameters) =>
        FormAsync(ScenarioKeys.Root, "iam", "us-east-1", "iam.amazonaws.com", action, parameters);

    public Task<ScenarioAnswer> FormAsync(
        ScenarioKeys keys, string service, string region, string host, string action, params (string Name, string Value)[] parameters)
    {
        string version = ServiceModel.Find(service)!.ApiVersion;
        IEnumerable<string> form = new[] { ("Action", action), ("Version", version) }.Concat(parameters)
            .Select(parameter => $"{Uri.EscapeDataString(parameter.Item1)}={Uri.EscapeDataString(parameter.Item2)}");
        return SendAsync(keys, service, region, "POST", "/", Headers(host, "application/x-www-form-urlencoded"), string.Join('&', form));
    }

    public Task<ScenarioAnswer> OrganizationsAsync(string action, JsonObject input)
    {
        Dictionary<string, string> headers = Headers("organizations.us-east-1.amazonaws.com", "application/x-amz-json-1.1");
        headers["x-amz-target"] = $"AWSOrganizationsV20161128.{action}";
        return SendAsync(ScenarioKeys.Root, "organizations", "us-east-1", "POST", "/", headers, input.ToJsonString());
    }

    public Task<ScenarioAnswer> RestAsync(string service, string region, string method, string path, JsonObject input) => SendAsync(
        ScenarioKeys.Root, service, region, method, path, Headers($"{service}.{region}.amazonaws.com", "application/json"), input.ToJsonString());

    /// <summary>Makes a user with an access key, if one is wanted, in groups.</summary>
    public async Task<ScenarioKeys?> UserAsync(string name, bool withKey, params string[] groups)
    {
        await IamAsync("CreateUser", ("UserName", name)).ConfigureAwait(false);
        foreach (string group in groups)
        {
            await IamAsync("AddUserToGroup", ("UserName", name), ("GroupName", group)).ConfigureAwait(false);
        }

        return withKey ? await KeyAsync(name).ConfigureAwait(false) : null;
    }

    /// <summary>Makes an access key: of a user, or of the root user if null is given.</summary>
    public async Task<ScenarioKeys> KeyAsync(string? userName)
    {
        ScenarioAnswer key = await IamAsync("CreateAccessKey", userName is null ? [] : [("UserName", userName)]).ConfigureAwait(false);
        return new ScenarioKeys(key.Text("AccessKeyId"), key.Text("SecretAccessKey"));
    }

    /// <summary>Makes a group with managed policies of AWS, by the end of their ARNs.</summary>
    public async Task GroupAsync(string name, params string[] awsPolicies)
    {
        await IamAsync("CreateGroup", ("GroupName", name)).ConfigureAwait(false);
        foreach (string policy in awsPolicies)
        {
            await IamAsync("AttachGroupPolicy", ("GroupName", name), ("PolicyArn", $"arn:aws:iam::aws:policy/{policy}")).ConfigureAwait(false);
        }
    }

    /// <summary>Makes a managed policy of the account's own.</summary>
    /// <returns>Its ARN.</returns>
    public async Task<string> PolicyAsync(string name, string document) =>
        (await IamAsync("CreatePolicy", ("PolicyName", name), ("PolicyDocument", document)).ConfigureAwait(false)).Text("Arn");

    /// <summary>Gives a user a console password, and a virtual MFA device if one is wanted.</summary>
    public async Task ConsoleAsync(string userName, bool withMfa = true)
    {
        await IamAsync("CreateLoginProfile", ("UserName", userName), ("Password", $"Sandbox-{userName.Length}-Pass-Phrase!")).ConfigureAwait(false);
        if (!withMfa)
        {
            return;
        }

        (string serial, string seed) = await VirtualDeviceAsync($"{userName}-phone").ConfigureAwait(false);
        DateTimeOffset now = account.Options.SignatureClock.GetUtcNow();
        await IamAsync(
            "EnableMFADevice",
            ("UserName", userName),
            ("SerialNumber", serial),
            ("AuthenticationCode1", TimeCodes.At(seed, now)),
            ("AuthenticationCode2", TimeCodes.At(seed, now.AddSeconds(30)))).ConfigureAwait(false);
    }

    /// <summary>Runs a small instance.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="more">What is asked for beyond the ordinary.</param>
    public Task<ScenarioAnswer> InstanceAsync(string name, params (string Name, string Value)[] more) => FormAsync(
        ScenarioKeys.Root,
        "ec2",
        "us-east-1",
        "ec2.us-east-1.amazonaws.com",
        "RunInstances",
        [
            ("ImageId", "resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64"),
            ("InstanceType", "t3.micro"),
            ("MinCount", "1"),
            ("MaxCount", "1"),
            ("TagSpecification.1.ResourceType", "instance"),
            ("TagSpecification.1.Tag.1.Key", "Name"),
            ("TagSpecification.1.Tag.1.Value", name),
            .. more,
        ]);

    /// <summary>Makes a virtual MFA device.</summary>
    /// <returns>Its ARN and its seed in Base32.</returns>
    public async Task<(string Serial, string Seed)> VirtualDeviceAsync(string name)
    {
        ScenarioAnswer device = await IamAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", name)).ConfigureAwait(false);
        return (device.Text("SerialNumber"), Encoding.ASCII.GetString(Convert.FromBase64String(device.Text("Base32StringSeed"))));
    }

    /// <summary>Names the contact that AWS writes to about security, and watches every Region for access from outside.</summary>
    public async Task WatchAsync()
    {
        await RestAsync("account", "us-east-1", "POST", "/putAlternateContact", new JsonObject
        {
            ["AlternateContactType"] = "SECURITY",
            ["Name"] = "Security",
            ["Title"] = "On call",
            ["EmailAddress"] = "security@example.com",
            ["PhoneNumber"] = "+12065550101",
        }).ConfigureAwait(false);
        foreach (string region in RegionView.All(account.State, "aws").Where(region => region.IsEnabled).Select(region => region.Facts.Code))
        {
            await RestAsync(
                "access-analyzer", region, "PUT", "/analyzer", new JsonObject { ["analyzerName"] = "external-access", ["type"] = "ACCOUNT" }).ConfigureAwait(false);
        }
    }

    private void MoveTo(DateTimeOffset time)
    {
        if (time > clock.GetUtcNow())
        {
            clock.Advance(time - clock.GetUtcNow());
        }
    }

    private static Dictionary<string, string> Headers(string host, string contentType) =>
        new(StringComparer.OrdinalIgnoreCase) { ["host"] = host, ["content-type"] = contentType };

    private async Task<ScenarioAnswer> SendAsync(
        ScenarioKeys keys, string service, string region, string method, string path, Dictionary<string, string> headers, string body)
    {
        DateTimeOffset now = account.Options.SignatureClock.GetUtcNow();
        string stamp = RequestSignature.Write(now);
        headers["x-amz-date"] = stamp;
        var request = new WireRequest(method, path, headers, Encoding.UTF8.GetBytes(body));
        var signature = new RequestSignature
        {
            AccessKeyId = keys.Id,
            Day = stamp[..8],
            Region = region,
            Service = service,
            SignedHeaders = ["host", "x-amz-date"],
            Signature = string.Empty,
            Time = now,
        };
        headers["authorization"] =
            $"{RequestSignature.Algorithm} Credential={keys.Id}/{signature.Scope}, SignedHeaders=host;x-amz-date, Signature={SignatureVerifier.Compute(request, signature, keys.Secret)}";
        WireResponse response = await _pipeline.AnswerAsync(request, CancellationToken.None).ConfigureAwait(false);
        string answer = Encoding.UTF8.GetString(response.Body);
        return response.Status < 300 ? new ScenarioAnswer(answer) : throw new InvalidOperationException($"The scenario's call was refused: {body}: {answer}");
    }
}
