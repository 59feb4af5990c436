namespace CloudEssentials.DirectoryApp;

/// <summary>What is made beside instances that stand by themselves.</summary>
[Flags]
public enum InstanceParts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The role <c>InstanceRole</c> with its policies, and the profile <c>InstanceProfile</c>.</summary>
    Role = 1,

    /// <summary>The security group <c>InstanceSecurityGroup</c>.</summary>
    SecurityGroup = 2,

    /// <summary>The bucket <c>PhotosBucket</c> with its policy, and the table <c>EmployeesTable</c>.</summary>
    Storage = 4,
}
