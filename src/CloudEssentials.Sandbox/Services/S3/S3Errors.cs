using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.S3;

/// <summary>S3's refusals. See "Error responses" in the S3 API Reference.</summary>
internal static class S3Errors
{
    public static ServiceError NoSuchBucket(string bucket) => Of("NoSuchBucket", "The specified bucket does not exist", 404, ("BucketName", bucket));

    public static ServiceError NoSuchKey(string key) => Of("NoSuchKey", "The specified key does not exist.", 404, ("Key", key));

    public static ServiceError AccessDenied() => Of("AccessDenied", "Access Denied", 403);

    public static ServiceError InvalidArgument(string message, string name, string value) =>
        Of("InvalidArgument", message, 400, ("ArgumentName", name), ("ArgumentValue", value));

    public static ServiceError MalformedPolicy(string message) => Of("MalformedPolicy", message, 400);

    public static ServiceError Of(string code, string message, int status, params (string Name, string Value)[] details) =>
        new(code, message, status) { Details = details.ToDictionary(detail => detail.Name, detail => detail.Value) };

    /// <summary>The bucket is in another Region than the one that was called.</summary>
    public static ServiceError Elsewhere(OperationCall call, S3Bucket bucket) => call.IsGlobalEndpoint
        ? RestXmlProtocol.WrongRegion(call.Region, bucket.Region)
        : new ServiceError(
            "PermanentRedirect",
            "The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.",
            301)
        {
            Details = new Dictionary<string, string> { ["Endpoint"] = $"{bucket.Name}.s3.{bucket.Region}.amazonaws.com", ["Bucket"] = bucket.Name },
            Headers = new Dictionary<string, string> { ["x-amz-bucket-region"] = bucket.Region },
        };
}
