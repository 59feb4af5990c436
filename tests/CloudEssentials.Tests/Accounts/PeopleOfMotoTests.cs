using CloudEssentials.Accounts;
using CloudEssentials.Aws.Accounts;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Operations.Connections;
using CloudEssentials.Tests.Clients;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

/// <summary>People and programs on an emulator that others wrote.</summary>
public sealed class PeopleOfMotoTests(MotoServer moto) : IClassFixture<MotoServer>
{
    [SkippableFact]
    public async Task A_member_a_device_and_roles_are_made_once_and_found_again()
    {
        Skip.If(moto.Url is null, "moto_server is not on PATH.");
        TestHost host = new();
        CloudAccount account = Assert.Single(await host.RunAsync(new ConnectCloudAccount(), new() { EndpointUrl = moto.Url, AccessKey = "AKIAIOSFODNN7EXAMPLE", SecretKey = "secret", Region = "us-east-1" }));
        await new MemberGateway(account.Connection!).CreateGroupAsync("plain", CancellationToken.None);
        string picture = Path.GetTempFileName();
        NewTeamMemberRequest member = new() { UserName = "ana", Group = ["plain"], Console = true, Programmatic = true };
        NewWorkloadRoleRequest workload = new() { RoleName = "app", Service = "ec2.amazonaws.com", Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}}""" };
        NewFederatedRoleRequest federated = new() { RoleName = "deploy", GitHubRepository = "contoso/directory", Branch = ["main"] };

        TeamMember ana = Assert.Single(await host.RunAsync(new NewTeamMember(), member));
        await host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Path = picture, SkipEnable = true });
        await host.RunAsync(new NewVirtualMfaDevice(), new() { UserName = "ana", Code = ["123456", "123457"] });
        await host.RunAsync(new SetAccountPasswordPolicy(), new() { Preset = PasswordPolicyPreset.CIS });
        MadeRole[] made = [.. await host.RunAsync(new NewWorkloadRole(), workload), .. await host.RunAsync(new NewFederatedRole(), federated)];

        Assert.Equal(("MfaRequired", "InitialPassword, SecretAccessKey"), (ana.MfaRequiredBy, ana.Secrets));
        Assert.Equal([4, 2], made.Select(role => role.Change.Count));
        Assert.Empty(Assert.Single(await host.RunAsync(new NewTeamMember(), member)).Change);
        Assert.Empty(Assert.Single(await host.RunAsync(new NewWorkloadRole(), workload)).Change);
        Assert.Empty(Assert.Single(await host.RunAsync(new NewFederatedRole(), federated)).Change);
        Assert.Equal(("ana", MfaDeviceKind.Virtual), Assert.Single(await host.RunAsync(new GetMfaDevice(), new())) is { } device ? (device.UserName, device.Kind) : default);
        Assert.Equal(14, Assert.Single(await host.RunAsync(new GetAccountPasswordPolicy(), new())).MinimumPasswordLength);
        Assert.EndsWith("assumed-role/app/look", Assert.Single(await host.RunAsync(new GetTemporaryCredential(), new() { RoleArn = made[0].Arn, SessionName = "look" })).Arn, StringComparison.Ordinal);
        File.Delete(picture);
    }
}
