using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CloudEssentials.DirectoryApp;

/// <summary>
/// Says in the terms of Terraform's provider what resources say in CloudFormation's. Most names differ in their spelling alone; what
/// differs in more than that is told here by type. See https://registry.terraform.io/providers/hashicorp/aws/latest/docs.
/// </summary>
internal sealed class TerraformResources(IReadOnlyList<AppResource> resources)
{
    private const string AccountReference = "${data.aws_caller_identity.current.account_id}";

    private static readonly Dictionary<string, string> _types = new(StringComparer.Ordinal)
    {
        ["AWS::EC2::VPC"] = "aws_vpc",
        ["AWS::EC2::InternetGateway"] = "aws_internet_gateway",
        ["AWS::EC2::VPCGatewayAttachment"] = "aws_internet_gateway_attachment",
        ["AWS::EC2::Subnet"] = "aws_subnet",
        ["AWS::EC2::RouteTable"] = "aws_route_table",
        ["AWS::EC2::Route"] = "aws_route",
        ["AWS::EC2::SubnetRouteTableAssociation"] = "aws_route_table_association",
        ["AWS::EC2::EIP"] = "aws_eip",
        ["AWS::EC2::NatGateway"] = "aws_nat_gateway",
        ["AWS::EC2::VPCEndpoint"] = "aws_vpc_endpoint",
        ["AWS::EC2::SecurityGroup"] = "aws_security_group",
        ["AWS::S3::Bucket"] = "aws_s3_bucket",
        ["AWS::S3::BucketPolicy"] = "aws_s3_bucket_policy",
        ["AWS::DynamoDB::Table"] = "aws_dynamodb_table",
        ["AWS::IAM::Role"] = "aws_iam_role",
        ["AWS::IAM::InstanceProfile"] = "aws_iam_instance_profile",
        ["AWS::EC2::LaunchTemplate"] = "aws_launch_template",
        ["AWS::ElasticLoadBalancingV2::LoadBalancer"] = "aws_lb",
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = "aws_lb_target_group",
        ["AWS::ElasticLoadBalancingV2::Listener"] = "aws_lb_listener",
        ["AWS::SNS::Topic"] = "aws_sns_topic",
        ["AWS::SNS::Subscription"] = "aws_sns_topic_subscription",
        ["AWS::AutoScaling::AutoScalingGroup"] = "aws_autoscaling_group",
        ["AWS::AutoScaling::ScalingPolicy"] = "aws_autoscaling_policy",
        ["AWS::CloudWatch::Alarm"] = "aws_cloudwatch_metric_alarm",
    };

    // What Terraform calls otherwise than by CloudFormation's name in its own spelling.
    private static readonly Dictionary<string, string> _names = new(StringComparer.Ordinal)
    {
        ["aws_security_group GroupName"] = "name",
        ["aws_security_group GroupDescription"] = "description",
        ["aws_iam_role RoleName"] = "name",
        ["aws_iam_role AssumeRolePolicyDocument"] = "assume_role_policy",
        ["aws_iam_instance_profile InstanceProfileName"] = "name",
        ["aws_s3_bucket BucketName"] = "bucket",
        ["aws_s3_bucket_policy PolicyDocument"] = "policy",
        ["aws_dynamodb_table TableName"] = "name",
        ["aws_launch_template SecurityGroupIds"] = "vpc_security_group_ids",
        ["aws_lb Type"] = "load_balancer_type",
        ["aws_lb_listener DefaultActions"] = "default_action",
        ["aws_sns_topic TopicName"] = "name",
        ["aws_autoscaling_group AutoScalingGroupName"] = "name",
        ["aws_autoscaling_group VPCZoneIdentifier"] = "vpc_zone_identifier",
        ["aws_autoscaling_group TargetGroupARNs"] = "target_group_arns",
        ["aws_autoscaling_policy AutoScalingGroupName"] = "autoscaling_group_name",
        ["aws_cloudwatch_metric_alarm OKActions"] = "ok_actions",
    };

