namespace Approvals.Feel;

/// <summary><c>function(a, b: number) …</c>: gives a function over the frames around it.</summary>
internal sealed class FunctionLiteral(string[] parameters, FeelType?[] types, Node body) : Node
{
    protected override FeelValue Compute(Frame frame) => FeelValue.Of(new UserFunction(parameters, types, body, frame));
}

/// <summary><c>function(…) external {…}</c>: named and refused, never run.</summary>
internal sealed class ExternalFunction : Node
{
    protected override FeelValue Compute(Frame frame) => frame.Evaluation.Fail("feel.externalFunction", Place);
}

/// <summary>A function written in FEEL with the frames it was made in.</summary>
internal sealed class UserFunction(string[] parameters, FeelType?[] types, Node body, Frame closure) : FeelFunction
{
    public override IReadOnlyList<string> Parameters => parameters;

    internal override FeelValue Call(Evaluation evaluation, FeelValue[] arguments, string[]? names, Place place)
    {
        if (Ordered(arguments, names) is not { } ordered)
        {
            return evaluation.Fail("feel.wrongArguments", place, ("parameters", string.Join(", ", parameters)));
        }

        var frame = closure;
        for (var i = 0; i < ordered.Length; i++)
        {
            var argument = types[i] is { } type ? TypeConformance.Coerce(ordered[i], type) : ordered[i];
            if (argument is not { } given)
            {
                return evaluation.Fail("feel.wrongType", place, ("parameter", parameters[i]), ("kind", KindNames.Of(ordered[i])));
            }

            frame = frame.Push(given);
        }

        var result = evaluation.BeginCall(place) ? body.Evaluate(frame) : FeelValue.Null;
        evaluation.EndCall();
        return result;
    }

    private FeelValue[]? Ordered(FeelValue[] arguments, string[]? names)
    {
        if (arguments.Length != parameters.Length)
        {
            return null;
        }

        if (names is null)
        {
            return arguments;
        }

        var ordered = new FeelValue[arguments.Length];
        for (var i = 0; i < parameters.Length; i++)
        {
            var at = Array.IndexOf(names, parameters[i]);
            if (at < 0)
            {
                return null;
            }

            ordered[i] = arguments[at];
        }

        return ordered;
    }
}
