using System.Collections.Frozen;

namespace CloudEssentials.Policies.Validation;

/// <summary>
/// All checks. Those in AWS's lists carry the codes of IAM Access Analyzer's policy validation
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html).
/// </summary>
public static class PolicyChecks
{
    private const string Guide = "https://docs.aws.amazon.com/IAM/latest/UserGuide/";
    private const string AwsPage = Guide + "access-analyzer-reference-policy-checks.html#access-analyzer-reference-policy-checks-";
    private const string ControlPolicies = "https://docs.aws.amazon.com/organizations/latest/userguide/";

    private const string AwsErrors =
        """
        ARN_ACCOUNT_NOT_ALLOWED ARN_REGION_NOT_ALLOWED DATA_TYPE_MISMATCH DUPLICATE_KEYS_WITH_DIFFERENT_CASE INVALID_ACTION INVALID_ARN_ACCOUNT
        INVALID_ARN_PREFIX INVALID_ARN_REGION INVALID_ARN_RESOURCE INVALID_ARN_SERVICE_CASE INVALID_CONDITION_DATA_TYPE INVALID_CONDITION_KEY_FORMAT
        INVALID_CONDITION_MULTIPLE_BOOLEAN INVALID_CONDITION_OPERATOR INVALID_EFFECT INVALID_GLOBAL_CONDITION_KEY INVALID_PARTITION
        INVALID_POLICY_ELEMENT INVALID_PRINCIPAL_FORMAT INVALID_PRINCIPAL_KEY INVALID_REGION INVALID_SERVICE INVALID_SERVICE_CONDITION_KEY
        INVALID_SERVICE_IN_ACTION INVALID_VARIABLE_FOR_OPERATOR INVALID_VERSION JSON_SYNTAX_ERROR MISSING_ACTION MISSING_ARN_FIELD MISSING_ARN_REGION
        MISSING_EFFECT MISSING_PRINCIPAL MISSING_QUALIFIER MISSING_RESOURCE MISSING_STATEMENT NULL_WITH_IF_EXISTS SCP_SYNTAX_ERROR_PRINCIPAL
        UNIQUE_SIDS_REQUIRED UNSUPPORTED_ACTION_IN_POLICY UNSUPPORTED_ELEMENT_COMBINATION UNSUPPORTED_GLOBAL_CONDITION_KEY UNSUPPORTED_PRINCIPAL
        UNSUPPORTED_RESOURCE_ARN_IN_POLICY UNSUPPORTED_SID UNSUPPORTED_WILDCARD_IN_PRINCIPAL MISSING_BRACE_IN_VARIABLE MISSING_QUOTE_IN_VARIABLE
        UNSUPPORTED_SPACE_IN_VARIABLE EMPTY_VARIABLE VARIABLE_UNSUPPORTED_IN_ELEMENT VARIABLE_UNSUPPORTED_IN_VERSION PRIVATE_IP_ADDRESS
        PRIVATE_NOT_IP_ADDRESS POLICY_SIZE_EXCEEDS_SCP_QUOTA INVALID_SERVICE_PRINCIPAL_FORMAT MISSING_TAG_KEY_IN_CONDITION INVALID_VPC_FORMAT
        INVALID_VPCE_FORMAT FEDERATED_PRINCIPAL_NOT_SUPPORTED UNSUPPORTED_ACTION_FOR_CONDITION_KEY UNSUPPORTED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL
        ROLE_TRUST_POLICY_SYNTAX_ERROR_NOTPRINCIPAL ROLE_TRUST_POLICY_UNSUPPORTED_WILDCARD_IN_PRINCIPAL ROLE_TRUST_POLICY_SYNTAX_ERROR_RESOURCE
        MISSING_ACTION_FOR_CONDITION_KEY INVALID_FEDERATED_PRINCIPAL_SYNTAX_IN_ROLE_TRUST_POLICY MISMATCHED_ACTION_FOR_PRINCIPAL
        MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY
        """;

    // AWS's list has these as errors; since September 2025 control policies take the whole policy language, so that they are refused no more.
    private const string FormerControlPolicyErrors =
        """
        SCP_SYNTAX_ERROR_ACTION_WILDCARD SCP_SYNTAX_ERROR_ALLOW_CONDITION SCP_SYNTAX_ERROR_ALLOW_NOTACTION SCP_SYNTAX_ERROR_ALLOW_RESOURCE
        SCP_SYNTAX_ERROR_NOTRESOURCE
        """;

    private const string AwsWarnings =
        """
        CREATE_SLR_WITH_NOT_RESOURCE CREATE_SLR_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE CREATE_SLR_WITH_NOT_ACTION_AND_NOT_RESOURCE
        CREATE_SLR_WITH_STAR_IN_RESOURCE CREATE_SLR_WITH_STAR_IN_ACTION_AND_RESOURCE CREATE_SLR_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION
        DEPRECATED_GLOBAL_CONDITION_KEY INVALID_DATE_VALUE INVALID_ROLE_REFERENCE INVALID_USER_REFERENCE MISSING_VERSION UNIQUE_SIDS_RECOMMENDED
        WILDCARD_WITHOUT_LIKE_OPERATOR POLICY_SIZE_EXCEEDS_IDENTITY_POLICY_QUOTA POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA TYPE_MISMATCH
        TYPE_MISMATCH_BOOLEAN TYPE_MISMATCH_DATE TYPE_MISMATCH_IP_RANGE TYPE_MISMATCH_NUMBER TYPE_MISMATCH_STRING
        SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED POLICY_SIZE_EXCEEDS_ROLE_TRUST_POLICY_QUOTA
        """;

