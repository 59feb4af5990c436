using System.Text.Json.Nodes;
using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>The instance types that a Region offers, of those that the sandbox knows.</summary>
internal sealed class DescribeInstanceTypes : SandboxOperation
{
    private const int LargestPage = 100;

    private static readonly Filters<JsonObject> Filtering = AnswerFilters.Parse("""
        auto-recovery-supported AutoRecoverySupported
        bare-metal BareMetal
        burstable-performance-supported BurstablePerformanceSupported
        current-generation CurrentGeneration
        dedicated-hosts-supported DedicatedHostsSupported
        ebs-info.ebs-optimized-support EbsInfo.EbsOptimizedSupport
        ebs-info.encryption-support EbsInfo.EncryptionSupport
        ebs-info.nvme-support EbsInfo.NvmeSupport
        free-tier-eligible FreeTierEligible
        hibernation-supported HibernationSupported
        hypervisor Hypervisor
        instance-storage-supported InstanceStorageSupported
        instance-type InstanceType
        memory-info.size-in-mib MemoryInfo.SizeInMiB
        network-info.ena-support NetworkInfo.EnaSupport
        network-info.ipv4-addresses-per-interface NetworkInfo.Ipv4AddressesPerInterface
        network-info.ipv6-supported NetworkInfo.Ipv6Supported
        network-info.maximum-network-interfaces NetworkInfo.MaximumNetworkInterfaces
        network-info.network-performance NetworkInfo.NetworkPerformance
        processor-info.manufacturer ProcessorInfo.Manufacturer
        processor-info.supported-architecture ProcessorInfo.SupportedArchitectures
        supported-boot-mode SupportedBootModes
        supported-root-device-type SupportedRootDeviceTypes
        supported-usage-class SupportedUsageClasses
        supported-virtualization-type SupportedVirtualizationTypes
        vcpu-info.default-cores VCpuInfo.DefaultCores
        vcpu-info.default-threads-per-core VCpuInfo.DefaultThreadsPerCore
        vcpu-info.default-vcpus VCpuInfo.DefaultVCpus
        """);

    public override JsonObject Execute(OperationCall call)
    {
        IReadOnlyList<string> names = call.Texts("InstanceTypes");
        List<InstanceTypeFacts> offered = [.. InstanceTypes.All.Where(type => InstanceTypes.IsOffered(type, call.Region))];
        List<string> unknown = [.. names.Except(offered.Select(type => type.Name))];
        if (unknown.Count > 0)
        {
            throw new ServiceError("InvalidInstanceType", $"The following supplied instance types do not exist: [{string.Join(", ", unknown)}]");
        }

        IEnumerable<JsonObject> wanted = offered.Where(type => names.Count == 0 || names.Contains(type.Name)).Select(Write);
        return Pages.Cut(call, "InstanceTypes", Filtering.Apply(call, wanted), type => type["InstanceType"]!.GetValue<string>(), LargestPage);
    }

    private static JsonObject Write(InstanceTypeFacts type) => new()
    {
        ["InstanceType"] = type.Name,
        ["CurrentGeneration"] = type.IsCurrent,
        ["FreeTierEligible"] = type.Name is "t2.micro" or "t3.micro" or "t3.small" or "t4g.micro" or "t4g.small",
        ["SupportedUsageClasses"] = new JsonArray("on-demand", "spot"),
        ["SupportedRootDeviceTypes"] = new JsonArray("ebs"),
        ["SupportedVirtualizationTypes"] = new JsonArray("hvm"),
        ["BareMetal"] = false,
        ["Hypervisor"] = type.IsNitro ? "nitro" : "xen",
        ["ProcessorInfo"] = new JsonObject { ["SupportedArchitectures"] = new JsonArray(type.Architecture), ["Manufacturer"] = type.Manufacturer },
        ["VCpuInfo"] = new JsonObject
        {
            ["DefaultVCpus"] = type.Vcpus,
            ["DefaultCores"] = type.Vcpus / type.ThreadsPerCore,
            ["DefaultThreadsPerCore"] = type.ThreadsPerCore,
        },
        ["MemoryInfo"] = new JsonObject { ["SizeInMiB"] = type.MemoryInMiB },
        ["InstanceStorageSupported"] = false,
        ["EbsInfo"] = new JsonObject
        {
            ["EbsOptimizedSupport"] = type.Family == "t2" ? "unsupported" : "default",
            ["EncryptionSupport"] = "supported",
            ["NvmeSupport"] = type.IsNitro ? "required" : "unsupported",
        },
        ["NetworkInfo"] = new JsonObject
        {
            ["NetworkPerformance"] = type.NetworkPerformance,
            ["MaximumNetworkInterfaces"] = type.NetworkInterfaces,
            ["MaximumNetworkCards"] = 1,
            ["DefaultNetworkCardIndex"] = 0,
            ["Ipv4AddressesPerInterface"] = type.AddressesPerInterface,
            ["Ipv6AddressesPerInterface"] = type.AddressesPerInterface,
            ["Ipv6Supported"] = true,
            ["EnaSupport"] = type.IsNitro ? "required" : "unsupported",
            ["EfaSupported"] = false,
        },
        ["BurstablePerformanceSupported"] = type.IsBurstable,
        ["DedicatedHostsSupported"] = type.Family is not "t2",
        ["AutoRecoverySupported"] = true,
        ["SupportedBootModes"] = type switch
        {
            { Architecture: "arm64" } => new JsonArray("uefi"),
            { IsNitro: true } => new JsonArray("legacy-bios", "uefi"),
            _ => new JsonArray("legacy-bios"),
        },
    };
}
