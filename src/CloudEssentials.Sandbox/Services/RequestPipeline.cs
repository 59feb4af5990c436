using System.Globalization;
using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Faults;
using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Signing;
using CloudEssentials.Sandbox.State;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services;

/// <summary>A request's way through the account: service, faults, signature, operation, parameters, permission, work, answer.</summary>
internal sealed class RequestPipeline(SandboxAccount account)
{
    private readonly Authenticator _authenticator = new(account);

    /// <summary>Answers a request.</summary>
    /// <exception cref="ConnectionDropped">A fault was ordered that breaks the connection.</exception>
    /// <exception cref="CloudException">The account's state file cannot be read or written.</exception>
    public async Task<WireResponse> AnswerAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (WebHost.Find(request.Header("host")) is { } web)
        {
            return await VisitAsync(web, request, cancellationToken).ConfigureAwait(false);
        }

        string requestId = account.NextRequestId();
        RequestSignature? signature = null;
        AuthenticationRefusal? malformed = null;
        try
        {
            signature = RequestSignature.Read(request);
        }
        catch (AuthenticationRefusal refusal)
        {
            malformed = refusal;
        }

        ServiceTarget? known = ServiceResolver.Resolve(request, signature);
        ServiceTarget target = known ?? Fallback(request);
        WireProtocol protocol = WireProtocol.Of(target.Service, request);
        WireResponse response;
        try
        {
            _ = malformed is null ? true : throw malformed;
            _ = known is not null || signature is null ? true : throw Missing(protocol, signature);
            response = await AnswerAsync(request, signature, target, protocol, requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (AuthenticationRefusal refusal)
        {
            response = protocol.WriteError(protocol.Refuse(refusal.Failure, refusal.Detail), requestId);
        }
        catch (ServiceError error)
        {
            response = protocol.WriteError(error, requestId);
        }
        catch (Exception exception) when (exception is not (CloudException or ConnectionDropped or OperationCanceledException))
        {
            // A fault of the sandbox itself; AWS would not say more than that it failed, but here the reader can mend it.
            response = protocol.WriteError(new ServiceError(protocol.Fail().Code, $"The sandbox failed: {exception}", 500), requestId);
        }

        var headers = new Dictionary<string, string>(response.Headers)
        {
            ["Date"] = account.Options.SignatureClock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture),
        };
        return response with { Headers = headers, Body = request.Method == "HEAD" ? [] : response.Body };
    }

    /// <summary>What an endpoint answers when the account itself cannot be used: a service's failure, with the reason in its words.</summary>
    public WireResponse Fail(WireRequest request, CloudException exception)
    {
        ServiceTarget target = ServiceResolver.Resolve(request, RequestSignature.Read(request)) ?? Fallback(request);
        WireProtocol protocol = WireProtocol.Of(target.Service, request);
        return protocol.WriteError(new ServiceError(protocol.Fail().Code, exception.Message, 500), account.NextRequestId());
    }

    // What nobody can tell the service of is answered as one would that speaks the same protocol.
    private static ServiceTarget Fallback(WireRequest request)
    {
        string kin = request.Header("x-amz-target") is not null ? "ssm" : FormProtocol.Peek(request, "Action") is not null || request.Header("authorization") is null ? "sts" : "account";
        return new(ServiceModel.Find(kin)!, "us-east-1", SigningRegion: null);
    }

    private static ServiceError Missing(WireProtocol protocol, RequestSignature signature)
    {
        ServiceError unknown = protocol.UnknownOperation(string.Empty);
        return new ServiceError(unknown.Code, $"The sandbox does not have the service '{signature.Service}'.", unknown.Status);
    }

    private static string? NameOf(WireProtocol protocol, WireRequest request)
    {
        try
        {
            return protocol.OperationName(request);
        }
        catch (ServiceError)
        {
            return null;
        }
    }

