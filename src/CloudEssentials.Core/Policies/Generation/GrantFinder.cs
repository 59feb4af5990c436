using CloudEssentials.Catalog;

namespace CloudEssentials.Policies.Generation;

/// <summary>Pairs actions with the resources that they can act on.</summary>
internal sealed class GrantFinder(ActionCatalog catalog, LeastPrivilegeWish wish)
{
    private const string Everything = "*";

    private readonly Dictionary<string, ArnTemplate> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Service, string Resource), HashSet<string>> _types = [];
    private readonly SortedSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>What the one who asked should know.</summary>
    internal List<string> Warnings { get; } = [];

    /// <summary>Finds all that the wish asks for.</summary>
    internal List<Grant> Find()
    {
        List<Grant> grants = wish.Action.Count > 0 ? FindByAction() : FindByLevel();
        if (wish.IncludeDependentAction)
            AddDependents(grants);
        foreach (string resource in wish.Resource.Where(resource => !_used.Contains(resource)))
            Warnings.Add($"None of the actions can act on {resource}; it is left out.");
        return grants;
    }

    private List<Grant> FindByAction()
    {
        List<Grant> grants = [];
        HashSet<CatalogAction> seen = [];
        foreach (string pattern in wish.Action)
        {
            foreach (CatalogAction action in Resolve(pattern).Where(seen.Add))
                grants.Add(new(action, PairStrictly(action), []));
        }

        return grants;
    }

    private List<CatalogAction> Resolve(string pattern)
    {
        List<CatalogAction> actions = [.. catalog.MatchActions(pattern)];
        if (actions.Count > 0)
            return actions;
        CatalogAction? near = catalog.SuggestAction(pattern);
        throw new CloudException(
            "ActionUnknown",
            $"'{pattern}' is not an action of AWS (as of {catalog.Date:yyyy-MM-dd}).",
            CloudErrorCategory.ObjectNotFound,
            pattern,
            near is null ? "Find the name with Get-PolicyAction." : $"Did you mean '{near.FullName}'?");
    }

    private List<Grant> FindByLevel()
    {
        List<Grant> grants = [];
        foreach (CatalogService service in ServicesOfWish())
        {
            foreach (CatalogAction action in service.Actions.Where(action => wish.AccessLevel.Contains(action.AccessLevel)))
            {
                if (wish.Resource.Count == 0)
                    grants.Add(new(action, [Everything], []));
                else if (action.SupportsResources && MissingTypes(action, out List<string> found).Count == 0)
                    grants.Add(new(action, found, []));
            }
        }

        foreach (Grant grant in grants)
            _used.UnionWith(grant.Resources);
        return grants;
    }

    private IEnumerable<CatalogService> ServicesOfWish()
    {
        HashSet<string> prefixes = new(wish.Service, StringComparer.OrdinalIgnoreCase);
        if (prefixes.Count == 0)
            prefixes.UnionWith(wish.Resource.Select(ServiceOf));
        foreach (string prefix in prefixes)
        {
            // The service of an ARN is not always the one of the actions, as with elasticloadbalancing's or logs' kin.
            yield return catalog.FindService(prefix) ?? throw new CloudException(
                "ServiceUnknown",
                $"'{prefix}' is not the prefix of an AWS service (as of {catalog.Date:yyyy-MM-dd}).",
                CloudErrorCategory.ObjectNotFound,
                prefix,
                catalog.SuggestService(prefix) is { } near ? $"Did you mean '{near.Prefix}'?" : "Find it with Get-PolicyAction.");
        }
    }

    private static string ServiceOf(string resource)
    {
        string[] parts = resource.Split(':', 6);
        return parts.Length == 6 && parts[0] == "arn" && parts[2].Length > 0
            ? parts[2]
            : throw NotArn(resource);
    }

    private static CloudException NotArn(string resource) => new(
        "ArnInvalid",
        $"'{resource}' is not an ARN.",
        CloudErrorCategory.InvalidArgument,
        resource,
        "An ARN has six parts: arn:partition:service:region:account:resource, such as arn:aws:s3:::photos/*.");

    private List<string> PairStrictly(CatalogAction action)
    {
        if (!action.SupportsResources)
            return [Everything];
        List<CatalogActionResource> missing = MissingTypes(action, out List<string> found);
        if (missing.Count > 0)
            throw NeedsResource(action, missing);
        _used.UnionWith(found);
        return found;
    }

    /// <summary>The types of resource that an action needs and that were not given; the given ones that it can act on.</summary>
    private List<CatalogActionResource> MissingTypes(CatalogAction action, out List<string> found)
    {
        HashSet<string> given = new(StringComparer.OrdinalIgnoreCase);
        found = [];
        foreach (string resource in wish.Resource)
        {
            HashSet<string> types = TypesOf(action.Service, resource);
            int before = given.Count;
            given.UnionWith(action.ResourceTypes.Select(type => type.Name).Where(types.Contains));
            if (given.Count > before || action.ResourceTypes.Any(type => types.Contains(type.Name)))
                found.Add(resource);
        }

        List<CatalogActionResource> missing = [.. action.ResourceTypes.Where(type => type.IsRequired && !given.Contains(type.Name) && !HasPart(type, action, given))];
        // An action that tags takes one resource of whatever type, and the reference marks each of them as required.
        bool oneIsEnough = action.AccessLevel == AccessLevel.Tagging || missing.Count == 0;
        if (oneIsEnough)
            return found.Count > 0 ? [] : [.. action.ResourceTypes];
        return missing;
    }

    // A part of a thing, as an index is of a table, stands for the thing: its ARN begins with the other's.
    private static bool HasPart(CatalogActionResource whole, CatalogAction action, HashSet<string> given) => action.ResourceTypes
        .Where(type => given.Contains(type.Name))
        .Any(type => type.ResourceType.ArnPatterns.Any(part => whole.ResourceType.ArnPatterns.Any(pattern => part.StartsWith($"{pattern}/", StringComparison.Ordinal))));

    private HashSet<string> TypesOf(CatalogService service, string resource)
    {
        if (_types.TryGetValue((service.Prefix, resource), out HashSet<string>? known))
            return known;
        if (resource != Everything)
            _ = ServiceOf(resource);

        int best = 0, literal = 0;
        HashSet<string> types = new(StringComparer.OrdinalIgnoreCase);
        foreach (CatalogResourceType type in service.ResourceTypes)
        {
            foreach (ArnTemplate template in type.ArnPatterns.Select(TemplateOf))
            {
                int fit = resource == Everything ? 2 : template.FitOf(resource);
                if (fit == 0 || fit < best || (fit == best && fit == 1 && template.LiteralLength < literal))
                    continue;
                // A better fit makes the worse ones a misreading: photos/* is an object, not a bucket of that name.
                if (fit > best || (fit == 1 && template.LiteralLength > literal))
                    types.Clear();
                best = fit;
                literal = template.LiteralLength;
                types.Add(type.Name);
            }
        }

        return _types[(service.Prefix, resource)] = types;
    }

    private ArnTemplate TemplateOf(string text) =>
        _templates.TryGetValue(text, out ArnTemplate? template) ? template : _templates[text] = new(text);

    private static CloudException NeedsResource(CatalogAction action, List<CatalogActionResource> missing)
    {
        string patterns = string.Join("; ", missing.Take(5).Select(type => $"{type.Name}: {string.Join(" or ", type.ResourceType.ArnPatterns)}"));
        string more = missing.Count > 5 ? $"; and {missing.Count - 5} more" : "";
        return new(
            "ResourceNeeded",
            $"'{action.FullName}' acts on resources, and none was given of {(missing.Count == 1 ? "the type" : "the types")} {patterns}{more}.",
            CloudErrorCategory.InvalidArgument,
            action.FullName,
            "Give its ARN with -Resource; a wildcard may stand in it, and '*' alone for all.");
    }

    private void AddDependents(List<Grant> grants)
    {
        HashSet<string> have = new(grants.Select(grant => grant.Action.FullName), StringComparer.OrdinalIgnoreCase);
        foreach (Grant grant in grants.ToArray())
        {
            foreach (string name in DependentsOf(grant.Action))
            {
                if (catalog.FindAction(name) is not { } action)
                    continue;
                // A role is passed to one service at a time: the same action for another service is another grant.
                bool held = name is "iam:PassRole" or "iam:CreateServiceLinkedRole";
                if ((held ? have.Add($"{name} {grant.Action.Service.Prefix}") && !have.Contains(name) : have.Add(name)) && MakeDependent(action, grant.Action) is { } dependent)
                    grants.Add(dependent);
            }
        }
    }

    private static IEnumerable<string> DependentsOf(CatalogAction action) =>
        action.DependentActions.Concat(action.ResourceTypes.SelectMany(type => type.DependentActions)).Distinct(StringComparer.OrdinalIgnoreCase);

    private Grant? MakeDependent(CatalogAction action, CatalogAction wanted)
    {
        if (action.FullName == "iam:CreateServiceLinkedRole")
        {
            string principal = ServicePrincipal.LinkedTo(wanted);
            return new(action, [$"arn:aws:iam::*:role/aws-service-role/{principal}/*"], [new("StringEquals", "iam:AWSServiceName", [principal])]);
        }

        if (!action.SupportsResources)
            return new(action, [Everything], []);

        List<CatalogActionResource> missing = MissingTypes(action, out List<string> found);
        found.Remove(Everything);
        if (missing.Count > 0 || found.Count == 0)
        {
            CatalogActionResource type = missing.Count > 0 ? missing[0] : action.ResourceTypes[0];
            Warnings.Add($"{wanted.FullName} may need {action.FullName} too, which is left out: give a resource of the type {type.Name} ({string.Join(" or ", type.ResourceType.ArnPatterns)}).");
            return null;
        }

        _used.UnionWith(found);
        return action.FullName == "iam:PassRole"
            ? new(action, found, [new("StringEquals", "iam:PassedToService", [ServicePrincipal.PassedBy(wanted)])])
            : new(action, found, []);
    }
}
