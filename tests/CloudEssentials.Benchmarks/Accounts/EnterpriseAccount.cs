using System.Buffers;
using System.Text.Json;
using CloudEssentials.Catalog;

namespace CloudEssentials.Benchmarks.Accounts;

/// <summary>
/// The authorization details of a large account: 3,000 users, 300 groups, 500 roles and 800 policies of its own; or several
/// such accounts in one, alike in everything but names and documents, so that the answers grow as the account does.
/// </summary>
internal sealed class EnterpriseAccount
{
    private const string Prefix = "arn:aws:iam::123456789012:";
    private const int Users = 3000, Groups = 300, Roles = 500, Policies = 800;

    private static readonly string[] AwsPolicies =
    [
        "ReadOnlyAccess", "SecurityAudit", "ViewOnlyAccess", "PowerUserAccess", "AmazonS3ReadOnlyAccess", "AmazonEC2FullAccess", "AmazonEC2ReadOnlyAccess", "AWSLambda_FullAccess",
        "AmazonDynamoDBFullAccess", "AmazonSQSFullAccess", "CloudWatchReadOnlyAccess", "IAMReadOnlyAccess", "AmazonRDSFullAccess", "AmazonVPCReadOnlyAccess", "AWSCloudTrail_ReadOnlyAccess",
    ];

    private static readonly string[] Services = ["s3", "ec2", "dynamodb", "sqs", "sns", "lambda", "iam", "rds", "kms", "logs", "cloudwatch", "ecs", "ecr", "secretsmanager", "ssm"];

    private readonly Utf8JsonWriter _json;
    private Random _random = new(4);
    private int _copy;

    private EnterpriseAccount(Utf8JsonWriter json) => _json = json;

