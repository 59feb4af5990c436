namespace CloudEssentials.Aws.DirectoryApp;

/// <summary>What must be gone before something else can go.</summary>
internal static class DeletionOrder
{
    private const string Group = "AWS::AutoScaling::AutoScalingGroup";
    private const string Instance = "AWS::EC2::Instance";
    private const string Balancer = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    private const string Gateway = "AWS::EC2::NatGateway";
    private const string Address = "AWS::EC2::EIP";
    private const string Endpoint = "AWS::EC2::VPCEndpoint";
    private const string Subnet = "AWS::EC2::Subnet";
    private const string Routes = "AWS::EC2::RouteTable";

    private static readonly Dictionary<string, string[]> _before = new(StringComparer.Ordinal)
    {
        [Instance] = [Group],
        ["AWS::EC2::LaunchTemplate"] = [Group],
        ["AWS::ElasticLoadBalancingV2::TargetGroup"] = [Group, Balancer],
        [Address] = [Gateway],
        [Subnet] = [Group, Instance, Balancer, Gateway, Endpoint],
        ["AWS::EC2::InternetGateway"] = [Group, Instance, Balancer, Gateway, Address],
        [Routes] = [Subnet, Endpoint],
        ["AWS::EC2::SecurityGroup"] = [Group, Instance, Balancer],
        ["AWS::EC2::VPC"] = [Group, Instance, Balancer, Gateway, Endpoint, Subnet, Routes, "AWS::EC2::InternetGateway", "AWS::EC2::SecurityGroup"],
        ["AWS::IAM::InstanceProfile"] = [Group, Instance],
        ["AWS::IAM::Role"] = ["AWS::IAM::InstanceProfile"],
        ["AWS::SNS::Topic"] = [Group, "AWS::CloudWatch::Alarm"],
        ["AWS::S3::Bucket"] = [Group, Instance],
        ["AWS::DynamoDB::Table"] = [Group, Instance],
    };

    /// <summary>The types of which nothing may be left before one of this type goes.</summary>
    internal static IReadOnlyList<string> Before(string type) => _before.GetValueOrDefault(type) ?? [];
}