    // Attributes, and what a reference without one stands for.
    private static readonly Dictionary<string, string> _attributes = new(StringComparer.Ordinal)
    {
        ["DNSName"] = "dns_name",
        ["GroupId"] = "id",
        ["LatestVersionNumber"] = "latest_version",
        ["LoadBalancerFullName"] = "arn_suffix",
        ["TargetGroupFullName"] = "arn_suffix",
        ["aws_iam_role"] = "name",
        ["aws_lb"] = "arn",
        ["aws_lb_target_group"] = "arn",
        ["aws_sns_topic"] = "arn",
        ["aws_autoscaling_group"] = "name",
        ["aws_dynamodb_table"] = "name",
    };

    private readonly Dictionary<string, string> _typeById = resources.ToDictionary(resource => resource.LogicalId, resource => _types[resource.Type], StringComparer.Ordinal);
    private readonly JsonObject _written = [];

    /// <summary>Writes all of them.</summary>
    /// <returns>Types, and in each its resources by name.</returns>
    internal JsonObject Write()
    {
        foreach (AppResource resource in resources)
        {
            JsonObject block = Block(resource);
            JsonArray dependsOn = [.. resource.DependsOn.Except(AppResource.References(resource.Properties)).Select(id => JsonValue.Create(Address(id)))];
            if (dependsOn.Count > 0)
                block["depends_on"] = dependsOn;
            Put(_types[resource.Type], Label(resource.LogicalId), block);
        }

        return _written;
    }

    /// <summary>What stands for another resource, or one attribute of it.</summary>
    internal string Reference(string logicalId, string? attribute = null) =>
        $"${{{Address(logicalId)}.{(attribute is null ? _attributes.GetValueOrDefault(_typeById[logicalId], "id") : _attributes.GetValueOrDefault(attribute) ?? Snake(attribute))}}}";

    private JsonObject Block(AppResource resource) => resource.Type switch
    {
        "AWS::EC2::SecurityGroup" => SecurityGroup(resource),
        "AWS::S3::Bucket" => Bucket(resource),
        "AWS::DynamoDB::Table" => Table(resource),
        "AWS::IAM::Role" => Role(resource),
        "AWS::IAM::InstanceProfile" => Properties(resource, "Roles").With("role", Value(resource.Properties["Roles"]![0])),
        "AWS::EC2::LaunchTemplate" => LaunchTemplate(resource),
        "AWS::ElasticLoadBalancingV2::LoadBalancer" => Properties(resource, "Scheme").With("internal", false),
        "AWS::ElasticLoadBalancingV2::TargetGroup" => TargetGroup(resource),
        "AWS::AutoScaling::AutoScalingGroup" => Group(resource),
        "AWS::AutoScaling::ScalingPolicy" => Properties(resource).With("name", resource.Name),
        "AWS::CloudWatch::Alarm" => Properties(resource, "Dimensions").With("dimensions", Map(resource.Properties["Dimensions"], "Name")),
        _ => Properties(resource),
    };

    // A group without a rule for what goes out lets nothing out here, and everything in CloudFormation.
    private JsonObject SecurityGroup(AppResource resource)
    {
        JsonArray rules = [.. resource.Properties["SecurityGroupIngress"]!.AsArray().Select(rule => (JsonNode)Rule(rule!.AsObject()))];
        JsonObject outward = Rule(new() { ["IpProtocol"] = "-1", ["FromPort"] = 0, ["ToPort"] = 0, ["CidrIp"] = "0.0.0.0/0", ["Description"] = "Everything" });
        return Properties(resource, "SecurityGroupIngress").With("ingress", rules).With("egress", new JsonArray(outward));
    }

    // In JSON every attribute of a rule must be given.
    private JsonObject Rule(JsonObject rule) => new()
    {
        ["protocol"] = rule["IpProtocol"]!.DeepClone(),
        ["from_port"] = rule["FromPort"]!.DeepClone(),
        ["to_port"] = rule["ToPort"]!.DeepClone(),
        ["description"] = Value(rule["Description"]),
        ["cidr_blocks"] = rule["CidrIp"] is { } addresses ? new JsonArray(Value(addresses)) : [],
        ["security_groups"] = rule["SourceSecurityGroupId"] is { } group ? new JsonArray(Value(group)) : [],
        ["ipv6_cidr_blocks"] = new JsonArray(),
        ["prefix_list_ids"] = new JsonArray(),
        ["self"] = false,
    };

