namespace Approvals.Feel;

/// <summary>A function whose body is not FEEL text, such as a business knowledge model or a decision service.</summary>
internal sealed class HostFunction(string[] parameters, FeelType?[] types, Func<FeelRun, FeelValue[], FeelValue> body) : FeelFunction
{
    public override IReadOnlyList<string> Parameters => parameters;

    internal override FeelType? Type { get; } = FeelType.FunctionOf([.. types.Select(type => type ?? FeelType.Any)], null);

    internal override FeelValue Call(Evaluation evaluation, FeelValue[] arguments, string[]? names, Place place)
    {
        if (Arguments.Arrange(evaluation, parameters, types, arguments, names, place) is not { } arranged)
        {
            return FeelValue.Null;
        }

        var result = evaluation.BeginCall(place) ? body(evaluation.Run, arranged) : FeelValue.Null;
        evaluation.EndCall();
        return result;
    }
}
