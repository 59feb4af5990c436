using CloudEssentials.Cli.Parsing;
using CloudEssentials.Cli.Running;
using CloudEssentials.Operations.Connections;

namespace CloudEssentials.Cli.Tours;

/// <summary>A short tour on the sandbox account: each command, then its real output.</summary>
internal sealed class Tour(Terminal terminal)
{
    /// <summary>The stops, in their order.</summary>
    internal static readonly IReadOnlyList<TourStep> Steps =
    [
        new("An account to try things on: it is built in, costs nothing and reaches nowhere.", "Connect-CloudAccount -Sandbox"),
        new("The Regions of the account and their Availability Zones, as AWS answers them.", "Get-RegionAZMap"),
        new("A zone by its name, and by the id that is the same in every account.", "Resolve-AvailabilityZone us-east-1c,use1-az4"),
        new("Two instances in one zone: does the workload survive the loss of it?", "Test-ZoneResilience us-east-2a,us-east-2a"),
        new("Where to run a workload for users in Berlin that must stay in these countries.", "Compare-CloudRegion -Offline -Region eu-* -Location Berlin -Country Germany,Ireland,France"),
        new("A job needs two actions on one bucket. The smallest policy that grants just that:", "New-LeastPrivilegePolicy -Action s3:GetObject,s3:PutObject -Resource arn:aws:s3:::photos/*"),
        new(
            "The same policy put to the proof: what it allows, and what it does not.",
            "New-LeastPrivilegePolicy -Action s3:GetObject,s3:PutObject -Resource arn:aws:s3:::photos/* | Test-PolicyAccess -Action s3:GetObject,s3:DeleteObject -Resource arn:aws:s3:::photos/cat.jpg"),
        new(
            "A policy of somebody else, checked: what is wrong with it, and what would be right.",
            """Test-PolicyDocument '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObjects","Resource":"*"}}'"""),
        new("The root user, who can do everything: is it locked away?", "Test-RootUserSecurity"),
        new("The course's application, two instances in two zones behind a load balancer, with all that it needs: this takes a few seconds.", "New-DirectoryApp directory employee-photo-bucket-ab-907"),
        new("Each zone fails in turn, on a copy of the account: does the application go on answering?", "Test-DirectoryAppResilience directory -Simulate"),
        new("And back: everything that bears the application's tag is deleted, data too.", "Remove-DirectoryApp directory -IncludeData -Force"),
    ];

    /// <summary>Takes the tour.</summary>
    /// <returns>The exit code of the first command that failed, else 0.</returns>
    internal async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        terminal.Out.WriteLine("A short tour of CloudEssentials. Every command below runs as it stands, on an account that exists only here.");
        CloudSession session = new();
        Terminal shown = terminal with { HasPipedInput = false, In = TextReader.Null, ShowsOutput = true };
        foreach (TourStep step in Steps)
        {
            terminal.Out.WriteLine();
            terminal.Out.WriteLine(step.Words);
            terminal.Out.WriteLine();
            terminal.Out.WriteLine($"> {step.Command}");
            int code = await new CommandLineApp(shown, session).RunPipelineAsync(CommandLineText.Split(step.Command), cancellationToken);
            if (code is not (ExitCode.Success or ExitCode.Finding))
                return code;
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("That was the tour. 'cloudessentials --help' lists every command, 'cloudessentials <command> -?' explains one.");
        return ExitCode.Success;
    }
}
