namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>What is known of an instance type, from "Amazon EC2 instance types" (specifications, as of 2025-11).</summary>
internal sealed record InstanceTypeFacts
{
    public required string Name { get; init; }

    public required int Vcpus { get; init; }

    public required int MemoryInMiB { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    public required string Manufacturer { get; init; }

    /// <summary>Whether it runs on the Nitro hypervisor; else on Xen.</summary>
    public required bool IsNitro { get; init; }

    public required bool IsCurrent { get; init; }

    public required int NetworkInterfaces { get; init; }

    public required int AddressesPerInterface { get; init; }

    public string Family => Name.Split('.')[0];

    public bool IsBurstable => Name[0] == 't';

    /// <summary>A core of Graviton, and of t2, runs one thread; one of Intel's and AMD's runs two.</summary>
    public int ThreadsPerCore => Architecture == "arm64" || Family == "t2" || Vcpus == 1 ? 1 : 2;

    /// <summary>Of the burstable families alone: that of the others differs from size to size.</summary>
    public string? NetworkPerformance => (IsBurstable, IsNitro, Vcpus) switch
    {
        (false, _, _) => null,
        (_, true, _) => "Up to 5 Gigabit",
        (_, _, >= 4) => "Moderate",
        _ => "Low to Moderate",
    };
}
