namespace CloudEssentials.DirectoryApp;

/// <summary>The languages that an application can be written in.</summary>
public enum TemplateFormat
{
    /// <summary>AWS CloudFormation, in JSON.</summary>
    CloudFormation,

    /// <summary>Terraform with the provider <c>hashicorp/aws</c>, in Terraform's JSON syntax (<c>.tf.json</c>).</summary>
    Terraform,
}
