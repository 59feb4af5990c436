namespace CloudEssentials.Policies.Evaluation;

/// <summary>The layers of policies that a request passes. Each level of service control policies is one more layer.</summary>
internal static class PolicyLayer
{
    public const int Identity = 0;
    public const int Boundary = 1;
    public const int Session = 2;
    public const int Resource = 3;
    public const int VpcEndpoint = 4;
    public const int ResourceControl = 5;
    public const int FirstServiceControl = 6;
}
