namespace CloudEssentials.Sandbox.Services.Ec2;

/// <summary>A call about an internet gateway and a VPC.</summary>
internal abstract class AttachmentOperation : Ec2Operation
{
    protected sealed override IEnumerable<Ec2Target> Targets(OperationCall call) =>
        [new(Ec2Kinds.InternetGateway, call.RequiredText("InternetGatewayId")), new(Ec2Kinds.Vpc, call.RequiredText("VpcId"))];
}
