using CloudEssentials.Sandbox.Wire;

namespace CloudEssentials.Sandbox.Services.Iam;

/// <summary>IAM's refusals. See "Common errors" and each action's errors in the IAM API reference.</summary>
internal static class IamErrors
{
    public static ServiceError NotFound(string noun, string name) => NoSuchEntity($"The {noun} with name {name} cannot be found.");

    public static ServiceError NoSuchEntity(string message) => new("NoSuchEntity", message, 404);

    public static ServiceError AlreadyExists(string message) => new("EntityAlreadyExists", message, 409);

    public static ServiceError DeleteConflict(string message) => new("DeleteConflict", message, 409);

    public static ServiceError LimitExceeded(string message) => new("LimitExceeded", message, 409);

    public static ServiceError QuotaExceeded(string quota, int value) => LimitExceeded($"Cannot exceed quota for {quota}: {value}");

    public static ServiceError Malformed(string message) => new("MalformedPolicyDocument", message);

    public static ServiceError InvalidInput(string message) => new("InvalidInput", message);

    public static ServiceError Invalid(string message) => new("ValidationError", message);
}
