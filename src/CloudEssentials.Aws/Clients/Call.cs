using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace CloudEssentials.Aws.Clients;

/// <summary>One call: how its request is written, how its response is read, and whether it is signed at all.</summary>
internal abstract class Call : InvokeOptions
{
    /// <summary>True for the few operations that anyone may call, such as those that trade a web identity for credentials.</summary>
    internal bool IsUnsigned { get; init; }
}

/// <summary>A call of one operation.</summary>
internal sealed class Call<TRequest> : Call, IMarshaller<IRequest, AmazonWebServiceRequest>
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
