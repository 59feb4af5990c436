using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CloudEssentials.Aws.Clients;

/// <summary>One call: how its request is written and how its response is read.</summary>
internal sealed class Call<TRequest> : InvokeOptions, IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    private readonly Func<TRequest, IRequest> _marshal;

    internal Call(Func<TRequest, IRequest> marshal, ResponseUnmarshaller response)
    {
        _marshal = marshal;
        RequestMarshaller = this;
        ResponseUnmarshaller = response;
    }

    public IRequest Marshall(AmazonWebServiceRequest input) => _marshal((TRequest)input);
}
