using CloudEssentials.Aws.Errors;

namespace CloudEssentials.Operations;

/// <summary>Makes the module's own errors of the framework's.</summary>
public static class CloudErrors
{
    /// <summary>Makes the module's own error of any other, so that every error has an id and a category.</summary>
    /// <param name="exception">Any error.</param>
    /// <returns>Itself where it is the module's own already.</returns>
    public static CloudException From(Exception exception) => exception switch
    {
        CloudException own => own,
        UnauthorizedAccessException => new("FileAccessDenied", exception.Message, CloudErrorCategory.PermissionDenied, innerException: exception),
        FileNotFoundException or DirectoryNotFoundException => new("FileNotFound", exception.Message, CloudErrorCategory.ObjectNotFound, innerException: exception),
        _ when AwsErrors.From(exception) is { } aws => aws,
        IOException => new("FileFailed", exception.Message, CloudErrorCategory.WriteError, innerException: exception),
        _ => new("UnexpectedError", $"{exception.GetType().Name}: {exception.Message}", CloudErrorCategory.NotSpecified, innerException: exception),
    };
}
