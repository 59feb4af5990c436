using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Models;
using CloudEssentials.Sandbox.Services.Ec2;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Autoscaling;

/// <summary>
/// Tries a launch without launching, as Auto Scaling does when it is given a launch template: with the caller's own permissions, for
/// instances and the role that they are given. See "Control the use of launch templates" in the Amazon EC2 Auto Scaling User Guide.
/// </summary>
internal static class LaunchCheck
{
    /// <exception cref="ServiceError">EC2 would not launch it, or not for this caller.</exception>
    public static void Require(OperationCall call, LaunchSource source, string? subnetId)
    {
        JsonObject parameters = GroupLauncher.Parameters(call.State, call.Region, source, subnetId);
        try
        {
            LaunchPlan.Make(call.State, call.Region, parameters);
        }
        catch (ServiceError error) when (error.Code != "InsufficientInstanceCapacity")
        {
            throw ScalingErrors.Validation($"You must use a valid fully-formed launch template. {error.Message}");
        }
        catch (ServiceError)
        {
            // A zone that has failed is no fault of the template.
        }

        if (!MayLaunch(call, source, parameters))
        {
            throw ScalingErrors.Validation($"You are not authorized to use launch template: {source.Name}");
        }
    }

    private static bool MayLaunch(OperationCall call, LaunchSource source, JsonObject parameters)
    {
        // What Auto Scaling itself says is where; all else is the template's.
        string place = parameters["NetworkInterfaces"] is null ? "SubnetId" : "NetworkInterfaces";
        var input = new JsonObject
        {
            ["LaunchTemplate"] = GroupLauncher.Write(source),
            ["MinCount"] = 1,
            ["MaxCount"] = 1,
            [place] = parameters[place]?.DeepClone(),
        };
        ServiceModel ec2 = ServiceModel.Find("ec2")!;
        var launch = new OperationCall
        {
            Account = call.Account,
            Caller = call.Caller,
            Service = ec2,
            Operation = ec2.Operation("RunInstances")!,
            Region = call.Region,
            Input = input,
            State = call.State,
        };
        SandboxOperation run = OperationRegistry.Find(ec2, launch.Operation)!;
        return May("ec2:RunInstances", run.Resources(launch)) && run.FurtherPermissions(launch).All(further => May(further.Action, [further.Resource]));

        bool May(string action, IReadOnlyList<string> resources) => call.Account.Authorizer.Decide(
            new AuthorizationRequest(call.Caller, action, resources, call.Region, call.State) { ContextOf = resource => run.ContextOf(launch, action, resource) }).IsAllowed;
    }
}
