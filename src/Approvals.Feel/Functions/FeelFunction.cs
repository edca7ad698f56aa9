namespace Approvals.Feel;

/// <summary>A function value: built in, or written in FEEL.</summary>
public abstract class FeelFunction
{
    /// <summary>The names of the parameters.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }
}
