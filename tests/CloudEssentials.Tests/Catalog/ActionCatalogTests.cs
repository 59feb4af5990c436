using System.Diagnostics;
using CloudEssentials.Catalog;

namespace CloudEssentials.Tests.Catalog;

public sealed class ActionCatalogTests
{
    private static readonly string Shipped = CatalogLocation.Shipped(CatalogLocation.ActionsFile);
    private static readonly ActionCatalog Catalog = ActionCatalog.Open(Shipped);

    [Fact]
    public void All_services_and_actions_are_there_and_every_access_level_is_known()
    {
        Assert.Equal(456, Catalog.Services.Count);
        var actions = Catalog.MatchActions("*").ToList();
        Assert.True(actions.Count >= 22_000, $"{actions.Count}");
        Assert.Equal(actions.Count, Catalog.Services.Sum(service => service.ActionCount));
        Assert.All(actions, action => Assert.True(Enum.IsDefined(action.AccessLevel), action.FullName));
        Assert.All(actions, action => Assert.NotEqual("", action.Description));
        Assert.All(Enum.GetValues<AccessLevel>(), level => Assert.Contains(actions, action => action.AccessLevel == level));
    }

    [Fact]
    public void Every_name_is_found_again_in_any_case()
    {
        foreach (var action in Catalog.MatchActions("*:*"))
        {
            Assert.Same(action, Catalog.FindAction(action.FullName.ToUpperInvariant()));
            Assert.Same(action, Catalog.FindAction(action.FullName.ToLowerInvariant()));
        }

        foreach (var service in Catalog.Services)
        {
            Assert.All(service.ConditionKeys, key => Assert.Same(key, service.FindConditionKey(key.Name.ToUpperInvariant())));
            Assert.All(service.ResourceTypes, type => Assert.Same(type, service.FindResourceType(type.Name.ToUpperInvariant())));
        }
    }

    [Fact]
    public void The_facts_are_those_of_the_service_authorization_reference()
    {
        var put = Catalog.FindAction("s3:putobject")!;
        Assert.Equal("s3:PutObject", put.FullName);
        Assert.Equal(AccessLevel.Write, put.AccessLevel);
        Assert.Contains(put.ResourceTypes, type => type.Name == "object");
        Assert.True(put.ListsConditionKey("s3:RequestObjectTag/Owner"));
        Assert.False(put.ListsConditionKey("s3:prefix"));
        Assert.Equal(["arn:${Partition}:s3:::${BucketName}/${ObjectName}"], put.Service.FindResourceType("object")!.ArnPatterns);
        Assert.Equal(AccessLevel.PermissionsManagement, Catalog.FindAction("iam:AttachUserPolicy")!.AccessLevel);
        Assert.Equal(AccessLevel.Tagging, Catalog.FindAction("ec2:CreateTags")!.AccessLevel);
        Assert.False(Catalog.FindAction("ec2:DescribeInstances")!.SupportsResources);
        Assert.Contains(Catalog.FindAction("ec2:RunInstances")!.ResourceTypes, type => type is { Name: "instance", IsRequired: true });
    }

    [Fact]
    public void Dependent_actions_are_there()
    {
        Assert.Contains("iam:PassRole", Catalog.FindAction("access-analyzer:StartPolicyGeneration")!.DependentActions);
        Assert.True(Catalog.MatchActions("*").Count(action => action.DependentActions.Count > 0) >= 1_500);
    }

