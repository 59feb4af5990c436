namespace CloudEssentials.Policies.Evaluation;

/// <summary>
/// A condition key as a policy names it. 'Condition key names are not case-sensitive'
/// (reference_policies_elements_condition.html).
/// </summary>
internal sealed class ContextKey
{
    public const string PrincipalTagPrefix = "aws:principaltag/";

    public ContextKey(string name)
    {
        Name = name;
        Lower = name.ToLowerInvariant();
        Derived = Lower switch
        {
            "aws:principalarn" => DerivedKey.PrincipalArn,
            "aws:principalaccount" => DerivedKey.PrincipalAccount,
            "aws:principaltype" => DerivedKey.PrincipalType,
            "aws:principalisawsservice" => DerivedKey.PrincipalIsAwsService,
            "aws:principalservicename" => DerivedKey.PrincipalServiceName,
            "aws:principalservicenameslist" => DerivedKey.PrincipalServiceName,
            "aws:federatedprovider" => DerivedKey.FederatedProvider,
            "aws:username" => DerivedKey.UserName,
            "aws:userid" => DerivedKey.UserId,
            "aws:resourceaccount" => DerivedKey.ResourceAccount,
            "aws:requestedregion" => DerivedKey.RequestedRegion,
            "aws:currenttime" => DerivedKey.CurrentTime,
            "aws:epochtime" => DerivedKey.EpochTime,
            "aws:viaawsservice" => DerivedKey.ViaAwsService,
            _ when Lower.StartsWith(PrincipalTagPrefix, StringComparison.Ordinal) => DerivedKey.PrincipalTag,
            _ => DerivedKey.None,
        };
    }

    /// <summary>Keys whose value follows from the rest of the request (reference_policies_condition-keys.html).</summary>
    public enum DerivedKey
    {
        None,
        PrincipalArn,
        PrincipalAccount,
        PrincipalType,
        PrincipalIsAwsService,
        PrincipalServiceName,
        PrincipalTag,
        FederatedProvider,
        UserName,
        UserId,
        ResourceAccount,
        RequestedRegion,
        CurrentTime,
        EpochTime,
        ViaAwsService,
    }

    /// <summary>The name as the policy writes it.</summary>
    public string Name { get; }

    /// <summary>The name in lower case.</summary>
    public string Lower { get; }

    public DerivedKey Derived { get; }
}