    private JsonObject Bucket(AppResource resource)
    {
        string label = Label(resource.LogicalId);
        JsonNode encryption = resource.Properties["BucketEncryption"]!["ServerSideEncryptionConfiguration"]![0]!["ServerSideEncryptionByDefault"]!["SSEAlgorithm"]!;
        Put("aws_s3_bucket_server_side_encryption_configuration", label, Of(resource).With("rule", new JsonArray(new JsonObject
        {
            ["apply_server_side_encryption_by_default"] = new JsonArray(new JsonObject { ["sse_algorithm"] = encryption.DeepClone() }),
        })));
        JsonObject block = Of(resource);
        foreach ((string name, JsonNode? flag) in resource.Properties["PublicAccessBlockConfiguration"]!.AsObject())
            block[Snake(name)] = flag!.DeepClone();
        Put("aws_s3_bucket_public_access_block", label, block);
        Put("aws_s3_bucket_versioning", label, Of(resource).With("versioning_configuration", new JsonArray(Nested("", resource.Properties["VersioningConfiguration"]!.AsObject()))));
        return Properties(resource, "BucketEncryption", "PublicAccessBlockConfiguration", "VersioningConfiguration");

        JsonObject Of(AppResource bucket) => new() { ["bucket"] = Reference(bucket.LogicalId) };
    }

    private JsonObject Table(AppResource resource)
    {
        JsonNode attribute = resource.Properties["AttributeDefinitions"]![0]!;
        return Properties(resource, "AttributeDefinitions", "KeySchema", "PointInTimeRecoverySpecification")
            .With("hash_key", resource.Properties["KeySchema"]![0]!["AttributeName"]!.DeepClone())
            .With("attribute", new JsonArray(new JsonObject { ["name"] = attribute["AttributeName"]!.DeepClone(), ["type"] = attribute["AttributeType"]!.DeepClone() }))
            .With("point_in_time_recovery", new JsonObject { ["enabled"] = resource.Properties["PointInTimeRecoverySpecification"]!["PointInTimeRecoveryEnabled"]!.DeepClone() });
    }

    private JsonObject Role(AppResource resource)
    {
        foreach (JsonNode? policy in resource.Properties["Policies"]!.AsArray())
        {
            string name = policy!["PolicyName"]!.GetValue<string>();
            Put("aws_iam_role_policy", Label(name), new()
            {
                ["name"] = name,
                ["role"] = Reference(resource.LogicalId),
                ["policy"] = Document(policy["PolicyDocument"]!),
            });
        }

        return Properties(resource, "Policies");
    }

    private JsonObject LaunchTemplate(AppResource resource)
    {
        JsonObject data = resource.Properties["LaunchTemplateData"]!.AsObject();
        JsonObject block = Nested("aws_launch_template", data, "TagSpecifications").With("name", resource.Name);
        block["tag_specifications"] = new JsonArray([.. data["TagSpecifications"]!.AsArray().Select(tags => new JsonObject
        {
            ["resource_type"] = tags!["ResourceType"]!.DeepClone(),
            ["tags"] = Map(tags["Tags"], "Key"),
        })]);
        return block.With("tags", Map(resource.Properties["TagSpecifications"]![0]!["Tags"], "Key"));
    }

    private JsonObject TargetGroup(AppResource resource)
    {
        JsonObject properties = resource.Properties;
        JsonObject block = Properties(resource, [.. properties.Select(property => property.Key).Where(name => name.Contains("health", StringComparison.OrdinalIgnoreCase)), "Matcher", "TargetGroupAttributes"]);
        block["health_check"] = new JsonObject
        {
            ["protocol"] = properties["HealthCheckProtocol"]!.DeepClone(),
            ["path"] = properties["HealthCheckPath"]!.DeepClone(),
            ["interval"] = properties["HealthCheckIntervalSeconds"]!.DeepClone(),
            ["timeout"] = properties["HealthCheckTimeoutSeconds"]!.DeepClone(),
            ["healthy_threshold"] = properties["HealthyThresholdCount"]!.DeepClone(),
            ["unhealthy_threshold"] = properties["UnhealthyThresholdCount"]!.DeepClone(),
            ["matcher"] = properties["Matcher"]!["HttpCode"]!.DeepClone(),
        };
        bool isSticky = properties["TargetGroupAttributes"]!.AsArray().Any(attribute => attribute!["Key"]!.GetValue<string>() == "stickiness.enabled" && attribute["Value"]!.GetValue<string>() == "true");
        return block.With("stickiness", new JsonObject { ["type"] = "lb_cookie", ["enabled"] = isSticky });
    }