    private async Task<WireResponse> AnswerAsync(
        WireRequest request,
        RequestSignature? signature,
        ServiceTarget target,
        WireProtocol protocol,
        string requestId,
        CancellationToken cancellationToken)
    {
        IReadOnlyList<SandboxFault> faults = account.Faults.Strike($"{target.Service.Code}:{NameOf(protocol, request)}");
        await MeetFaultsAsync(faults, protocol, cancellationToken).ConfigureAwait(false);

        string? name = NameOf(protocol, request);
        await CatchUpAsync(request, signature, target, protocol, cancellationToken).ConfigureAwait(false);
        OperationModel? model = name is null ? null : target.Service.Operation(name);
        SandboxOperation? operation = model is null ? null : OperationRegistry.Find(target.Service, model);
        CredentialUse? use = null;
        WireResponse response;
        try
        {
            response = await account.EnterAsync(
                operation is { OnlyReads: false },
                () => Answer(request, signature, target, protocol, operation, requestId, out use),
                cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A call that was refused is a use of the credentials all the same.
            if (use?.IsDue(account.State) == true)
            {
                await account.EnterAsync(mayChange: true, () => use.Record(account.State), cancellationToken).ConfigureAwait(false);
            }
        }

        if (faults.Any(fault => fault.Kind == SandboxFaultKind.ServerErrorAfter))
        {
            throw protocol.Fail();
        }

        return faults.Any(fault => fault.Kind == SandboxFaultKind.DropAfter) ? throw new ConnectionDropped() : response;
    }

    // Whoever opens an application's page signs nothing, and calls no service: but what is due in the account happens all the same.
    private async Task<WireResponse> VisitAsync(WebHost web, WireRequest request, CancellationToken cancellationToken)
    {
        var target = new ServiceTarget(ServiceModel.Find("ec2")!, web.RegionOf(account.State, WebHost.WithoutPort(request.Header("host")!)), SigningRegion: null);
        IReadOnlyList<Upkeep> due = await account.EnterAsync(mayChange: false, () => Upkeep.DueBefore(account.State, target), cancellationToken).ConfigureAwait(false);
        foreach (Upkeep upkeep in due)
        {
            await account.EnterAsync(mayChange: true, () => upkeep.RunIfDue(account.State, target), cancellationToken).ConfigureAwait(false);
        }

        return await account.EnterAsync(mayChange: false, () => web.Answer(account.State, request), cancellationToken).ConfigureAwait(false);
    }

    private async Task CatchUpAsync(WireRequest request, RequestSignature? signature, ServiceTarget target, WireProtocol protocol, CancellationToken cancellationToken)
    {
        if (signature is null || !Upkeep.Concerns(target.Service))
        {
            return;
        }

        (SandboxState state, IReadOnlyList<Upkeep> due) = await account.EnterAsync(
            mayChange: false,
            () =>
            {
                SandboxState called = account.State.Find(_authenticator.Authenticate(request, signature, target, protocol.ClockTolerance).AccountId)!;
                RegionAccess.Require(called, target, protocol);
                return (called, Upkeep.DueBefore(called, target));
            },
            cancellationToken).ConfigureAwait(false);
        foreach (Upkeep upkeep in due)
        {
            await account.EnterAsync(mayChange: true, () => upkeep.RunIfDue(state, target), cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task MeetFaultsAsync(IReadOnlyList<SandboxFault> faults, WireProtocol protocol, CancellationToken cancellationToken)
    {
        foreach (SandboxFault fault in faults)
        {
            switch (fault.Kind)
            {
                case SandboxFaultKind.Latency:
                    await Task.Delay(fault.Delay, cancellationToken).ConfigureAwait(false);
                    break;
                case SandboxFaultKind.Throttle:
                    throw protocol.Throttle();
                case SandboxFaultKind.ServerError:
                    throw protocol.Fail();
                case SandboxFaultKind.Refuse:
                    throw new ServiceError(fault.Code, fault.Message, fault.Status);
                case SandboxFaultKind.DropBefore:
                    throw new ConnectionDropped();
                default:
                    break;
            }
        }
    }

    private WireResponse Answer(
        WireRequest request,
        RequestSignature? signature,
        ServiceTarget target,
        WireProtocol protocol,
        SandboxOperation? operation,
        string requestId,
        out CredentialUse? use)
    {
        use = null;
        SandboxCaller caller = signature is null && operation is { IsAnonymous: true }
            ? SandboxCaller.Nobody(account.AccountId)
            : _authenticator.Authenticate(request, signature, target, protocol.ClockTolerance);
        RegionAccess.Require(account.State, target, protocol);
        string name = protocol.OperationName(request);
        use = new CredentialUse(caller, target.Service.ActionPrefix, name, target.Region);
        SessionLimits.Check(caller, target.Service.Code, name, protocol);
        if (operation is null)
        {
            throw protocol.UnknownOperation(name);
        }

        OperationModel model = target.Service.Operation(name)!;
        var call = new OperationCall
        {
            Account = account,
            State = account.State.Find(caller.AccountId)!,
            Caller = caller,
            Service = target.Service,
            Operation = model,
            Region = target.Region,
            IsGlobalEndpoint = target.IsGlobalEndpoint,
            Input = ReadInput(request, protocol, model),
        };
        Authorize(call, operation, protocol);
        if (model.Input is { } input && input.Members.Any(member => member.Name == "DryRun") && call.Flag("DryRun"))
        {
            throw new ServiceError("DryRunOperation", "Request would have succeeded, but DryRun flag is set.", 412);
        }

        JsonObject output = operation.Execute(call);
        if (!operation.OnlyReads && Upkeep.Concerns(target.Service))
        {
            Upkeep.SettleAfter(call.State, target);
        }

        return protocol.WriteOutput(model, output, requestId);
    }

    private static JsonObject ReadInput(WireRequest request, WireProtocol protocol, OperationModel model)
    {
        JsonObject input = protocol.ReadInput(request, model);
        IReadOnlyList<ConstraintViolation> violations = model.Input is null ? [] : InputValidator.Validate(model.Input, input);
        return violations.Count > 0 ? throw protocol.Refuse(violations) : input;
    }

    private void Authorize(OperationCall call, SandboxOperation operation, WireProtocol protocol)
    {
        if (operation.PermissionOf(call) is not { } permission)
        {
            return;
        }

        string action = $"{call.Service.ActionPrefix}:{permission}";
        Require(call, Ask(call, operation, action, operation.Resources(call)) with { IsDecidedByCallersAccount = operation.IsDecidedByCallersAccount }, protocol);
        foreach ((string further, string resource) in operation.FurtherPermissions(call))
        {
            Require(call, Ask(call, operation, further, [resource]), protocol);
        }
    }

    private static AuthorizationRequest Ask(OperationCall call, SandboxOperation operation, string action, IReadOnlyList<string> resources)
    {
        // The policy of what is acted upon has no say in what another service is asked to do.
        bool isOwn = action.StartsWith($"{call.Service.ActionPrefix}:", StringComparison.Ordinal);
        return new AuthorizationRequest(call.Caller, action, resources, call.Region, call.State)
        {
            ContextOf = resource => operation.ContextOf(call, action, resource),
            ResourcePolicy = isOwn ? operation.ResourcePolicy(call) : null,
            ResourceAccount = isOwn ? operation.ResourceAccount(call) : null,
        };
    }

    private void Require(OperationCall call, AuthorizationRequest request, WireProtocol protocol)
    {
        AuthorizationVerdict verdict = account.Authorizer.Decide(request);
        if (verdict.IsAllowed)
        {
            return;
        }

        string on = verdict.Resource == "*" ? string.Empty : $" on resource: {protocol.Quotation}{verdict.Resource}{protocol.Quotation}";
        throw protocol.Deny(
            $"User: {call.Caller.Arn} is not authorized to perform: {request.Action}{on} {verdict.Reason}", EncodedMessage.Write(call.State, call.Caller, request.Action, verdict));
    }
}
