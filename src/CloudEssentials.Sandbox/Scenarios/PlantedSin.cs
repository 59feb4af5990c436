namespace CloudEssentials.Sandbox.Scenarios;

/// <summary>A fault that a scenario has planted.</summary>
/// <param name="Name">A stable name, such as <c>RootActiveKey</c>.</param>
/// <param name="Entity">What it is a fault of: a user, group, role, policy, certificate or instance by name; <c>root</c> or <c>account</c>.</param>
/// <param name="Words">What is wrong.</param>
public sealed record PlantedSin(string Name, string Entity, string Words);
