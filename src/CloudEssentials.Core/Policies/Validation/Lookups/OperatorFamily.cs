namespace CloudEssentials.Policies.Validation.Lookups;

/// <summary>The kinds of condition operators; see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html.</summary>
internal enum OperatorFamily
{
    /// <summary>Not an operator.</summary>
    None,

    /// <summary>StringEquals and its kin.</summary>
    String,

    /// <summary>NumericEquals and its kin.</summary>
    Numeric,

    /// <summary>DateEquals and its kin.</summary>
    Date,

    /// <summary>Bool.</summary>
    Bool,

    /// <summary>BinaryEquals.</summary>
    Binary,

    /// <summary>IpAddress and NotIpAddress.</summary>
    IpAddress,

    /// <summary>ArnEquals and its kin.</summary>
    Arn,

    /// <summary>Null.</summary>
    Null,
}