    private JsonObject Group(AppResource resource)
    {
        JsonObject launch = resource.Properties["LaunchTemplate"]!.AsObject();
        JsonNode news = resource.Properties["NotificationConfigurations"]![0]!;
        Put("aws_autoscaling_notification", Label(resource.LogicalId), new()
        {
            ["group_names"] = new JsonArray(Reference(resource.LogicalId)),
            ["topic_arn"] = Value(news["TopicARN"]),
            ["notifications"] = news["NotificationTypes"]!.DeepClone(),
        });
        return Properties(resource, "LaunchTemplate", "NotificationConfigurations", "Tags")
            .With("launch_template", new JsonObject { ["id"] = Value(launch["LaunchTemplateId"]), ["version"] = Value(launch["Version"]) })
            .With("tag", new JsonArray([.. resource.Properties["Tags"]!.AsArray().Select(tag => Nested("", tag!.AsObject()))]));
    }

    private JsonObject Properties(AppResource resource, params IReadOnlyList<string> without)
    {
        JsonObject block = Nested(_types[resource.Type], resource.Properties, [.. without, "Tags"]);
        if (resource.Properties["Tags"] is { } tags && !without.Contains("Tags"))
            block["tags"] = Map(tags, "Key");
        return block;
    }

    private JsonObject Nested(string type, JsonObject properties, params IReadOnlyList<string> without) => new(properties
        .Where(property => !without.Contains(property.Key))
        .Select(property => KeyValuePair.Create(
            _names.GetValueOrDefault($"{type} {property.Key}") ?? Snake(property.Key),
            property.Key.EndsWith("PolicyDocument", StringComparison.Ordinal) ? Document(property.Value!) : Value(property.Value))));

    private JsonNode? Value(JsonNode? node) => node switch
    {
        JsonObject { Count: 1 } reference when reference["Ref"] is { } id => Reference(id.GetValue<string>()),
        JsonObject { Count: 1 } attribute when attribute["Fn::GetAtt"] is JsonArray path => Reference(path[0]!.GetValue<string>(), path[1]!.GetValue<string>()),
        JsonObject { Count: 1 } choice when choice["Fn::Select"] is JsonArray zone => $"${{data.aws_availability_zones.available.names[{zone[0]}]}}",
        JsonObject value => Nested("", value),
        JsonArray list => new JsonArray([.. list.Select(Value)]),
        JsonValue text when text.TryGetValue(out string? content) => Literal(content),
        _ => node?.DeepClone(),
    };

    private static string Document(JsonNode document) =>
        Literal(document.ToJsonString()).Replace($"${RolePart.AccountReference}", AccountReference, StringComparison.Ordinal);

    // In a string of Terraform these two begin what is to be filled in.
    private static string Literal(string text) => text.Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);

    private JsonObject Map(JsonNode? pairs, string key) =>
        new(pairs!.AsArray().Select(pair => KeyValuePair.Create(pair![key]!.GetValue<string>(), Value(pair["Value"]))));

    private void Put(string type, string label, JsonObject block)
    {
        if (_written[type] is not JsonObject all)
            _written[type] = all = [];
        all[label] = block;
    }

    private string Address(string logicalId) => $"{_typeById[logicalId]}.{Label(logicalId)}";

    private static string Label(string name) => Snake(name).Replace('-', '_');

    private static string Snake(string name)
    {
        StringBuilder snake = new(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            bool startsWord = char.IsAsciiLetterUpper(name[i]) && i > 0 && name[i - 1] != '-' && (!char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1])));
            snake.Append(startsWord ? "_" : "").Append(char.ToLower(name[i], CultureInfo.InvariantCulture));
        }

        return snake.ToString();
    }
}
