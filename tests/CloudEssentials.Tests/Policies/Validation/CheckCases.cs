using static CloudEssentials.Policies.PolicyType;
using static CloudEssentials.Tests.Policies.Validation.CheckCase;

namespace CloudEssentials.Tests.Policies.Validation;

/// <summary>For each check at least one pair.</summary>
internal static class CheckCases
{
    private const string Good = "\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:s3:::b/*\"";
    private const string Account = "{\"AWS\":\"111122223333\"}";
    private const string GitHub = "{\"Federated\":\"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com\"}";
    private const string Saml = "{\"Federated\":\"arn:aws:iam::111122223333:saml-provider/okta\"}";
    private const string WebIdentity = "\"sts:AssumeRoleWithWebIdentity\"";
    private const string Aud = ",\"Condition\":{\"StringEquals\":{\"token.actions.githubusercontent.com:aud\":\"sts.amazonaws.com\"}}";
    private const string Sub = ",\"Condition\":{\"StringEquals\":{\"token.actions.githubusercontent.com:sub\":\"repo:o/r:ref:refs/heads/main\"}}";

    private static readonly string Fine = Allow(Good);

    public static IReadOnlyList<CheckCase> All { get; } =
    [
        .. Elements(), .. Actions(), .. Arns(), .. Principals(), .. Conditions(), .. Addresses(), .. Scopes(), .. Variables(), .. ControlPolicies(), .. Trusts(),
        .. ResourcePolicies(), .. Roles(), .. Redundancies(), .. Sizes(), .. Own(),
    ];

