using System.Diagnostics;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace CloudEssentials.Aws.Errors;

/// <summary>What was being called when an error came: the SDK's errors do not say it.</summary>
/// <param name="Action">The action, such as <c>ec2:DescribeRegions</c>.</param>
/// <param name="Endpoint">Where the request went; null where it did not come so far.</param>
/// <param name="Elapsed">How long the call took, retries and all.</param>
/// <param name="Retries">How often it was tried again.</param>
internal sealed record CallFacts(string Action, Uri? Endpoint, TimeSpan Elapsed, int Retries)
{
    private const string _key = "CloudEssentials.CallFacts";

    /// <summary>Makes every client of the SDK note its facts.</summary>
    internal static void Register() => RuntimePipelineCustomizerRegistry.Instance.Register(new Customizer());

    /// <summary>The facts noted on an error, or null.</summary>
    internal static CallFacts? Of(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception.Data[_key] is CallFacts facts)
                return facts;
        }

        return null;
    }

    private static void Note(Exception exception, IExecutionContext context, long start)
    {
        if (exception.Data.Contains(_key))
            return;
        IRequestContext call = context.RequestContext;
        string operation = call.RequestName.EndsWith("Request", StringComparison.Ordinal) ? call.RequestName[..^"Request".Length] : call.RequestName;
        string service = call.ClientConfig.AuthenticationServiceName ?? call.ServiceMetaData.ServiceId;
        exception.Data[_key] = new CallFacts($"{service.ToLowerInvariant()}:{operation}", call.Request?.Endpoint, Stopwatch.GetElapsedTime(start), call.Retries);
    }

    private sealed class Customizer : IRuntimePipelineCustomizer
    {
        public string UniqueName => _key;

        public void Customize(Type type, RuntimePipeline pipeline) => pipeline.AddHandler(new Noting());
    }

    private sealed class Noting : PipelineHandler
    {
        public override void InvokeSync(IExecutionContext executionContext)
        {
            long start = Stopwatch.GetTimestamp();
            try
            {
                base.InvokeSync(executionContext);
            }
            catch (Exception exception)
            {
                Note(exception, executionContext, start);
                throw;
            }
        }

        public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
        {
            long start = Stopwatch.GetTimestamp();
            try
            {
                return await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                Note(exception, executionContext, start);
                throw;
            }
        }
    }
}
