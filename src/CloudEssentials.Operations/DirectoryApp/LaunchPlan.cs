using CloudEssentials.DirectoryApp;

namespace CloudEssentials.Operations.DirectoryApp;

/// <summary>What is to be launched, after all was checked.</summary>
/// <param name="Image">From which image.</param>
/// <param name="VpcId">In which network.</param>
/// <param name="Launches">The number of each new instance, and its subnet.</param>
internal sealed record LaunchPlan(LaunchImage Image, string VpcId, IReadOnlyList<(int Number, LaunchSubnet Subnet)> Launches);
