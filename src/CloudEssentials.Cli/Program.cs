using System.Runtime.InteropServices;
using CloudEssentials.Cli;
using CloudEssentials.Cli.Running;
using CloudEssentials.Cli.Tours;

using CancellationTokenSource stopping = new();

// The first signal ends the command in order; a second one ends the process.
void Stop(PosixSignalContext context)
{
    context.Cancel = !stopping.IsCancellationRequested;
    stopping.Cancel();
}

using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

Terminal terminal = Terminal.OfProcess();
return args.Length == 0
    ? await new Tour(terminal).RunAsync(stopping.Token)
    : await new CommandLineApp(terminal, new()).RunAsync(args, stopping.Token);
