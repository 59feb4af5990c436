using CloudEssentials.Policies;

namespace CloudEssentials.Operations.Policies;

/// <summary>Policies in files that a parameter names.</summary>
internal static class PolicyFiles
{
    /// <summary>The files that paths name, each with what reads it; a path that names none is an error of its own.</summary>
    public static IEnumerable<(string? Path, Func<PolicyDocument> Read)> Read(string[] paths, IOperationHost host, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            string[] files = [.. host.ResolvePath(path)];
            if (files.Length > 1)
                files = Array.FindAll(files, file => !Directory.Exists(file));
            if (files.Length == 0)
                host.WriteError(new("PolicyFileNotFound", $"'{path}' names no file.", CloudErrorCategory.ObjectNotFound, path, "Check the path and its wildcards."));
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return (file, () => PolicyDocument.FromFile(file));
            }
        }
    }

    /// <summary>Writes a file whole or not at all.</summary>
    public static void Write(string path, string text)
    {
        var draft = path + ".new";
        try
        {
            File.WriteAllText(draft, text);
            File.Move(draft, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new CloudException("PolicyFileUnwritable", $"The policy file '{path}' cannot be written: {problem.Message}", CloudErrorCategory.WriteError, path, "Check that the file may be written.", problem);
        }
    }

    /// <summary>Refuses a type of resource that is not of the form that Access Analyzer takes.</summary>
    public static string? CheckResourceType(string? type)
    {
        if (type is null || type.Split("::") is ["AWS", { Length: > 0 }, { Length: > 0 }])
            return type;
        throw new CloudException(
            "ResourceTypeInvalid",
            $"'{type}' is not a type of resource.",
            CloudErrorCategory.InvalidArgument,
            type,
            "Write it as CloudFormation does: AWS::S3::Bucket, AWS::SQS::Queue, AWS::KMS::Key.");
    }
}
