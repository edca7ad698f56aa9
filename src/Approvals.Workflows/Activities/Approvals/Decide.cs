namespace Approvals.Workflows;

/// <summary>Evaluates a decision of the case's snapshot and leaves by its value.</summary>
internal sealed class Decide : ApprovalActivity
{
    private const string NoMatch = "NoMatch";

    public required FeelInput<string> Decision { get; init; }

    public required FeelInput<FeelContext> Inputs { get; init; }

    public required FeelInput<string> Result { get; init; }

    public required FeelInput<FeelContext> Into { get; init; }

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
        if (result.Value.IsNull && !result.Diagnostics.IsDefaultOrEmpty)
        {
            context.Fail("workflow.decisionFailed", ("decision", decision), ("reason", result.Diagnostics[0].Code));
            return Progress.Wait;
        }

        Store(context, result.Value);
        var outcome = Chosen(context, result.Value);
        context.Emit(new RecordDecision(context.Activity, decision, FeelValue.Of(inputs), result.Value, result.Matched, outcome));
        return Progress.Leave(outcome);
    }

    private void Store(ActivityContext context, FeelValue value)
    {
        foreach (var (variable, key) in context.Value(Into).Entries)
        {
            var part = ValueReaders.Plain(key) is { Length: > 0 } name ? value.TryGetContext(out var all) ? all[name] : FeelValue.Null : value;
            context.SetVariable(variable, part);
        }
    }

    private string Chosen(ActivityContext context, FeelValue value)
    {
        if (value.IsNull)
        {
            return NoMatch;
        }

        var key = context.Value(Result);
        var chosen = key.Length == 0 ? value : value.TryGetContext(out var all) ? all[key] : FeelValue.Null;
        var container = context.Run.Program.Find(context.Activity)!.Parent?.Activity;
        return ValueReaders.Plain(chosen) switch
        {
            { } outcome when container?.HasWay(context.Activity, [outcome]) != false => outcome,
            var other when container?.HasWay(context.Activity, ["Done"]) == true => other is null && chosen.IsNull ? NoMatch : "Done",
            var other => other ?? (chosen.IsNull ? NoMatch : "Done"),
        };
    }
}
