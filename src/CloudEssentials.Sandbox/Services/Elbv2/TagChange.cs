using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace CloudEssentials.Sandbox.Services.Elbv2;

/// <summary>Changes the tags of resources of any kind.</summary>
internal abstract class TagChange : TagReading
{
    public override JsonObject Execute(OperationCall call)
    {
        ElbState elb = ElbState.Of(call.State);
        foreach (ElbResource resource in Tagged(call))
        {
            ImmutableSortedDictionary<string, string> tags = CheckTags(Change(call, resource.Tags));
            switch (resource)
            {
                case ElbLoadBalancer balancer:
                    elb.LoadBalancers[balancer.Arn] = balancer with { Tags = tags };
                    break;
                case ElbTargetGroup group:
                    elb.TargetGroups[group.Arn] = group with { Tags = tags };
                    break;
                case ElbListener listener:
                    elb.Listeners[listener.Arn] = listener with { Tags = tags };
                    break;
                default:
                    break;
            }
        }

        return [];
    }

    protected abstract ImmutableSortedDictionary<string, string> Change(OperationCall call, ImmutableSortedDictionary<string, string> tags);
}