    /// <summary>Writes it as the AWS CLI prints it.</summary>
    public static byte[] Write(int factor)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, new() { Indented = true }))
        {
            EnterpriseAccount account = new(json);
            json.WriteStartObject();
            account.Copies("UserDetailList", factor, Users, account.User);
            account.Copies("GroupDetailList", factor, Groups, account.Group);
            account.Copies("RoleDetailList", factor, Roles, account.Role);
            account.Copies("Policies", factor, Policies, account.Policy);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private void Copies(string name, int factor, int count, Action<int> write)
    {
        List(name, factor * count, i =>
        {
            _copy = i / count;
            if (i % count == 0)
                _random = new(count);
            write(i % count);
        });
    }

    private int Of(int i, int count) => (_copy * count) + i;

    private void User(int i)
    {
        Head("user", $"user{Of(i, Users):D5}", "UserName", "UserId");
        _json.WriteStartArray("GroupList");
        foreach (int group in Enumerable.Range(0, _random.Next(1, 6)).Select(_ => _random.Next(Groups)).Distinct())
            _json.WriteStringValue($"group{Of(group, Groups):D4}");
        _json.WriteEndArray();
        List("UserPolicyList", _random.Next(10) == 0 ? 1 : 0, _ => Inline());
        Attached(_random.Next(20) == 0 ? 1 : 0);
        if (_random.Next(20) == 0)
        {
            _json.WriteStartObject("PermissionsBoundary");
            _json.WriteString("PermissionsBoundaryArn", "arn:aws:iam::aws:policy/PowerUserAccess");
            _json.WriteEndObject();
        }

        List("Tags", 2, tag =>
        {
            _json.WriteString("Key", tag == 0 ? "team" : "cost-center");
            _json.WriteString("Value", $"{_random.Next(40)}");
        });
    }

    private void Group(int i)
    {
        Head("group", $"group{Of(i, Groups):D4}", "GroupName", "GroupId");
        List("GroupPolicyList", _random.Next(2), _ => Inline());
        Attached(_random.Next(1, 5));
    }

    private void Role(int i)
    {
        Head("role", $"role{Of(i, Roles):D4}", "RoleName", "RoleId");
        _json.WritePropertyName("AssumeRolePolicyDocument");
        _json.WriteRawValue("""{ "Version": "2012-10-17", "Statement": [ { "Effect": "Allow", "Principal": { "Service": "ec2.amazonaws.com" }, "Action": "sts:AssumeRole" } ] }""");
        List("RolePolicyList", _random.Next(3), _ => Inline());
        Attached(_random.Next(1, 4));
    }

    private void Policy(int i)
    {
        Head("policy", $"policy{Of(i, Policies):D4}", "PolicyName", "PolicyId");
        _json.WriteString("DefaultVersionId", "v2");
        List("PolicyVersionList", 2, version =>
        {
            _json.WriteString("VersionId", $"v{2 - version}");
            _json.WriteBoolean("IsDefaultVersion", version == 0);
            _json.WritePropertyName("Document");
            Document(_random.Next(2, 7));
        });
    }

    private void Inline()
    {
        _json.WriteString("PolicyName", $"inline{_random.Next(1000)}");
        _json.WritePropertyName("PolicyDocument");
        Document(_random.Next(1, 4));
    }

    private void Document(int statements)
    {
        _json.WriteStartObject();
        _json.WriteString("Version", "2012-10-17");
        List("Statement", statements, i =>
        {
            CatalogService service = ActionCatalog.Default.FindService(Services[_random.Next(Services.Length)])!;
            _json.WriteString("Sid", $"C{_copy}S{i}");
            _json.WriteString("Effect", _random.Next(8) == 0 ? "Deny" : "Allow");
            _json.WriteStartArray("Action");
            for (int action = _random.Next(2, 12); action > 0; action--)
                _json.WriteStringValue(_random.Next(10) == 0 ? $"{service.Prefix}:Get*" : service.Actions[_random.Next(service.Actions.Count)].FullName);
            _json.WriteEndArray();
            _json.WriteStartArray("Resource");
            _json.WriteStringValue(_random.Next(3) == 0 ? "*" : service.Prefix == "s3" ? $"arn:aws:s3:::bucket-{Of(_random.Next(500), 500)}" : $"arn:aws:{service.Prefix}:*:123456789012:*{Of(_random.Next(500), 500)}");
            if (service.Prefix == "iam")
                _json.WriteStringValue("arn:aws:iam::*:user/${aws:username}");
            _json.WriteEndArray();
            if (_random.Next(6) == 0)
            {
                _json.WritePropertyName("Condition");
                _json.WriteRawValue(_random.Next(2) == 0 ? """{ "Bool": { "aws:MultiFactorAuthPresent": "true" } }""" : """{ "StringEquals": { "aws:PrincipalTag/team": "7" } }""");
            }
        });
        _json.WriteEndObject();
    }

    private void Attached(int count) => List("AttachedManagedPolicies", count, _ =>
    {
        bool own = _random.Next(4) > 0;
        string name = own ? $"policy{Of(_random.Next(Policies), Policies):D4}" : AwsPolicies[_random.Next(AwsPolicies.Length)];
        _json.WriteString("PolicyName", name);
        _json.WriteString("PolicyArn", own ? $"{Prefix}policy/{name}" : ManagedPolicyCatalog.Default.Find(name)?.Arn ?? $"arn:aws:iam::aws:policy/{name}");
    });

    private void Head(string kind, string name, string nameOf, string idOf)
    {
        _json.WriteString("Path", "/");
        _json.WriteString(nameOf, name);
        _json.WriteString(idOf, $"AIDA{name.ToUpperInvariant()}");
        _json.WriteString("Arn", $"{Prefix}{kind}/{name}");
        _json.WriteString("CreateDate", "2025-04-05T06:07:08+00:00");
    }

    private void List(string name, int count, Action<int> write)
    {
        _json.WriteStartArray(name);
        for (int i = 0; i < count; i++)
        {
            _json.WriteStartObject();
            write(i);
            _json.WriteEndObject();
        }

        _json.WriteEndArray();
    }
}
