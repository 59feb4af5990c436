using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What an instance wrote on its console while it booted: at the first boot also what its user data did.</summary>
internal sealed class GetConsoleOutput : Ec2Operation
{
    public override JsonObject Execute(OperationCall call)
    {
        Ec2Instance instance = InstanceKinds.Instance.Require(call, call.RequiredText("InstanceId"));
        DateTimeOffset booted = InstanceLifecycle.RunningAt(call.State, instance);
        return new JsonObject
        {
            ["InstanceId"] = instance.Id,
            ["Timestamp"] = booted <= call.Now ? booted : call.Now,
            ["Output"] = booted <= call.Now ? Convert.ToBase64String(Encoding.UTF8.GetBytes(Log(call, instance))) : string.Empty,
        };
    }

    protected override IEnumerable<Ec2Target> Targets(OperationCall call) => [new(InstanceKinds.Instance, call.RequiredText("InstanceId"))];

    private static string Log(OperationCall call, Ec2Instance instance)
    {
        DateTimeOffset booted = InstanceLifecycle.RunningAt(call.State, instance);
        Ec2NetworkInterface? primary = InstanceLifecycle.InterfacesOf(call.State, instance).FirstOrDefault();
        string name = primary is null ? "localhost" : NetworkInterfaces.PrivateDnsName(instance.Region, primary.PrivateIp);
        List<string> lines =
        [
            "Amazon Linux 2023",
            $"{name.Split('.')[0]} login: cloud-init: running 'modules:config' at {Time(booted)}.",
        ];
        if (instance.BootedAgain is null)
        {
            lines.AddRange(Script(call, instance));
        }

        lines.Add($"cloud-init: finished at {Time(InstanceHealth.ReadyAt(call.State, instance))}. Datasource DataSourceEc2.");
        return string.Join('\n', lines) + "\n";
    }

    // With -x, as the course's script has it, a shell shows every command that it runs; with -e it ends at the first that fails.
    private static IEnumerable<string> Script(OperationCall call, Ec2Instance instance)
    {
        UserDataScript script = UserDataScript.Parse(instance.UserDataAtFirstBoot ?? instance.UserData);
        foreach (string command in script.Commands)
        {
            yield return $"cloud-init: + {command}";
            if (UserDataScript.IsDownload(command) && !instance.HadInternetAtFirstBoot)
            {
                yield return "cloud-init: connection timed out: there is no way to the internet";
                yield return "cloud-init: Failed to run module scripts-user (scripts in /var/lib/cloud/instance/scripts)";
                yield break;
            }
        }
    }

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss +0000", CultureInfo.InvariantCulture);
}