    private const string AwsSecurityWarnings =
        """
        ALLOW_WITH_NOT_PRINCIPAL FORALLVALUES_WITH_SINGLE_VALUED_KEY PASS_ROLE_WITH_NOT_RESOURCE PASS_ROLE_WITH_STAR_IN_ACTION_AND_NOT_RESOURCE
        PASS_ROLE_WITH_NOT_ACTION_AND_NOT_RESOURCE PASS_ROLE_WITH_STAR_IN_RESOURCE PASS_ROLE_WITH_STAR_IN_ACTION_AND_RESOURCE
        PASS_ROLE_WITH_STAR_IN_RESOURCE_AND_NOT_ACTION MISSING_PAIRED_CONDITION_KEYS DENY_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
        DENY_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE RESTRICT_ACCESS_TO_SERVICE_PRINCIPAL MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL
        MISSING_GITHUB_REPO_CONDITION_KEY
        """;

    private const string AwsSuggestions =
        """
        EMPTY_ARRAY_ACTION EMPTY_ARRAY_CONDITION EMPTY_ARRAY_CONDITION_FORALLVALUES EMPTY_ARRAY_CONDITION_FORANYVALUE EMPTY_ARRAY_CONDITION_IFEXISTS
        EMPTY_ARRAY_PRINCIPAL EMPTY_ARRAY_RESOURCE EMPTY_OBJECT_CONDITION EMPTY_OBJECT_PRINCIPAL EMPTY_SID_VALUE IMPROVE_IP_RANGE NULL_WITH_QUALIFIER
        PRIVATE_IP_ADDRESS_SUBSET PRIVATE_NOT_IP_ADDRESS_SUBSET REDUNDANT_ACTION REDUNDANT_CONDITION_VALUE_NUM REDUNDANT_RESOURCE REDUNDANT_STATEMENT
        WILDCARD_IN_SERVICE_NAME ALLOW_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE ALLOW_NOTACTION_WITH_UNSUPPORTED_TAG_CONDITION_KEY_FOR_SERVICE
        RECOMMENDED_CONDITION_KEY_FOR_SERVICE_PRINCIPAL IRRELEVANT_CONDITION_KEY_IN_POLICY REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY
        CONFIRM_AUDIENCE_CLAIM_TYPE
        """;

    private static readonly PolicyCheck[] Own =
    [
        new("ACTION_WITH_SPACE", FindingSeverity.Error, Guide + "reference_policies_elements_action.html"),
        new("INVALID_CHARACTER", FindingSeverity.Error, "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html"),
        new("POLICY_SIZE_EXCEEDS_RCP_QUOTA", FindingSeverity.Error, ControlPolicies + "orgs_reference_limits.html"),
        new("RCP_SYNTAX_ERROR", FindingSeverity.Error, ControlPolicies + "orgs_manage_policies_rcps_syntax.html"),
        new("PRIVILEGE_ESCALATION", FindingSeverity.SecurityWarning, Guide + "best-practices.html"),
        new("PUBLIC_ACCESS", FindingSeverity.SecurityWarning, Guide + "reference_policies_elements_principal.html#principal-anonymous"),
        new("RESOURCE_MISMATCH", FindingSeverity.Warning, Guide + "reference_policies_elements_resource.html"),
        new("CONDITION_KEY_MISMATCH", FindingSeverity.Warning, Guide + "reference_policies_elements_condition.html"),
        new("DATA_EXFILTRATION", FindingSeverity.Warning, Guide + "best-practices.html#grant-least-privilege"),
        new("RESOURCE_EXPOSURE", FindingSeverity.Warning, Guide + "best-practices.html#grant-least-privilege"),
        new("GRANTS_NOTHING", FindingSeverity.Warning, Guide + "reference_policies_evaluation-logic.html"),
        new("ACTION_CASE", FindingSeverity.Suggestion, Guide + "reference_policies_elements_action.html"),
        new("BROAD_GRANT", FindingSeverity.Suggestion, Guide + "reference_policies_elements_notaction.html"),
    ];

    private static readonly FrozenDictionary<string, PolicyCheck> ByCode = MakeAll().ToFrozenDictionary(check => check.Code, StringComparer.Ordinal);

    /// <summary>All checks, by code.</summary>
    public static IReadOnlyList<PolicyCheck> All { get; } = [.. ByCode.Values.OrderBy(check => check.Code, StringComparer.Ordinal)];

    internal static PolicyCheck Get(string code) => ByCode[code];

    private static IEnumerable<PolicyCheck> MakeAll() =>
    [
        .. FromAws(AwsErrors, FindingSeverity.Error, "error"),
        .. FromAws(FormerControlPolicyErrors, FindingSeverity.Warning, "error"),
        .. FromAws(AwsWarnings, FindingSeverity.Warning, "general-warning"),
        .. FromAws(AwsSecurityWarnings, FindingSeverity.SecurityWarning, "security-warning"),
        .. FromAws(AwsSuggestions, FindingSeverity.Suggestion, "suggestion"),
        .. Own,
    ];

    private static IEnumerable<PolicyCheck> FromAws(string codes, FindingSeverity severity, string chapter) =>
        from code in codes.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)
        select new PolicyCheck(code, severity, $"{AwsPage}{chapter}-{code.ToLowerInvariant().Replace('_', '-')}");
}