    private static CheckCase[] Elements() =>
    [
        new("JSON_SYNTAX_ERROR", Identity, """{"Version":"2012-10-17",}""", Fine),
        new("JSON_SYNTAX_ERROR", Identity, "[]", Fine),
        new("DATA_TYPE_MISMATCH", Identity, """{"Version":20121017,"Statement":[]}""", Fine),
        new("DATA_TYPE_MISMATCH", Identity, """{"Version":"2012-10-17","Statement":"all"}""", Fine),
        new("DATA_TYPE_MISMATCH", Identity, """{"Version":"2012-10-17","Statement":["all"]}""", Fine),
        new("DATA_TYPE_MISMATCH", Identity, Allow("""  "Action":{"a":"s3:GetObject"},"Resource":"*" """), Fine),
        new("DATA_TYPE_MISMATCH", Identity, Allow("""  "Action":["s3:GetObject",5],"Resource":"*" """), Fine),
        new("DATA_TYPE_MISMATCH", Identity, Allow($"{Good},\"Condition\":[]"), Fine),
        new("DATA_TYPE_MISMATCH", Identity, When("\"Bool\":true"), When("\"Bool\":{\"aws:SecureTransport\":true}")),
        new("DATA_TYPE_MISMATCH", Identity, When("\"Bool\":{\"aws:SecureTransport\":null}"), When("\"Bool\":{\"aws:SecureTransport\":true}")),
        new("DATA_TYPE_MISMATCH", Resource, Bucket("{\"AWS\":[{}]}"), Bucket(Account)),
        new("INVALID_POLICY_ELEMENT", Identity, """{"Version":"2012-10-17","Statements":[]}""", Fine),
        new("INVALID_POLICY_ELEMENT", Identity, Allow($"{Good},\"Comment\":\"x\""), Fine),
        new("MISSING_STATEMENT", Identity, """{"Version":"2012-10-17"}""", Fine),
        new("MISSING_STATEMENT", Identity, """{"Version":"2012-10-17","Statement":[]}""", Fine),
        new("MISSING_EFFECT", Identity, Policy($"{{{Good}}}"), Fine),
        new("INVALID_EFFECT", Identity, Policy($"{{\"Effect\":\"allow\",{Good}}}"), Fine),
        new("MISSING_ACTION", Identity, Allow("\"Resource\":\"*\""), Allow("\"NotAction\":\"s3:*\",\"Resource\":\"*\"")),
        new("MISSING_RESOURCE", Identity, Allow("\"Action\":\"s3:GetObject\""), Allow("\"Action\":\"s3:GetObject\",\"NotResource\":\"arn:aws:s3:::b/*\"")),
        new("MISSING_PRINCIPAL", Resource, Fine, Bucket(Account)),
        new("UNSUPPORTED_PRINCIPAL", Identity, Bucket(Account), Fine),
        new("UNSUPPORTED_ELEMENT_COMBINATION", Identity, Allow($"{Good},\"NotAction\":\"s3:PutObject\""), Fine),
        new("INVALID_VERSION", Identity, Fine.Replace("2012-10-17", "2026-01-01", StringComparison.Ordinal), Fine.Replace("2012-10-17", "2008-10-17", StringComparison.Ordinal)),
        new("MISSING_VERSION", Identity, "{\"Statement\":" + AllowStatement(Good) + "}", Fine),
        new("UNIQUE_SIDS_REQUIRED", Identity, Policy(AllowStatement($"\"Sid\":\"A\",{Good}"), AllowStatement("\"Sid\":\"A\",\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::b/*\"")),
            Policy(AllowStatement($"\"Sid\":\"A\",{Good}"), AllowStatement("\"Sid\":\"a\",\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::b/*\""))),
        new("UNIQUE_SIDS_RECOMMENDED", Resource, Policy(AllowStatement($"\"Sid\":\"A\",\"Principal\":{Account},{Good}"), AllowStatement($"\"Sid\":\"A\",\"Principal\":{Account},\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::b/*\"")),
            Policy(AllowStatement($"\"Sid\":\"A\",\"Principal\":{Account},{Good}"), AllowStatement($"\"Sid\":\"B\",\"Principal\":{Account},\"Action\":\"s3:PutObject\",\"Resource\":\"arn:aws:s3:::b/*\""))),
        new("UNSUPPORTED_SID", Identity, Allow($"\"Sid\":\"Read photos\",{Good}"), Allow($"\"Sid\":\"ReadPhotos1\",{Good}")),
        new("UNSUPPORTED_SID", Identity, Allow($"\"Sid\":\"_\",{Good}"), Allow($"\"Sid\":\"x\",{Good}")),
        new("EMPTY_SID_VALUE", Identity, Allow($"\"Sid\":\"\",{Good}"), Allow($"\"Sid\":\"A\",{Good}")),
        new("EMPTY_ARRAY_ACTION", Identity, Allow("\"Action\":[],\"Resource\":\"*\""), Allow("\"Action\":[\"s3:GetObject\"],\"Resource\":\"*\"")),
        new("EMPTY_ARRAY_RESOURCE", Identity, Allow("\"Action\":\"s3:GetObject\",\"Resource\":[]"), Allow("\"Action\":\"s3:GetObject\",\"Resource\":[\"*\"]")),
        new("EMPTY_ARRAY_PRINCIPAL", Resource, Bucket("{\"AWS\":[]}"), Bucket("{\"AWS\":[\"111122223333\"]}")),
        new("EMPTY_OBJECT_PRINCIPAL", Resource, Bucket("{}"), Bucket(Account)),
        new("EMPTY_OBJECT_CONDITION", Identity, Allow($"{Good},\"Condition\":{{}}"), When("\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        new("EMPTY_OBJECT_CONDITION", Identity, When("\"Bool\":{}"), When("\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        new("EMPTY_ARRAY_CONDITION", Identity, When("\"StringEquals\":{\"aws:PrincipalOrgID\":[]}"), When("\"StringEquals\":{\"aws:PrincipalOrgID\":[\"o-1\"]}")),
        new("EMPTY_ARRAY_CONDITION_FORALLVALUES", Identity, When("\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[]}"), When("\"ForAllValues:StringEquals\":{\"aws:TagKeys\":[\"a\"]}")),
        new("EMPTY_ARRAY_CONDITION_FORANYVALUE", Identity, When("\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":[]}"), When("\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":[\"a\"]}")),
        new("EMPTY_ARRAY_CONDITION_IFEXISTS", Identity, When("\"StringEqualsIfExists\":{\"aws:PrincipalOrgID\":[]}"), When("\"StringEqualsIfExists\":{\"aws:PrincipalOrgID\":[\"o-1\"]}")),
    ];

    private static CheckCase[] Actions() =>
    [
        new("INVALID_ACTION", Identity, Allow("\"Action\":\"s3:GetObjects\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:GetObject\",\"Resource\":\"*\"")),
        new("INVALID_ACTION", Identity, Allow("\"Action\":\"s3:Fetch*\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:Get*\",\"Resource\":\"*\"")),
        new("INVALID_ACTION", Identity, Allow("\"Action\":\"GetObject\",\"Resource\":\"*\""), Allow("\"Action\":\"*\",\"Resource\":\"*\"")),
        new("INVALID_SERVICE_IN_ACTION", Identity, Allow("\"Action\":\"s4:GetObject\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:GetObject\",\"Resource\":\"*\"")),
        new("WILDCARD_IN_SERVICE_NAME", Identity, Allow("\"Action\":\"s3*:GetObject\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:GetObject*\",\"Resource\":\"*\"")),
        new("WILDCARD_IN_SERVICE_NAME", Identity, On("arn:aws:s3*:::b/*"), On("arn:aws:s3:::b/*")),
        new("ACTION_WITH_SPACE", Identity, Allow("\"Action\":\"iam: ChangePassword\",\"Resource\":\"*\""), Allow("\"Action\":\"iam:ChangePassword\",\"Resource\":\"*\"")),
        new("ACTION_CASE", Identity, Allow("\"Action\":\"s3:getobject\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:GetObject\",\"Resource\":\"*\"")),
        new("ACTION_CASE", Identity, Allow("\"Action\":\"S3:Get*\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:Get*\",\"Resource\":\"*\"")),
    ];

    private static CheckCase[] Arns() =>
    [
        new("INVALID_ARN_PREFIX", Identity, On("aws:s3:::b/*"), On("arn:aws:s3:::b/*")),
        new("INVALID_ARN_PREFIX", Identity, On("b/*"), On("*")),
        new("MISSING_ARN_FIELD", Identity, On("arn:aws:s3:b"), On("arn:aws:s3:::b/*")),
        new("INVALID_PARTITION", Identity, On("arn:amazon:s3:::b/*"), On("arn:aws-cn:s3:::b/*")),
        new("INVALID_ARN_SERVICE_CASE", Identity, On("arn:aws:S3:::b/*"), On("arn:aws:s3:::b/*")),
        new("INVALID_SERVICE", Identity, On("arn:aws:s4:::b/*"), On("arn:aws:s3:::b/*")),
        new("INVALID_SERVICE", Identity, When("\"StringEquals\":{\"s4:prefix\":\"x\"}", "\"s3:ListBucket\""), When("\"StringEquals\":{\"s3:prefix\":\"x\"}", "\"s3:ListBucket\"")),
        new("INVALID_ARN_REGION", Identity, Allow("\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:us-east-9:111122223333:q\""), Allow("\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:us-east-1:111122223333:q\"")),
        new("MISSING_ARN_REGION", Identity, Allow("\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs::111122223333:q\""), Allow("\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:*:111122223333:q\"")),
        new("ARN_REGION_NOT_ALLOWED", Identity, Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam:us-east-1:111122223333:user/a\""), Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam::111122223333:user/a\"")),
        new("ARN_ACCOUNT_NOT_ALLOWED", Identity, Allow("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3::111122223333:b\""), Allow("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b\"")),
        new("INVALID_ARN_ACCOUNT", Identity, Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam::1111-2222-3333:user/a\""), Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam::111122223333:user/a\"")),
        new("INVALID_ARN_ACCOUNT", Identity, Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam:::user/a\""), Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam::*:user/a\"")),
        new("INVALID_ARN_RESOURCE", Identity, Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam::111122223333:usr/a\""), Allow("\"Action\":\"iam:GetUser\",\"Resource\":\"arn:aws:iam::111122223333:user/a\"")),
    ];

    private static CheckCase[] Principals() =>
    [
        new("INVALID_PRINCIPAL_FORMAT", Resource, Bucket("\"arn:aws:iam::111122223333:role/r\""), Bucket("{\"AWS\":\"arn:aws:iam::111122223333:role/r\"}")),
        new("INVALID_PRINCIPAL_FORMAT", Resource, Bucket("{\"AWS\":\"r\"}"), Bucket("{\"AWS\":\"arn:aws:sts::111122223333:assumed-role/r/s\"}")),
        new("INVALID_PRINCIPAL_KEY", Resource, Bucket("{\"aws\":\"111122223333\"}"), Bucket(Account)),
        new("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", Resource, Bucket("{\"AWS\":\"arn:aws:iam::111122223333:role/*\"}"), Bucket("{\"AWS\":\"*\"}")),
        new("UNSUPPORTED_WILDCARD_IN_PRINCIPAL", Resource, Bucket("{\"Service\":\"*\"}"), Bucket("{\"Service\":\"ec2.amazonaws.com\"}")),
        new("INVALID_SERVICE_PRINCIPAL_FORMAT", Trust, Trusting("{\"Service\":\"ec2\"}"), Trusting("{\"Service\":\"ec2.amazonaws.com\"}")),
        new("INVALID_SERVICE_PRINCIPAL_FORMAT", Identity, When("\"StringEquals\":{\"kms:ViaService\":\"s3.amazonaws.com\"}", "\"kms:Decrypt\""), When("\"StringEquals\":{\"kms:ViaService\":\"s3.us-east-1.amazonaws.com\"}", "\"kms:Decrypt\"")),
        new("INVALID_SERVICE_PRINCIPAL_FORMAT", Identity, When("\"StringEquals\":{\"iam:PassedToService\":\"ec2\"}", "\"iam:PassRole\""), When("\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}", "\"iam:PassRole\"")),
        new("INVALID_ROLE_REFERENCE", Trust, Trusting("{\"AWS\":\"AROADBQP57FF2AEXAMPLE\"}"), Trusting("{\"AWS\":\"arn:aws:iam::111122223333:role/r\"}")),
        new("INVALID_USER_REFERENCE", Trust, Trusting("{\"AWS\":\"AIDACKCEVSQ6C2EXAMPLE\"}"), Trusting("{\"AWS\":\"arn:aws:iam::111122223333:user/u\"}")),
        new("FEDERATED_PRINCIPAL_NOT_SUPPORTED", Resource, Bucket(Saml), Bucket(Account)),
        new("ALLOW_WITH_NOT_PRINCIPAL", Resource, Allow($"\"NotPrincipal\":{Account},{Good}"), Deny($"\"NotPrincipal\":{Account},{Good}")),
        new("PUBLIC_ACCESS", Resource, Bucket("\"*\""), Bucket("\"*\"", ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}")),
        new("PUBLIC_ACCESS", Resource, Bucket("{\"AWS\":\"*\"}"), Bucket(Account)),
    ];

    private static CheckCase[] Conditions() =>
    [
        new("INVALID_CONDITION_OPERATOR", Identity, When("\"StringIs\":{\"aws:PrincipalOrgID\":\"o-1\"}"), When("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}")),
        new("INVALID_CONDITION_OPERATOR", Identity, When("\"stringequals\":{\"aws:PrincipalOrgID\":\"o-1\"}"), When("\"StringEqualsIfExists\":{\"aws:PrincipalOrgID\":\"o-1\"}")),
        new("NULL_WITH_IF_EXISTS", Identity, When("\"NullIfExists\":{\"aws:PrincipalOrgID\":\"true\"}"), When("\"Null\":{\"aws:PrincipalOrgID\":\"true\"}")),
        new("NULL_WITH_QUALIFIER", Identity, When("\"ForAllValues:Null\":{\"aws:TagKeys\":\"true\"}"), When("\"Null\":{\"aws:TagKeys\":\"true\"}")),
        new("INVALID_CONDITION_DATA_TYPE", Identity, When("\"StringEquals\":{\"aws:PrincipalAccount\":[\"111122223333\",444455556666]}"), When("\"StringEquals\":{\"aws:PrincipalAccount\":[\"111122223333\",\"444455556666\"]}")),
        new("INVALID_CONDITION_MULTIPLE_BOOLEAN", Identity, When("\"Bool\":{\"aws:SecureTransport\":[\"true\",\"false\"]}"), When("\"Bool\":{\"aws:SecureTransport\":[\"true\"]}")),
        new("DUPLICATE_KEYS_WITH_DIFFERENT_CASE", Identity, When("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\",\"AWS:principalorgid\":\"o-2\"}"), When("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\",\"aws:SourceVpc\":\"vpc-12345678\"}")),
        new("INVALID_CONDITION_KEY_FORMAT", Identity, When("\"StringEquals\":{\"SourceIp\":\"x\"}"), When("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}")),
        new("INVALID_GLOBAL_CONDITION_KEY", Identity, When("\"StringEquals\":{\"aws:PrincipalOrganization\":\"o-1\"}"), When("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}")),
        new("INVALID_SERVICE_CONDITION_KEY", Identity, When("\"StringEquals\":{\"s3:prefixes\":\"x\"}", "\"s3:ListBucket\""), When("\"StringEquals\":{\"s3:prefix\":\"x\"}", "\"s3:ListBucket\"")),
        new("UNSUPPORTED_GLOBAL_CONDITION_KEY", Identity, When("\"ArnLike\":{\"aws:ARN\":\"arn:aws:iam::111122223333:role/r\"}"), When("\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/r\"}")),
        new("DEPRECATED_GLOBAL_CONDITION_KEY", Resource, Bucket(Account, ",\"Condition\":{\"StringEquals\":{\"aws:SourceOwner\":\"111122223333\"}}"), Bucket(Account, ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}")),
        new("MISSING_TAG_KEY_IN_CONDITION", Identity, When("\"StringEquals\":{\"aws:ResourceTag\":\"x\"}"), When("\"StringEquals\":{\"aws:PrincipalTag/team\":\"x\"}")),
        new("MISSING_TAG_KEY_IN_CONDITION", Identity, When("\"StringEquals\":{\"aws:PrincipalTag/\":\"x\"}"), When("\"StringEquals\":{\"aws:PrincipalTag/team\":\"x\"}")),
        new("MISSING_QUALIFIER", Identity, When("\"StringEquals\":{\"aws:TagKeys\":\"a\"}"), When("\"ForAnyValue:StringEquals\":{\"aws:TagKeys\":\"a\"}")),
        new("FORALLVALUES_WITH_SINGLE_VALUED_KEY", Identity, When("\"ForAllValues:StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}"), When("\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"a\"}")),
        new("MISSING_PAIRED_CONDITION_KEYS", Identity, When("\"IpAddress\":{\"aws:VpcSourceIp\":\"10.0.0.0/8\"}"), When("\"IpAddress\":{\"aws:VpcSourceIp\":\"10.0.0.0/8\"},\"StringEquals\":{\"aws:SourceVpc\":\"vpc-12345678\"}")),
        new("TYPE_MISMATCH", Identity, When("\"StringEquals\":{\"aws:SecureTransport\":\"true\"}"), When("\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        new("TYPE_MISMATCH", Identity, When("\"StringNotEquals\":{\"aws:SourceIp\":\"203.0.113.1\"}"), When("\"StringNotEquals\":{\"aws:Ec2InstanceSourcePrivateIPv4\":\"${aws:VpcSourceIp}\"}")),
        new("TYPE_MISMATCH_BOOLEAN", Identity, When("\"Bool\":{\"aws:SecureTransport\":\"yes\"}"), When("\"Bool\":{\"aws:SecureTransport\":\"true\"}")),
        new("TYPE_MISMATCH_DATE", Identity, When("\"DateLessThan\":{\"aws:CurrentTime\":\"31.01.2026\"}"), When("\"DateLessThan\":{\"aws:CurrentTime\":\"2026-01-31T12:00:00Z\"}")),
        new("TYPE_MISMATCH_IP_RANGE", Identity, When("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/40\"}"), When("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}")),
        new("TYPE_MISMATCH_IP_RANGE", Identity, When("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113\"}"), When("\"IpAddress\":{\"aws:SourceIp\":\"2001:db8::/32\"}")),
        new("TYPE_MISMATCH_NUMBER", Identity, When("\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"an hour\"}"), When("\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":\"3600\"}")),
        new("TYPE_MISMATCH_STRING", Identity, When("\"BinaryEquals\":{\"aws:PrincipalTag/key\":\"not base64!\"}"), When("\"BinaryEquals\":{\"aws:PrincipalTag/key\":\"QmFzZTY0\"}")),
        new("INVALID_DATE_VALUE", Identity, When("\"DateLessThan\":{\"aws:CurrentTime\":\"1767225600\"}"), When("\"DateLessThan\":{\"aws:CurrentTime\":\"2026-01-01\"}")),
        new("INVALID_REGION", Identity, When("\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-9\"}"), When("\"StringEquals\":{\"aws:RequestedRegion\":\"us-east-1\"}")),
        new("INVALID_VPC_FORMAT", Identity, When("\"StringEquals\":{\"aws:SourceVpc\":\"vpce-12345678\"}"), When("\"StringEquals\":{\"aws:SourceVpc\":\"vpc-11223344556677889\"}")),
        new("INVALID_VPCE_FORMAT", Identity, When("\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1234\"}"), When("\"StringEquals\":{\"aws:SourceVpce\":\"vpce-12345678\"}")),
        new("WILDCARD_WITHOUT_LIKE_OPERATOR", Identity, When("\"StringEquals\":{\"aws:PrincipalTag/job\":\"admin-*\"}"), When("\"StringLike\":{\"aws:PrincipalTag/job\":\"admin-*\"}")),
        new("WILDCARD_WITHOUT_LIKE_OPERATOR", Identity, When("\"StringEquals\":{\"aws:PrincipalTag/job\":\"admin?\"}"), When("\"ArnEquals\":{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:role/*\"}")),
        new("REDUNDANT_CONDITION_VALUE_NUM", Identity, When("\"NumericLessThan\":{\"aws:MultiFactorAuthAge\":[\"2700\",\"3600\"]}"), When("\"NumericEquals\":{\"aws:MultiFactorAuthAge\":[\"2700\",\"3600\"]}")),
    ];

    private static CheckCase[] Addresses() =>
    [
        new("IMPROVE_IP_RANGE", Identity, When("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.9/24\"}"), When("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.9/32\"}")),
        new("PRIVATE_IP_ADDRESS", Identity, When("\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"192.168.1.1\"]}"), When("\"IpAddress\":{\"aws:SourceIp\":\"11.0.0.0/8\"}")),
        new("PRIVATE_IP_ADDRESS_SUBSET", Identity, When("\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"203.0.113.0/24\"]}"), When("\"IpAddress\":{\"aws:SourceIp\":[\"8.0.0.0/6\",\"203.0.113.0/24\"]}")),
        new("PRIVATE_NOT_IP_ADDRESS", Identity, When("\"NotIpAddress\":{\"aws:SourceIp\":\"172.31.0.0/16\"}"), When("\"NotIpAddress\":{\"aws:SourceIp\":\"172.32.0.0/16\"}")),
        new("PRIVATE_NOT_IP_ADDRESS_SUBSET", Identity, When("\"NotIpAddress\":{\"aws:SourceIp\":[\"fd00::/8\",\"2001:db8::/32\"]}"), When("\"NotIpAddress\":{\"aws:SourceIp\":[\"2001:db8::/32\"]}")),
    ];

    private static CheckCase[] Scopes() =>
    [
        new("UNSUPPORTED_ACTION_FOR_CONDITION_KEY", Identity, Allow("\"Action\":[\"iam:PassRole\",\"iam:GetRole\"],\"Resource\":\"arn:aws:iam::111122223333:role/r\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}}"),
            Allow("\"Action\":\"iam:PassRole\",\"Resource\":\"arn:aws:iam::111122223333:role/r\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}}")),
        new("MISSING_ACTION_FOR_CONDITION_KEY", Identity, Allow("\"Action\":\"iam:GetRole\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}}"),
            Allow("\"Action\":\"iam:Pass*\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}}")),
        new("MISSING_ACTION_FOR_CONDITION_KEY", Trust, Trusting(Account, "\"sts:AssumeRole\"", ",\"Condition\":{\"StringLike\":{\"sts:SourceIdentity\":\"a\"}}"),
            Trusting(Account, "[\"sts:AssumeRole\",\"sts:SetSourceIdentity\"]", ",\"Condition\":{\"StringLike\":{\"sts:SourceIdentity\":\"a\"}}")),
        new("CONDITION_KEY_MISMATCH", Identity, When("\"StringEquals\":{\"ec2:Vpc\":\"x\"}"), When("\"ArnEquals\":{\"ec2:SourceInstanceArn\":\"arn:aws:ec2:us-east-1:111122223333:instance/i-1\"}")),
        new("CONDITION_KEY_MISMATCH", Identity, When("\"StringEquals\":{\"s3:prefix\":\"x\"}"), When("\"StringEquals\":{\"s3:prefix\":\"x\"}", "\"s3:List*\"")),
        new("ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", Identity, Allow("\"Action\":[\"ec2:StartInstances\",\"iam:ListUsers\"],\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"a\"}}"),
            Allow("\"Action\":[\"ec2:StartInstances\",\"ec2:StopInstances\"],\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"a\"}}")),
        new("ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", Identity, Allow("\"NotAction\":\"ec2:StartInstances\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"a\"}}"),
            Allow("\"NotAction\":\"ec2:StartInstances\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:PrincipalTag/team\":\"a\"}}")),
        new("DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", Identity, Deny("\"Action\":[\"ec2:StartInstances\",\"iam:ListUsers\"],\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"a\"}}"),
            Deny("\"Action\":[\"ec2:StartInstances\",\"iam:ListUsers\"],\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":{\"aws:ResourceTag/team\":\"a\"}}")),
        new("DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE", Identity, Deny("\"NotAction\":\"ec2:StartInstances\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"a\"}}"),
            Deny("\"NotAction\":\"ec2:StartInstances\",\"Resource\":\"*\",\"Condition\":{\"StringNotEquals\":{\"aws:ResourceTag/team\":\"a\"}}")),
    ];

    private static CheckCase[] Variables() =>
    [
        new("INVALID_VARIABLE_FOR_OPERATOR", Identity, When("\"NumericEquals\":{\"aws:MultiFactorAuthAge\":\"${aws:username}\"}"), When("\"StringEquals\":{\"aws:PrincipalTag/a\":\"${aws:username}\"}")),
        new("MISSING_BRACE_IN_VARIABLE", Identity, On("arn:aws:s3:::b/${aws:username/*"), On("arn:aws:s3:::b/${aws:username}/*")),
        new("MISSING_QUOTE_IN_VARIABLE", Identity, On("arn:aws:s3:::b/${aws:PrincipalTag/team, 'all}/*"), On("arn:aws:s3:::b/${aws:PrincipalTag/team, 'all'}/*")),
        new("UNSUPPORTED_SPACE_IN_VARIABLE", Identity, On("arn:aws:s3:::b/${ aws:username }/*"), On("arn:aws:s3:::b/${aws:username}/*")),
        new("EMPTY_VARIABLE", Identity, On("arn:aws:s3:::b/${}/*"), On("arn:aws:s3:::b/${*}/*")),
        new("VARIABLE_UNSUPPORTED_IN_ELEMENT", Identity, Allow("\"Action\":\"s3:${aws:username}\",\"Resource\":\"*\""), On("arn:aws:s3:::b/${aws:username}/*")),
        new("VARIABLE_UNSUPPORTED_IN_VERSION", Identity, On("arn:aws:s3:::b/${aws:username}/*").Replace("2012-10-17", "2008-10-17", StringComparison.Ordinal), On("arn:aws:s3:::b/${aws:username}/*")),
    ];

    private static CheckCase[] ControlPolicies() =>
    [
        new("SCP_SYNTAX_ERROR_ACTION_WILDCARD", ServiceControl, Deny("\"Action\":\"iam:*Role\",\"Resource\":\"*\""), Deny("\"Action\":\"iam:Create*\",\"Resource\":\"*\"")),
        new("SCP_SYNTAX_ERROR_ALLOW_CONDITION", ServiceControl, When("\"Bool\":{\"aws:SecureTransport\":\"true\"}"), Deny($"{Good},\"Condition\":{{\"Bool\":{{\"aws:SecureTransport\":\"false\"}}}}")),
        new("SCP_SYNTAX_ERROR_ALLOW_NOTACTION", ServiceControl, Allow("\"NotAction\":\"iam:*\",\"Resource\":\"*\""), Deny("\"NotAction\":\"iam:*\",\"Resource\":\"*\"")),
        new("SCP_SYNTAX_ERROR_ALLOW_RESOURCE", ServiceControl, Fine, Allow("\"Action\":\"s3:GetObject\",\"Resource\":\"*\"")),
        new("SCP_SYNTAX_ERROR_NOTRESOURCE", ServiceControl, Deny("\"Action\":\"s3:GetObject\",\"NotResource\":\"arn:aws:s3:::b/*\""), Deny(Good)),
        new("SCP_SYNTAX_ERROR_PRINCIPAL", ServiceControl, Deny($"\"Principal\":\"*\",{Good}"), Deny(Good)),
        new("RCP_SYNTAX_ERROR", ResourceControl, Deny($"\"Principal\":{Account},{Good}"), Deny($"\"Principal\":\"*\",{Good}")),
        new("RCP_SYNTAX_ERROR", ResourceControl, Allow($"\"Principal\":\"*\",{Good}"), Allow("\"Principal\":\"*\",\"Action\":\"*\",\"Resource\":\"*\"")),
        new("RCP_SYNTAX_ERROR", ResourceControl, Deny("\"Principal\":\"*\",\"Action\":\"iam:GetUser\",\"Resource\":\"*\""), Deny("\"Principal\":\"*\",\"Action\":\"s3:*\",\"Resource\":\"*\"")),
    ];

    private static CheckCase[] Trusts() =>
    [
        new("ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL", Trust, Deny($"\"NotPrincipal\":{Account},\"Action\":\"sts:AssumeRole\""), Deny($"\"Principal\":{Account},\"Action\":\"sts:AssumeRole\"")),
        new("ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL", Trust, Trusting("\"*\""), Trusting(Account)),
        new("ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE", Trust, Trusting(Account, "\"sts:AssumeRole\"", ",\"Resource\":\"*\""), Trusting(Account)),
        new("INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY", Trust, Trusting("{\"Federated\":\"okta\"}", WebIdentity), Trusting("{\"Federated\":\"accounts.google.com\"}", WebIdentity)),
        new("MISMATCHED_ACTION_FOR_PRINCIPAL", Trust, Trusting(Saml, WebIdentity), Trusting(Saml, "\"sts:AssumeRoleWithSAML\"")),
        new("MISMATCHED_ACTION_FOR_PRINCIPAL", Trust, Trusting(Account, "\"sts:AssumeRoleWithSAML\""), Trusting(Account)),
        new("MISMATCHED_ACTION_FOR_PRINCIPAL", Trust, Trusting(GitHub), Trusting(GitHub, WebIdentity)),
        new("MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", Trust, Trusting("{\"Service\":\"rolesanywhere.amazonaws.com\"}", "[\"sts:AssumeRole\",\"sts:TagSession\"]"),
            Trusting("{\"Service\":\"rolesanywhere.amazonaws.com\"}", "[\"sts:AssumeRole\",\"sts:TagSession\",\"sts:SetSourceIdentity\"]")),
        new("MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", Trust, Trusting("{\"Federated\":\"accounts.google.com\"}", WebIdentity), Trusting("{\"Federated\":\"accounts.google.com\"}", WebIdentity, ",\"Condition\":{\"StringEquals\":{\"accounts.google.com:aud\":\"x\"}}")),
        new("MISSING_GITHUB_REPO_CONDITION_KEY", Trust, Trusting(GitHub, WebIdentity, Aud), Trusting(GitHub, WebIdentity, Sub)),
        new("SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", Trust, Trusting(GitHub, WebIdentity, Sub.Replace("o/r:ref:refs/heads/main", "o/*", StringComparison.Ordinal).Replace("StringEquals", "StringLike", StringComparison.Ordinal)), Trusting(GitHub, WebIdentity, Sub)),
        new("CONFIRM_AUDIENCE_CLAIM_TYPE", Trust, Trusting(GitHub, WebIdentity, Aud.Replace("StringEquals", "ForAnyValue:StringEquals", StringComparison.Ordinal)), Trusting(GitHub, WebIdentity, Aud)),
        new("REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", Trust, Trusting("{\"AWS\":[\"arn:aws:iam::111122223333:role/r\",\"arn:aws:sts::111122223333:assumed-role/r/s\"]}"),
            Trusting("{\"AWS\":[\"arn:aws:iam::111122223333:role/r\",\"arn:aws:sts::111122223333:assumed-role/q/s\"]}")),
        new("UNSUPPORTED_ACTION_IN_POLICY", Trust, Trusting("{\"Service\":\"ec2.amazonaws.com\"}", "\"s3:GetObject\""), Trusting("{\"Service\":\"ec2.amazonaws.com\"}", "[\"sts:AssumeRole\",\"sts:TagSession\",\"sts:SetContext\"]")),
        new("UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", Trust, Trusting("{\"Service\":\"ec2.amazonaws.com\"}", "\"sts:AssumeRole\"", ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}}"),
            Trusting("{\"Service\":\"ec2.amazonaws.com\"}", "\"sts:AssumeRole\"", ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}")),
    ];

    private static CheckCase[] ResourcePolicies() =>
    [
        new("RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL", Resource, Bucket("{\"Service\":\"logging.s3.amazonaws.com\"}"), Bucket("{\"Service\":\"logging.s3.amazonaws.com\"}", ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}")),
        new("RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL", Resource, Bucket("{\"Service\":\"ses.amazonaws.com\"}", ",\"Condition\":{\"StringEquals\":{\"aws:Referer\":\"111122223333\"}}"), Bucket("{\"Service\":\"ses.amazonaws.com\"}", ",\"Condition\":{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}")),
        new("IRRELEVANT_CONDITION_KEY_IN_POLICY", Resource, Bucket(Account, ",\"Condition\":{\"StringEquals\":{\"s3:ResourceAccount\":\"111122223333\"}}"), Bucket(Account, ",\"Condition\":{\"StringEquals\":{\"aws:PrincipalAccount\":\"111122223333\"}}")),
        new("UNSUPPORTED_ACTION_IN_POLICY", Resource, Allow($"\"Principal\":{Account},\"Action\":\"kms:Decrypt\",\"Resource\":\"arn:aws:s3:::b/*\""), Bucket(Account), "AWS::S3::Bucket"),
        new("UNSUPPORTED_ACTION_IN_POLICY", Resource, Allow($"\"Principal\":{Account},\"Action\":\"s3:CreateJob\",\"Resource\":\"arn:aws:s3:::b/*\""), Bucket(Account), "AWS::S3::Bucket"),
        new("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", Resource, Allow($"\"Principal\":{Account},\"Action\":\"s3:GetObject\",\"Resource\":\"arn:aws:kms:us-east-1:111122223333:key/k\""), Bucket(Account), "AWS::S3::Bucket"),
        new("UNSUPPORTED_RESOURCE_ARN_IN_POLICY", Resource, Bucket(Account), Allow($"\"Principal\":{Account},\"Action\":\"sqs:SendMessage\",\"Resource\":\"arn:aws:sqs:us-east-1:111122223333:q\""), "AWS::SQS::Queue"),
    ];

    private static CheckCase[] Roles()
    {
        List<CheckCase> cases = [];
        foreach (var (codes, action, pattern, limited) in new[]
        {
            ("PASS_ROLE", "iam:PassRole", "iam:Pass*", "arn:aws:iam::111122223333:role/app-*"),
            ("CREATE_SLR", "iam:CreateServiceLinkedRole", "iam:CreateService*", "arn:aws:iam::111122223333:role/aws-service-role/ecs.amazonaws.com/*"),
        })
        {
            var near = Allow($"\"Action\":\"{action}\",\"Resource\":\"{limited}\"");
            cases.Add(new($"{codes}_WITH_STAR_IN_RESOURCE", Identity, Allow($"\"Action\":\"{action}\",\"Resource\":\"*\""), near));
            cases.Add(new($"{codes}_WITH_STAR_IN_RESOURCE", Identity, Allow($"\"Action\":\"{action}\",\"Resource\":\"arn:aws:iam::111122223333:role/*\""), near));
            cases.Add(new($"{codes}_WITH_NOT_RESOURCE", Identity, Allow($"\"Action\":\"{action}\",\"NotResource\":\"{limited}\""), Deny($"\"Action\":\"{action}\",\"NotResource\":\"{limited}\"")));
            cases.Add(new($"{codes}_WITH_STAR_IN_ACTION_AND_RESOURCE", Identity, Allow($"\"Action\":\"{pattern}\",\"Resource\":\"*\""), Allow($"\"Action\":\"{pattern}\",\"Resource\":\"{limited}\"")));
            cases.Add(new($"{codes}_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE", Identity, Allow($"\"Action\":\"{pattern}\",\"NotResource\":\"{limited}\""), Allow($"\"Action\":\"iam:Get*\",\"NotResource\":\"{limited}\"")));
            cases.Add(new($"{codes}_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION", Identity, Allow("\"NotAction\":\"s3:*\",\"Resource\":\"*\""), Allow("\"NotAction\":\"iam:*\",\"Resource\":\"*\"")));
            cases.Add(new($"{codes}_WITH_NOT_ACTION_AND_NOT_RESOURCE", Identity, Allow($"\"NotAction\":\"s3:*\",\"NotResource\":\"{limited}\""), Allow($"\"NotAction\":\"iam:*\",\"NotResource\":\"{limited}\"")));
        }

        cases.Add(new("PASS_ROLE_WITH_STAR_IN_RESOURCE", Identity, Allow("\"Action\":\"iam:PassRole\",\"Resource\":\"*\""), Allow("\"Action\":\"iam:PassRole\",\"Resource\":\"*\",\"Condition\":{\"StringEquals\":{\"iam:PassedToService\":\"ec2.amazonaws.com\"}}")));
        return [.. cases];
    }

    private static CheckCase[] Redundancies() =>
    [
        new("REDUNDANT_ACTION", Identity, Allow("\"Action\":[\"iam:Get*\",\"iam:GetUser\"],\"Resource\":\"*\""), Allow("\"Action\":[\"iam:Get*\",\"iam:*Report\"],\"Resource\":\"*\"")),
        new("REDUNDANT_ACTION", Identity, Allow("\"Action\":[\"iam:GetUser\",\"iam:getuser\"],\"Resource\":\"*\""), Allow("\"Action\":[\"iam:GetUser\",\"iam:GetUserPolicy\"],\"Resource\":\"*\"")),
        new("REDUNDANT_RESOURCE", Identity, Allow("\"Action\":\"iam:GetRole\",\"Resource\":[\"arn:aws:iam::111122223333:role/jane-admin\",\"arn:aws:iam::111122223333:role/jane*\"]"),
            Allow("\"Action\":\"iam:GetRole\",\"Resource\":[\"arn:aws:iam::111122223333:role/Jane-admin\",\"arn:aws:iam::111122223333:role/jane*\"]")),
        new("REDUNDANT_STATEMENT", Identity, Policy(AllowStatement($"\"Sid\":\"A\",{Good}"), AllowStatement($"\"Sid\":\"B\",{Good}")), Policy(AllowStatement($"\"Sid\":\"A\",{Good}"), $"{{\"Effect\":\"Deny\",{Good}}}")),
        new("REDUNDANT_STATEMENT", Identity, Policy(AllowStatement("\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"*\""), AllowStatement("\"Action\":[\"s3:PutObject\",\"s3:GetObject\"],\"Resource\":[\"*\"]")),
            Policy(AllowStatement("\"Action\":[\"s3:GetObject\",\"s3:PutObject\"],\"Resource\":\"*\""), AllowStatement("\"Action\":[\"s3:PutObject\",\"s3:GetObject\"],\"Resource\":\"*\",\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}"))),
    ];

    private static CheckCase[] Sizes() =>
    [
        new("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", Identity, Padded(Fine, 6_145, inString: true), Padded(Fine, 6_144, inString: true)),
        new("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", PermissionsBoundary, Padded(Fine, 6_145, inString: true), Padded(Fine, 50_000, inString: false)),
        new("POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA", Session, Padded(Fine, 2_049, inString: true), Padded(Fine, 2_048, inString: true)),
        new("POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA", Trust, Padded(Trusting(Account), 2_049, inString: true), Padded(Trusting(Account), 2_048, inString: true)),
        new("POLICY_SIZE_EXCEEDS_SCP_QUOTA", ServiceControl, Padded(Deny(Good), 10_241, inString: false), Padded(Deny(Good), 10_240, inString: false)),
        new("POLICY_SIZE_EXCEEDS_RCP_QUOTA", ResourceControl, Padded(Deny($"\"Principal\":\"*\",{Good}"), 5_121, inString: false), Padded(Deny($"\"Principal\":\"*\",{Good}"), 5_120, inString: false)),
        new("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", Resource, Padded(Bucket(Account), 20_481, inString: true), Padded(Bucket(Account), 20_480, inString: true)),
        new("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", VpcEndpoint, Padded(Bucket("\"*\""), 20_481, inString: true), Padded(Bucket("\"*\""), 20_480, inString: true)),
    ];

    private static CheckCase[] Own() =>
    [
        new("INVALID_CHARACTER", Identity, On("arn:aws:s3:::b/\u20ac*"), On("arn:aws:s3:::b/\u00e9*")),
        new("INVALID_CHARACTER", Identity, On("arn:aws:s3:::b/\\ud800*"), On("arn:aws:s3:::b/\\u00e9*")),
        new("RESOURCE_MISMATCH", Identity, Allow("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b/*\""), Allow("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b\"")),
        new("RESOURCE_MISMATCH", Identity, Allow("\"Action\":\"s3:GetObject\",\"Resource\":[\"arn:aws:s3:::b/*\",\"arn:aws:sqs:us-east-1:111122223333:q\"]"), Fine),
        new("RESOURCE_MISMATCH", Identity, Allow("\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"arn:aws:s3:::b\""), Allow("\"Action\":\"s3:ListAllMyBuckets\",\"Resource\":\"arn:aws:s3:::*\"")),
        new("GRANTS_NOTHING", Identity, Allow("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b/*\""), Policy(AllowStatement("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b/*\""), AllowStatement(Good))),
        new("GRANTS_NOTHING", Identity, Allow("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b/*\""), Deny("\"Action\":\"s3:ListBucket\",\"Resource\":\"arn:aws:s3:::b/*\"")),
        new("PRIVILEGE_ESCALATION", Identity, Allow("\"Action\":\"iam:CreatePolicyVersion\",\"Resource\":\"*\""), Allow("\"Action\":\"iam:CreatePolicyVersion\",\"Resource\":\"arn:aws:iam::111122223333:policy/app\"")),
        new("PRIVILEGE_ESCALATION", Identity, Policy(AllowStatement("\"Action\":\"iam:PassRole\",\"Resource\":\"*\""), AllowStatement("\"Action\":\"ec2:RunInstances\",\"Resource\":\"*\"")),
            Policy(AllowStatement("\"Action\":\"iam:PassRole\",\"Resource\":\"arn:aws:iam::111122223333:role/app\""), AllowStatement("\"Action\":\"ec2:RunInstances\",\"Resource\":\"*\""))),
        new("PRIVILEGE_ESCALATION", Identity, Allow("\"NotAction\":\"s3:*\",\"Resource\":\"*\""), Allow("\"NotAction\":[\"iam:*\",\"ssm:*\",\"lambda:*\",\"glue:*\",\"sso:*\"],\"Resource\":\"*\"")),
        new("DATA_EXFILTRATION", Identity, Allow("\"Action\":\"s3:GetObject\",\"Resource\":\"*\""), Fine),
        new("DATA_EXFILTRATION", Identity, Allow("\"Action\":\"secretsmanager:Get*\",\"Resource\":\"*\""), Allow("\"Action\":\"secretsmanager:List*\",\"Resource\":\"*\"")),
        new("RESOURCE_EXPOSURE", Identity, Allow("\"Action\":\"s3:PutBucketPolicy\",\"Resource\":\"*\""), Allow("\"Action\":\"s3:PutBucketPolicy\",\"Resource\":\"arn:aws:s3:::b\"")),
        new("BROAD_GRANT", Identity, Allow("\"Action\":\"ec2:*\",\"Resource\":\"*\""), Allow("\"Action\":\"ec2:RunInstances\",\"Resource\":\"*\"")),
        new("BROAD_GRANT", Identity, Allow("\"NotAction\":\"iam:*\",\"Resource\":\"*\""), Deny("\"NotAction\":\"iam:*\",\"Resource\":\"*\"")),
    ];

    // Brings a policy to a number of characters, in a string or as white space.
    private static string Padded(string policy, int length, bool inString)
    {
        var bare = policy.Replace(" ", "", StringComparison.Ordinal);
        return inString
            ? $"{{\"Id\":\"{new string('x', length - bare.Length - 8)}\",{bare[1..]}"
            : bare[..^1] + new string(' ', length - bare.Length) + "}";
    }
}
