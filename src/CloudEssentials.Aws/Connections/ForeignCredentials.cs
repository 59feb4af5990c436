using System.Globalization;
using System.Net;
using System.Reflection;
using System.Runtime.ExceptionServices;
using System.Security;
using Amazon.Runtime;

namespace CloudEssentials.Aws.Connections;

/// <summary>
/// Credentials that live in another copy of the SDK (AWS.Tools' own), in an answer of STS, or in a hashtable. The object is asked
/// again for every call, so that what it renews is renewed here too.
/// </summary>
internal sealed class ForeignCredentials : AWSCredentials
{
    private const BindingFlags _any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
    private static readonly string[] _accessNames = ["AccessKeyId", "AccessKey"];
    private static readonly string[] _secretNames = ["SecretAccessKey", "SecretKey"];
    private static readonly string[] _tokenNames = ["SessionToken", "Token"];

    private readonly object _source;
    private readonly Func<object, string, object?> _property;

    private ForeignCredentials(object source, Func<object, string, object?> property)
    {
        _source = source;
        _property = property;
    }

    /// <summary>Takes any object that holds credentials or can be asked for them.</summary>
    /// <param name="value">The object.</param>
    /// <param name="origin">Where it came from, for an error.</param>
    /// <param name="property">Reads a property as the shell sees it.</param>
    /// <exception cref="CloudException"><c>CredentialUnusable</c>.</exception>
    internal static AWSCredentials From(object value, string origin, Func<object, string, object?> property)
    {
        object? source = value is AWSCredentials ? value : Source(value, property, depth: 0);
        return source switch
        {
            null => throw Unusable(value, origin),
            AWSCredentials own => own,
            _ => new ForeignCredentials(source, property),
        };
    }

    /// <inheritdoc/>
    public override ImmutableCredentials GetCredentials() =>
        Asker(_source) is { } asker ? Read(Invoke(asker, _source)) : Read(_source);

    /// <inheritdoc/>
    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        if (_source.GetType().GetMethod("GetCredentialsAsync", Type.EmptyTypes) is not { } asker || Invoke(asker, _source) is not Task task)
            return await Task.Run(GetCredentials).ConfigureAwait(false);
        await task.ConfigureAwait(false);
        return Read(task.GetType().GetProperty("Result")?.GetValue(task));
    }

    /// <summary>The object itself, or the one inside it: AWS.Tools wraps credentials for its variable, STS for its answers.</summary>
    private static object? Source(object value, Func<object, string, object?> property, int depth)
    {
        if (Asker(value) is not null || (Text(value, _accessNames, property) is not null && Text(value, _secretNames, property) is not null))
            return value;
        object? inner = depth > 2 ? null : property(value, "Credentials") ?? property(value, "Credential") ?? value.GetType().GetProperty("Credentials", _any)?.GetValue(value);
        return inner is null || ReferenceEquals(inner, value) ? null : Source(inner, property, depth + 1);
    }

    private static MethodInfo? Asker(object value) => value.GetType().GetMethod("GetCredentials", Type.EmptyTypes);

    private static object? Invoke(MethodInfo asker, object source)
    {
        try
        {
            return asker.Invoke(source, null);
        }
        catch (TargetInvocationException exception) when (exception.InnerException is { } inner)
        {
            ExceptionDispatchInfo.Throw(inner);
            throw;
        }
    }

    private static string? Text(object value, string[] names, Func<object, string, object?> property)
    {
        foreach (string name in names)
        {
            object? found = property(value, name);
            if (found is SecureString secure)
                found = new NetworkCredential(null, secure).Password;
            if (found is not null && Convert.ToString(found, CultureInfo.InvariantCulture) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    private static CloudException Unusable(object value, string origin) => new(
        "CredentialUnusable",
        $"{origin}: a {value.GetType().Name} holds no AWS credentials.",
        CloudErrorCategory.InvalidArgument,
        remedy: "Give what Get-AWSCredential or Use-STSRole returns, or an object with AccessKeyId, SecretAccessKey and SessionToken.");

    private ImmutableCredentials Read(object? answer)
    {
        if (answer is null || Text(answer, _accessNames, _property) is not { } access || Text(answer, _secretNames, _property) is not { } secret)
            throw Unusable(_source, "Credential");
        return new(access, secret, Text(answer, _tokenNames, _property));
    }
}
