using System.Buffers;
using System.Text.Json;
using CloudEssentials.Catalog;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>The authorization details of a large account: 3,000 users, 300 groups, 500 roles and 800 policies of its own, times a factor.</summary>
internal static class EnterpriseAccount
{
    private const string Prefix = "arn:aws:iam::123456789012:";

    private static readonly string[] AwsPolicies =
    [
        "ReadOnlyAccess", "SecurityAudit", "ViewOnlyAccess", "PowerUserAccess", "AmazonS3ReadOnlyAccess", "AmazonEC2FullAccess", "AmazonEC2ReadOnlyAccess", "AWSLambda_FullAccess",
        "AmazonDynamoDBFullAccess", "AmazonSQSFullAccess", "CloudWatchReadOnlyAccess", "IAMReadOnlyAccess", "AmazonRDSFullAccess", "AmazonVPCReadOnlyAccess", "AWSCloudTrail_ReadOnlyAccess",
    ];

    private static readonly string[] Services = ["s3", "ec2", "dynamodb", "sqs", "sns", "lambda", "iam", "rds", "kms", "logs", "cloudwatch", "ecs", "ecr", "secretsmanager", "ssm"];

    /// <summary>Writes it as the AWS CLI prints it.</summary>
    public static byte[] Write(int factor)
    {
        Random random = new(4);
        int users = 3000 * factor, groups = 300 * factor, roles = 500 * factor, policies = 800 * factor;
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Indented = true }))
        {
            json.WriteStartObject();
            List(json, "UserDetailList", users, i => User(json, i, groups, policies, random));
            List(json, "GroupDetailList", groups, i => Group(json, i, policies, random));
            List(json, "RoleDetailList", roles, i => Role(json, i, policies, random));
            List(json, "Policies", policies, i => Policy(json, i, random));
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void User(Utf8JsonWriter json, int i, int groups, int policies, Random random)
    {
        Head(json, "user", $"user{i:D5}", "UserName", "UserId");
        json.WriteStartArray("GroupList");
        foreach (int group in Enumerable.Range(0, random.Next(1, 6)).Select(_ => random.Next(groups)).Distinct())
            json.WriteStringValue($"group{group:D4}");
        json.WriteEndArray();
        List(json, "UserPolicyList", random.Next(10) == 0 ? 1 : 0, _ => Inline(json, random));
        Attached(json, random.Next(20) == 0 ? 1 : 0, policies, random);
        if (random.Next(20) == 0)
        {
            json.WriteStartObject("PermissionsBoundary");
            json.WriteString("PermissionsBoundaryArn", "arn:aws:iam::aws:policy/PowerUserAccess");
            json.WriteEndObject();
        }

        List(json, "Tags", 2, tag =>
        {
            json.WriteString("Key", tag == 0 ? "team" : "cost-center");
            json.WriteString("Value", $"{random.Next(40)}");
        });
    }

    private static void Group(Utf8JsonWriter json, int i, int policies, Random random)
    {
        Head(json, "group", $"group{i:D4}", "GroupName", "GroupId");
        List(json, "GroupPolicyList", random.Next(2), _ => Inline(json, random));
        Attached(json, random.Next(1, 5), policies, random);
    }

    private static void Role(Utf8JsonWriter json, int i, int policies, Random random)
    {
        Head(json, "role", $"role{i:D4}", "RoleName", "RoleId");
        json.WritePropertyName("AssumeRolePolicyDocument");
        json.WriteRawValue("""{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }""");
        List(json, "RolePolicyList", random.Next(3), _ => Inline(json, random));
        Attached(json, random.Next(1, 4), policies, random);
    }

    private static void Policy(Utf8JsonWriter json, int i, Random random)
    {
        Head(json, "policy", $"policy{i:D4}", "PolicyName", "PolicyId");
        json.WriteString("DefaultVersionId", "v2");
        List(json, "PolicyVersionList", 2, version =>
        {
            json.WriteString("VersionId", $"v{2 - version}");
            json.WriteBoolean("IsDefaultVersion", version == 0);
            json.WritePropertyName("Document");
            Document(json, random.Next(2, 7), random);
        });
    }

    private static void Inline(Utf8JsonWriter json, Random random)
    {
        json.WriteString("PolicyName", $"inline{random.Next(1000)}");
        json.WritePropertyName("PolicyDocument");
        Document(json, random.Next(1, 4), random);
    }

    private static void Document(Utf8JsonWriter json, int statements, Random random)
    {
        json.WriteStartObject();
        json.WriteString("Version", "2012-10-17");
        List(json, "Statement", statements, i =>
        {
            CatalogService service = ActionCatalog.Default.FindService(Services[random.Next(Services.Length)])!;
            json.WriteString("Sid", $"S{i}");
            json.WriteString("Effect", random.Next(8) == 0 ? "Deny" : "Allow");
            json.WriteStartArray("Action");
            for (int action = random.Next(2, 12); action > 0; action--)
                json.WriteStringValue(random.Next(10) == 0 ? $"{service.Prefix}:Get*" : service.Actions[random.Next(service.Actions.Count)].FullName);
            json.WriteEndArray();
            json.WriteStartArray("Resource");
            json.WriteStringValue(random.Next(3) == 0 ? "*" : service.Prefix == "s3" ? $"arn:aws:s3:::bucket-{random.Next(500)}" : $"arn:aws:{service.Prefix}:*:123456789012:*{random.Next(500)}");
            if (service.Prefix == "iam")
                json.WriteStringValue("arn:aws:iam::*:user/${aws:username}");
            json.WriteEndArray();
            if (random.Next(6) == 0)
            {
                json.WritePropertyName("Condition");
                json.WriteRawValue(random.Next(2) == 0 ? """{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }""" : """{ "StringEquals": { "aws:PrincipalTag/team": "7" } }""");
            }
        });
        json.WriteEndObject();
    }

    private static void Attached(Utf8JsonWriter json, int count, int policies, Random random) => List(json, "AttachedManagedPolicies", count, _ =>
    {
        bool own = random.Next(4) > 0;
        string name = own ? $"policy{random.Next(policies):D4}" : AwsPolicies[random.Next(AwsPolicies.Length)];
        json.WriteString("PolicyName", name);
        json.WriteString("PolicyArn", own ? $"{Prefix}policy/{name}" : ManagedPolicyCatalog.Default.Find(name)?.Arn ?? $"arn:aws:iam::aws:policy/{name}");
    });

    private static void Head(Utf8JsonWriter json, string kind, string name, string nameOf, string idOf)
    {
        json.WriteString("Path", "/");
        json.WriteString(nameOf, name);
        json.WriteString(idOf, $"AIDA{name.ToUpperInvariant()}");
        json.WriteString("Arn", $"{Prefix}{kind}/{name}");
        json.WriteString("CreateDate", "2025-04-05T06:07:08+00:00");
    }

    private static void List(Utf8JsonWriter json, string name, int count, Action<int> write)
    {
        json.WriteStartArray(name);
        for (int i = 0; i < count; i++)
        {
            json.WriteStartObject();
            write(i);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
