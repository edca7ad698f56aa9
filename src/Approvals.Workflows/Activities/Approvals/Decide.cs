namespace Approvals.Workflows;

/// <summary>Evaluates a decision of the case's snapshot and leaves by its value.</summary>
internal sealed class Decide : ApprovalActivity
{
    private const string NoMatch = "NoMatch";

    public required FeelInput<string> Decision { get; init; }

    public required FeelInput<FeelContext> Inputs { get; init; }

    public required FeelInput<string> Result { get; init; }

    public required FeelInput<FeelContext> Into { get; init; }

    public override ActivityKind MapKind => ActivityKind.Rule;

    public override bool Waits => false;

    public override ImmutableArray<string>? Outcomes => null;

    public static Activity Read(ActivityReader reader) => new Decide
    {
        Decision = reader.RequiredText("decision"),
        Inputs = reader.Context("inputs"),
        Result = reader.Text("result"),
        Into = reader.Context("into"),
    };

    public override Progress Run(ActivityContext context)
    {
        var (decision, inputs) = (context.Value(Decision), context.Value(Inputs));
        if (context.Stuck)
        {
            return Progress.Wait;
        }

        var evaluated = context.Run.Context.Decisions.Evaluate(decision, inputs);
        if (!evaluated.IsSuccess)
        {
            context.Fail("workflow.decisionFailed", ("decision", decision), ("reason", evaluated.Error.Code));
            return Progress.Wait;
        }

        var result = evaluated.Value;
        if (result.Value.IsNull && Mistake(result) is { } mistake)
        {
            context.Fail("workflow.decisionFailed", ("decision", decision), ("reason", mistake.Code));
            return Progress.Wait;
        }

        Store(context, result.Value);
        var outcome = Chosen(context, result.Value);
        context.Emit(new RecordDecision(context.Activity, decision, FeelValue.Of(inputs), result.Value, result.Matched, outcome));
        return Progress.Leave(outcome);
    }

    public override ImmutableArray<string>? Predict(RouteView view)
    {
        if (!view.TryValue(Decision, out var decision) || !view.TryValue(Inputs, out var inputs) ||
            view.Context.Decisions.Evaluate(decision, inputs) is not { IsSuccess: true, Value.Value: { IsNull: false } value })
        {
            return null;
        }

        foreach (var (variable, key) in Into.Constant.Entries)
        {
            view.Set(variable, Part(value, key));
        }

        var chosen = Result.Constant.Length == 0 ? value : Part(value, FeelValue.Of(Result.Constant));
        return ValueReaders.Plain(chosen) is { } outcome ? [outcome, "Done"] : ["Done"];
    }

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) =>
        Into.Constant.Entries.Where(e => !program.VariableNames.Values.Contains(e.Key)).Select(e =>
            new Problem("workflow.check.unknownVariable", Severity.Error, definition.Id, $"{definition.Path}.into").With("variable", e.Key));

    /// <summary>Why a decision gave nothing, unless it is only that data is missing or no rule fits.</summary>
    private static FeelDiagnostic? Mistake(DecisionResult result) =>
        result.Diagnostics.IsDefault ? null : result.Diagnostics.FirstOrDefault(d => !MissingData.IsAbout(d));

    private void Store(ActivityContext context, FeelValue value)
    {
        foreach (var (variable, key) in context.Value(Into).Entries)
        {
            context.SetVariable(variable, Part(value, key));
        }
    }

    /// <summary>An output of the decision, or the whole where no key is given.</summary>
    private static FeelValue Part(FeelValue value, FeelValue key) =>
        ValueReaders.Plain(key) is { Length: > 0 } name ? value.TryGetContext(out var all) ? all[name] : FeelValue.Null : value;

    private string Chosen(ActivityContext context, FeelValue value)
    {
        if (value.IsNull || (value.TryGetList(out var collected) && collected.Count == 0))
        {
            return NoMatch;
        }

        var key = context.Value(Result);
        var chosen = Part(value, FeelValue.Of(key));
        var container = context.Run.Program.Find(context.Activity)!.Parent?.Activity;
        return ValueReaders.Plain(chosen) switch
        {
            { } outcome when container?.HasWay(context.Activity, [outcome]) != false => outcome,
            var other when container?.HasWay(context.Activity, ["Done"]) == true => other is null && chosen.IsNull ? NoMatch : "Done",
            var other => other ?? (chosen.IsNull ? NoMatch : "Done"),
        };
    }
}
