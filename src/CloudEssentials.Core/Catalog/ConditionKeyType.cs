namespace CloudEssentials.Catalog;

/// <summary>The type of a condition key's values; with several values the key says so beside it.</summary>
public enum ConditionKeyType
{
    /// <summary>Text: the string operators.</summary>
    String,

    /// <summary>An Amazon Resource Name: the ARN operators.</summary>
    Arn,

    /// <summary><c>true</c> or <c>false</c>: the Boolean operator.</summary>
    Bool,

    /// <summary>A number: the numeric operators.</summary>
    Numeric,

    /// <summary>A date and time, ISO 8601 or seconds of the epoch: the date operators.</summary>
    Date,

    /// <summary>An address or a CIDR range: the IP address operators.</summary>
    IPAddress,

    /// <summary>Bytes in base64: the binary operator.</summary>
    Binary,
}
