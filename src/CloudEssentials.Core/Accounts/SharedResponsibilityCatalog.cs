using System.Text.Json;
using CloudEssentials.Catalog;

namespace CloudEssentials.Accounts;

/// <summary>The services whose shared responsibility the module knows: <c>data/shared-responsibility.json</c>.</summary>
public static class SharedResponsibilityCatalog
{
    private static readonly Lazy<IReadOnlyList<SharedResponsibility>> _all = new(() => DataFiles.Read(DataFiles.PathOf("shared-responsibility.json"), Read));

    /// <summary>All of them, by category and name.</summary>
    /// <exception cref="CloudException"><c>DataUnreadable</c>.</exception>
    public static IReadOnlyList<SharedResponsibility> All => _all.Value;

    /// <summary>Finds a service.</summary>
    /// <param name="service">Its prefix or name, in any case.</param>
    /// <returns>Who does what of it.</returns>
    /// <exception cref="CloudException"><c>ServiceUnknown</c>, <c>DataUnreadable</c>.</exception>
    public static SharedResponsibility Get(string service)
    {
        SharedResponsibility? known = All.FirstOrDefault(one => Is(one.Service) || Is(one.Name));
        if (known is not null)
            return known;
        string[] names = [.. All.Select(one => one.Service)];
        throw new CloudException(
            "ServiceUnknown",
            $"The shared responsibility of '{service}' is not known here.",
            CloudErrorCategory.ObjectNotFound,
            service,
            NearestName.Find(service, names) is { } near ? $"Did you mean '{near}'?" : $"Known are {string.Join(", ", names)}.");

        bool Is(string name) => name.Equals(service, StringComparison.OrdinalIgnoreCase);
    }

    private static SharedResponsibility[] Read(JsonElement root)
    {
        Dictionary<string, JsonElement> categories = root.GetProperty("Categories").EnumerateObject().ToDictionary(one => one.Name, one => one.Value);
        return
        [
            .. root.GetProperty("Services").EnumerateArray()
                .Select(one => Read(one, categories[one.Text("Category")]))
                .OrderBy(one => one.Category).ThenBy(one => one.Name, StringComparer.Ordinal),
        ];
    }

    private static SharedResponsibility Read(JsonElement service, JsonElement category) => new(
        service.Text("Service"),
        service.Text("Name"),
        Enum.Parse<ServiceCategory>(service.Text("Category")),
        [.. category.Texts("AwsDoes"), .. service.Texts("AwsDoes")],
        [.. category.Texts("YouDo"), .. service.Texts("YouDo")],
        [.. category.Texts("Command"), .. service.Texts("Command")]);
}
