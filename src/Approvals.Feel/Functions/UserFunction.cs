namespace Approvals.Feel;

/// <summary><c>function(a, b: number) …</c>: gives a function over the frames around it.</summary>
internal sealed class FunctionLiteral(string[] parameters, FeelType?[] types, Node body) : Node
{
    public override FeelType? Type { get; init; } = FeelType.FunctionOf([.. types.Select(type => type ?? FeelType.Any)], body.Type);

    public string[] Parameters => parameters;

    public FeelType?[] Types => types;

    public Node Body => body;

    protected override FeelValue Compute(Frame frame) => FeelValue.Of(new UserFunction(this, frame));
}

/// <summary><c>function(…) external {…}</c>: named and refused, never run.</summary>
internal sealed class ExternalFunction : Node
{
    protected override FeelValue Compute(Frame frame) => frame.Evaluation.Fail("feel.externalFunction", Place);
}

/// <summary>A function written in FEEL with the frames it was made in.</summary>
internal sealed class UserFunction(FunctionLiteral literal, Frame closure) : FeelFunction
{
    public override IReadOnlyList<string> Parameters => literal.Parameters;

    internal override FeelType? Type => literal.Type;

    internal override FeelValue Call(Evaluation evaluation, FeelValue[] arguments, string[]? names, Place place)
    {
        if (Arguments.Arrange(evaluation, literal.Parameters, literal.Types, arguments, names, place) is not { } arranged)
        {
            return FeelValue.Null;
        }

        var frame = closure;
        foreach (var argument in arranged)
        {
            frame = frame.Push(argument);
        }

        var result = evaluation.BeginCall(place) ? literal.Body.Evaluate(frame) : FeelValue.Null;
        evaluation.EndCall();
        return result;
    }
}
