using CloudEssentials.Accounts;
using CloudEssentials.Operations;
using CloudEssentials.Operations.Accounts;
using CloudEssentials.Tests.Support;

namespace CloudEssentials.Tests.Accounts;

public sealed class SharedResponsibilityTests
{
    [Fact]
    public void Each_service_has_both_halves_and_commands_that_there_are()
    {
        string[] commands = [.. OperationDescriptor.All.Select(operation => operation.Name)];

        Assert.Equal(Enum.GetValues<ServiceCategory>(), SharedResponsibilityCatalog.All.Select(one => one.Category).Distinct());
        Assert.All(SharedResponsibilityCatalog.All, one =>
        {
            Assert.NotEmpty(one.AwsDoes);
            Assert.NotEmpty(one.YouDo);
            Assert.Empty(one.Command.Except(commands));
        });
    }

    [Fact]
    public async Task A_name_that_is_not_known_is_one_error_and_the_others_come_through()
    {
        TestHost host = new();

        List<SharedResponsibility> found = await host.RunAsync(new GetSharedResponsibility(), new() { Service = ["lambada", "Amazon S3"] });

        Assert.Equal(("s3", ServiceCategory.Abstracted), (Assert.Single(found).Service, found[0].Category));
        Assert.Equal(("ServiceUnknown", "Did you mean 'lambda'?"), (Assert.Single(host.Errors).ErrorId, host.Errors[0].Remedy));
    }
}
