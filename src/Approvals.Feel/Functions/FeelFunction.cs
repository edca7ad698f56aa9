namespace Approvals.Feel;

/// <summary>A function value: built in, or written in FEEL.</summary>
public abstract class FeelFunction
{
    private protected FeelFunction()
    {
    }

    /// <summary>The names of the parameters.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>Calls the function. Arguments are in the order of the names, or of the parameters when there are no names.</summary>
    internal abstract FeelValue Call(Evaluation evaluation, FeelValue[] arguments, string[]? names, Place place);
}