    [Theory]
    [InlineData("aws:SourceIp", ConditionKeyType.IPAddress, false)]
    [InlineData("AWS:TAGKEYS", ConditionKeyType.String, true)]
    [InlineData("aws:RequestTag/Department", ConditionKeyType.String, false)]
    [InlineData("aws:MultiFactorAuthPresent", ConditionKeyType.Bool, false)]
    [InlineData("aws:PrincipalArn", ConditionKeyType.Arn, false)]
    [InlineData("s3:max-keys", ConditionKeyType.Numeric, false)]
    [InlineData("s3:ExistingObjectTag/Owner", ConditionKeyType.String, false)]
    [InlineData("iam:PassedToService", ConditionKeyType.String, false)]
    [InlineData("saml:aud", ConditionKeyType.String, false)]
    [InlineData("token.actions.githubusercontent.com:repository", ConditionKeyType.String, false)]
    public void A_condition_key_is_found_with_its_type(string name, ConditionKeyType type, bool isMultivalued)
    {
        var key = Catalog.FindConditionKey(name);
        Assert.NotNull(key);
        Assert.Equal((type, isMultivalued), (key.Type, key.IsMultivalued));
        Assert.True(key.Matches(name));
        Assert.NotEqual("", key.Description);
    }

    [Theory]
    [InlineData("aws:RequestTag/")]
    [InlineData("aws:NoSuchKey")]
    [InlineData("s3:NoSuchKey")]
    [InlineData("nobody:Key")]
    [InlineData("")]
    public void A_condition_key_that_does_not_exist_is_not_found(string name) => Assert.Null(Catalog.FindConditionKey(name));

