namespace Approvals.Feel;

/// <summary>A function value: built in, or written in FEEL.</summary>
public abstract class FeelFunction
{
    private protected FeelFunction()
    {
    }

    /// <summary>The names of the parameters.</summary>
    public abstract IReadOnlyList<string> Parameters { get; }

    /// <summary>The built-in function of a name; null when there is none.</summary>
    public static FeelFunction? BuiltIn(string name) => Builtins.Find(name);

    /// <summary>A function whose body is given by the caller.</summary>
    /// <param name="parameters">Names and types of the parameters; a type that is null takes anything.</param>
    /// <param name="body">Gets the run, for its bounds, and the arguments in order; must not throw for an author's mistake.</param>
    public static FeelFunction Of(IReadOnlyList<(string Name, FeelType? Type)> parameters, Func<FeelRun, FeelValue[], FeelValue> body) =>
        new HostFunction([.. parameters.Select(parameter => parameter.Name)], [.. parameters.Select(parameter => parameter.Type)], body);

    /// <summary>The types of the parameters and the result as far as they are known; null when nothing is.</summary>
    internal virtual FeelType? Type => null;

    /// <summary>Calls the function with arguments by position.</summary>
    public FeelValue Call(FeelRun run, params FeelValue[] arguments) => Call(new Evaluation(FeelContext.Empty, run), arguments, null, default);

    /// <summary>Calls the function with arguments by name.</summary>
    public FeelValue Call(FeelRun run, string[] names, FeelValue[] arguments) => Call(new Evaluation(FeelContext.Empty, run), arguments, names, default);

    /// <summary>Calls the function. Arguments are in the order of the names, or of the parameters when there are no names.</summary>
    internal abstract FeelValue Call(Evaluation evaluation, FeelValue[] arguments, string[]? names, Place place);
}
