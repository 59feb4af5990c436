using Amazon;

namespace CloudEssentials.Aws.Clients;

/// <summary>The SDK's rule for collections: null until set, or empty where <see cref="AWSConfigs.InitializeCollections"/> says so.</summary>
internal static class Collections
{
    internal static List<T>? List<T>() => AWSConfigs.InitializeCollections ? [] : null;

    internal static Dictionary<string, T>? Map<T>() => AWSConfigs.InitializeCollections ? [] : null;

    internal static bool IsSet<T>(ICollection<T>? collection) => collection is not null && (collection.Count > 0 || !AWSConfigs.InitializeCollections);
}