    [Theory]
    [InlineData("s3:Get*", "s3:GetObject", "s3:PutObject")]
    [InlineData("S3:get?bject", "s3:GetObject", "s3:GetObjectAcl")]
    [InlineData("s3:*Object", "s3:PutObject", "s3:PutObjectAcl")]
    [InlineData("*", "iam:PassRole", null)]
    [InlineData("sq*:SendMessage", "sqs:SendMessage", "sqs:ReceiveMessage")]
    public void Patterns_match_as_policies_do(string pattern, string matched, string? unmatched)
    {
        var names = Catalog.MatchActions(pattern).Select(action => action.FullName).ToHashSet();
        Assert.Contains(matched, names);
        if (unmatched is not null)
            Assert.DoesNotContain(unmatched, names);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3")]
    [InlineData("s3:")]
    [InlineData(":GetObject")]
    [InlineData("s3:Nothing*")]
    public void What_is_no_pattern_matches_nothing(string pattern) => Assert.Empty(Catalog.MatchActions(pattern));

    [Fact]
    public void A_prefix_pattern_finds_just_what_a_look_at_every_name_finds()
    {
        foreach (var pattern in new[] { "Describe*", "*Tag*", "D?s*Inst*", "*", "Run*s", "Z*" })
        {
            var all = Catalog.FindService("ec2")!.Actions.Where(action => NamePattern.IsMatch(action.Name, pattern));
            Assert.Equal(all, Catalog.MatchActions("ec2:" + pattern));
        }
    }

    [Theory]
    [InlineData("s3:GetObjects", "s3:GetObject")]
    [InlineData("s3:PutObjcet", "s3:PutObject")]
    [InlineData("iam: ChangePassword", "iam:ChangePassword")]
    [InlineData("dynamdb:PutItem", "dynamodb:PutItem")]
    [InlineData("ec2:DescribeInstance", "ec2:DescribeInstances")]
    [InlineData("s3:Qwertyuiop", null)]
    [InlineData("nosuchservice:GetObject", null)]
    public void The_nearest_action_is_suggested(string wrong, string? right) => Assert.Equal(right, Catalog.SuggestAction(wrong)?.FullName);

    [Theory]
    [InlineData("aws:SourceIP4", "aws:SourceIp")]
    [InlineData("aws:MultiFactorAuthPresents", "aws:MultiFactorAuthPresent")]
    [InlineData("s3:prefixx", "s3:prefix")]
    [InlineData("ec2:InstanceTypo", "ec2:InstanceType")]
    public void The_nearest_condition_key_is_suggested(string wrong, string right) => Assert.Equal(right, Catalog.SuggestConditionKey(wrong)?.Name);

    [Fact]
    public void The_nearest_service_is_suggested() => Assert.Equal("lambda", Catalog.SuggestService("lamda")?.Prefix);

    [Fact]
    public void One_lookup_reads_the_list_of_services_and_one_service()
    {
        var catalog = ActionCatalog.Open(Shipped);
        Assert.NotNull(catalog.FindAction("s3:GetObject"));
        Assert.Equal(2, catalog.BlocksRead);
        Assert.NotNull(catalog.FindAction("s3:PutObject"));
        Assert.Equal(5, catalog.MatchActions("s3:*Tagging").Count(action => action.Name.StartsWith("Put", StringComparison.Ordinal)));
        Assert.Equal(2, catalog.BlocksRead);
        Assert.Equal(1, catalog.Services.Count(service => service.IsRead));
        Assert.NotEqual("", catalog.FindAction("s3:PutObject")!.Description);
        Assert.Equal(3, catalog.BlocksRead);
    }

    [Fact]
    public void It_is_small_on_disk_and_says_of_when_and_whence_it_is()
    {
        Assert.True(new FileInfo(Shipped).Length <= 1_500_000);
        Assert.True(Catalog.Date >= new DateOnly(2026, 9, 26));
        Assert.Contains("Service Authorization Reference", Catalog.Source);
        Assert.NotEqual("", Catalog.Version);
    }

    [Fact]
    public void It_is_quick()
    {
        // The best of several, for a machine that is busy with other tests; the whole takes a fraction of its bound.
        Assert.True(Best(() => Assert.NotNull(ActionCatalog.Open(Shipped).FindAction("ec2:RunInstances"))) < TimeSpan.FromMilliseconds(5));
        Assert.True(Best(() => Assert.True(ActionCatalog.Open(Shipped).MatchActions("*").Count() > 22_000)) < TimeSpan.FromMilliseconds(250));
    }

    [Fact]
    public void Many_threads_see_the_same_objects()
    {
        for (var round = 0; round < 20; round++)
        {
            var catalog = ActionCatalog.Open(Shipped);
            var found = new CatalogAction?[8];
            Parallel.For(0, found.Length, i => found[i] = catalog.FindAction("ec2:RunInstances"));
            Assert.All(found, action => Assert.Same(found[0], action));
        }
    }

    [Fact]
    public void A_damaged_file_is_one_error_wherever_the_damage_is()
    {
        var whole = File.ReadAllBytes(Shipped);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Random random = new(1);
        try
        {
            for (var round = 0; round < 24; round++)
            {
                var bytes = round % 2 == 0 ? whole[..random.Next(whole.Length)] : [.. whole];
                if (bytes.Length == whole.Length)
                    bytes[random.Next(bytes.Length)] ^= (byte)random.Next(1, 256);
                File.WriteAllBytes(path, bytes);
                Assert.Equal("CatalogUnreadable", Assert.Throws<CloudException>(() => ReadAll(path)).ErrorId);
            }
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_file_that_is_not_there_or_is_another_catalogue_is_named()
    {
        var missing = Assert.Throws<CloudException>(() => ActionCatalog.Open("/no/such/actions.catalog"));
        Assert.Equal("CatalogNotFound", missing.ErrorId);
        var other = Assert.Throws<CloudException>(() => ActionCatalog.Open(CatalogLocation.Shipped(CatalogLocation.ManagedPoliciesFile)));
        Assert.Contains("managed-policies", other.Message);
    }

    private static TimeSpan Best(Action lookup) => Enumerable.Range(0, 10).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        lookup();
        return watch.Elapsed;
    });

    private static void ReadAll(string path)
    {
        var catalog = ActionCatalog.Open(path);
        var length = catalog.GlobalConditionKeys[0].Description.Length;
        foreach (var service in catalog.Services)
            length += service.Actions.Count + service.DescriptionAt(0).Length;
        Assert.True(length > 22_000);
    }
}
