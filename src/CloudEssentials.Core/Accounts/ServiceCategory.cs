namespace CloudEssentials.Accounts;

/// <summary>How much of a service AWS looks after: https://aws.amazon.com/compliance/shared-responsibility-model/.</summary>
public enum ServiceCategory
{
    /// <summary>You run it from the operating system up, as on EC2.</summary>
    Infrastructure,

    /// <summary>AWS runs the operating system and the platform; you set them up, as with RDS.</summary>
    Container,

    /// <summary>AWS runs everything but your data and who may reach it, as with S3.</summary>
    Abstracted,
}
