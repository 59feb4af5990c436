namespace CloudEssentials.Module;

/// <summary>The older form of <see cref="OperationCmdlet"/>: the operation is found by name, and its types need not be told.</summary>
public abstract class OperationCmdlet<TOperation, TRequest, TResult> : OperationCmdlet;

/// <summary>The older form of <see cref="AwsCmdlet"/>.</summary>
public abstract class AwsCmdlet<TOperation, TRequest, TResult> : AwsCmdlet;

/// <summary>The older form of <see cref="RegionalAwsCmdlet"/>.</summary>
public abstract class RegionalAwsCmdlet<TOperation, TRequest, TResult> : RegionalAwsCmdlet;
