namespace Approvals.Workflows;

/// <summary>
/// What an activity may see and do. After a failure or a missing fact values are of no meaning: the step undoes or repeats
/// whatever the activity did with them.
/// </summary>
internal sealed class ActivityContext(StepRun run, string execution, string activity)
{
    public StepRun Run => run;

    public string Activity => activity;

    public Execution Execution => run.Find(execution) ?? throw new InvalidOperationException($"The execution {execution} is gone.");

    /// <summary>The activity that an id means here.</summary>
    public string Named(string id) => run.Program.Named(run.Program.Find(activity)!, id)?.Id ?? id;

    public ActivityRound Round => Rounds.Of(run, activity);

    public DateOnly Today => run.Context.Today;

    /// <summary>Whether the case was started by what this activity waits for, so that it need not wait.</summary>
    public bool IsTrigger => run.TakesTrigger(activity);

    /// <summary>Whether what follows would be in vain.</summary>
    public bool Stuck => run.Failure is not null || run.Missing.Count > 0;

    public T? Memory<T>() where T : ActivityMemory => Execution.Memory as T;

    public void Remember(ActivityMemory? memory) => run.Replace(Execution with { Memory = memory });

    /// <summary>The value of an input. A failure makes an incident of the activity.</summary>
    public T Value<T>(FeelInput<T> input)
    {
        if (input.Expression is not { } expression)
        {
            return input.Required ? Failed(input, "workflow.inputMissing") : input.Fallback;
        }

        if (expression is BrokenExpression broken)
        {
            run.Failure ??= Incident(input.Name, broken.Text, broken.Problem.Code, broken.Problem.Data);
            return input.Fallback;
        }

        if (!run.HasFacts(expression.Needs))
        {
            return input.Fallback;
        }

        var evaluation = new Evaluation(expression.IsConstant ? FeelContext.Empty : run.Names(Execution));
        var value = expression.Evaluate(evaluation);
        if (evaluation.Failed is { } failed)
        {
            run.Failure ??= Mistake(input.Name, failed, evaluation.Diagnostic!);
            return input.Fallback;
        }

        if (value.IsNull)
        {
            return input.Required ? Failed(input, "workflow.nullValue") : input.Fallback;
        }

        return input.Read(value, out var result) ? result : Failed(input, "workflow.wrongValue");
    }

    public void Fail(string code, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var values = ImmutableSortedDictionary<string, string>.Empty;
        foreach (var (name, value) in data)
        {
            values = values.SetItem(name, value);
        }

        run.Failure ??= Incident(null, null, code, values);
    }

    public FactAnswer? Ask(FactQuery query) => run.Ask(query);

    public void Emit(Effect effect) => run.Effects.Add(effect);

    public string NextId(string prefix) => run.NextId(prefix);

    /// <summary>Puts a child of this container in line.</summary>
    public void Schedule(string child, ImmutableArray<string> after) => run.Schedule(child, execution, after);

    /// <summary>Puts a child in line that has variables of its own.</summary>
    public void Schedule(string child, ImmutableArray<string> after, ImmutableSortedDictionary<string, FeelValue> variables) =>
        run.Replace(run.Schedule(child, execution, after) with { Variables = variables });

    /// <summary>Notes for whatever follows this container which steps of people came last in it.</summary>
    public void Passed(ImmutableArray<string> after) => run.Replace(Execution with { After = after });

    /// <summary>Gives a container its own variables.</summary>
    public void DeclareVariables()
    {
        var own = run.Program.Find(activity)!.Variables;
        if (!own.IsEmpty && Execution.Scope is not null)
        {
            Declare(own);
        }
    }

    /// <summary>Gives this execution variables of its own, beside those it has.</summary>
    public void Declare(ImmutableSortedDictionary<string, FeelValue> variables) =>
        run.Replace(Execution with { Variables = Execution.Variables?.SetItems(variables) ?? variables });

    /// <summary>Hands an output to the variable, or to the definition's output, that takes it.</summary>
    public void Put(OutputTarget target, FeelValue value)
    {
        if (target.Variable is { } variable)
        {
            SetVariable(variable, value);
        }
        else if (target.Output is { } output)
        {
            SetOutput(output, value);
        }
    }

    /// <summary>Sets an output of the definition this activity belongs to.</summary>
    public void SetOutput(string name, FeelValue value)
    {
        if (run.Definition(Execution) is { } scope)
        {
            var outputs = scope.Outputs ?? ImmutableSortedDictionary.Create<string, FeelValue>(StringComparer.Ordinal);
            run.Replace(scope with { Outputs = outputs.SetItem(name, value) });
            return;
        }

        run.State = run.State with { Outputs = run.State.Outputs.SetItem(name, value) };
    }

    /// <summary>Sets a variable where it is declared: in the nearest container, else in the workflow.</summary>
    public void SetVariable(string name, FeelValue value)
    {
        for (var scope = run.Find(Execution.Scope); scope is not null; scope = run.Find(scope.Scope))
        {
            if (scope.Variables?.ContainsKey(name) == true)
            {
                run.Replace(scope with { Variables = scope.Variables.SetItem(name, value) });
                return;
            }
        }

        run.State = run.State with { Variables = run.State.Variables.SetItem(name, value) };
    }

    /// <summary>Lets the flow go on by an outcome while this stays for a promise.</summary>
    public void Stay(string outcome)
    {
        var self = Execution;
        Rounds.End(run, self, [outcome]);
        run.Executed.Add(new ExecutedActivity(activity, [outcome]));
        run.Replace(self with { Left = true });
        Completion.Passed(run, self, [outcome]);
    }

    /// <summary>Goes for good after it stayed.</summary>
    public void Retire() => Completion.Retire(run, Execution);

    /// <summary>Takes back everything this activity led to.</summary>
    public void TakeBackWhatFollowed()
    {
        var self = Execution;
        if (self.Left && run.Find(self.Scope) is { } scope && run.Node(scope).Activity is IOrdersChildren order)
        {
            new ReturnRegion(scope, order, activity).Cancel(run, CloseReason.Cancelled, except: self.Id);
            run.Replace(Execution with { Left = false });
        }
    }

    /// <summary>Notes who acted in this round.</summary>
    public void Acted(params IEnumerable<string> users)
    {
        var round = Round;
        Rounds.Set(run, activity, round with { Actors = [.. round.Actors.Union(users, StringComparer.Ordinal)] });
    }

    /// <summary>Notes who acted in this round, and for whom.</summary>
    public void Acted(Actor by) => Rounds.Acted(run, activity, by);

    public void StopClock() => Clocks.Stop(run, activity);

    public PendingLimit Begin(Limit limit) => Clocks.Begin(run, limit);

    public string SetTimer(string purpose, PendingLimit limit)
    {
        var timer = new TimerBookmark(run.NextId("k"), execution, activity, purpose) { Limit = limit };
        Bookmarks.Add(run, timer);
        return timer.Id;
    }

    public void SetTimer(string purpose, DateOnly day) =>
        Bookmarks.Add(run, new TimerBookmark(run.NextId("k"), execution, activity, purpose) { Day = day });

    public void SetTimer(string purpose, DateTimeOffset instant) =>
        Bookmarks.Add(run, new TimerBookmark(run.NextId("k"), execution, activity, purpose) { At = instant });

    public void CancelTimers()
    {
        foreach (var timer in run.State.Timers.Where(t => t.Execution == execution).ToList())
        {
            Bookmarks.Close(run, timer, CloseReason.Cancelled);
        }
    }

    /// <summary>A timer that elapsed is no bookmark any more.</summary>
    public void Elapsed(Bookmark timer) => Bookmarks.Remove(run, timer);

    public string OpenSignal(string prefix, string name, string? subject = null)
    {
        var signal = new SignalBookmark(run.NextId(prefix), execution, activity, name) { Subject = subject };
        Bookmarks.Add(run, signal);
        return signal.Id;
    }

    public void OpenTask(TaskKind kind, ImmutableArray<Candidate> candidates, Func<TaskBookmark, TaskBookmark> describe) =>
        Bookmarks.Add(run, describe(new TaskBookmark(run.NextId("k"), execution, activity, kind, candidates) { Round = Math.Max(1, Round.Number) }));

    /// <summary>The tasks this activity waits for; opinions asked for are none of them.</summary>
    public IReadOnlyList<TaskBookmark> Tasks => [.. run.State.Tasks.Where(t => t.Execution == execution && t.Kind != TaskKind.Opinion)];

    public void Close(Bookmark bookmark, CloseReason reason, Actor? by = null, string? outcome = null) =>
        Bookmarks.Close(run, bookmark, reason, by, outcome);

    public void CloseTasks(CloseReason reason)
    {
        foreach (var task in Tasks)
        {
            Close(task, reason);
        }
    }

    /// <summary>Sends the letter tied to an outcome, with what it names.</summary>
    public void Letter(string outcome, ImmutableArray<string> fields, ImmutableArray<string> documents, string? opinion)
    {
        if (run.Program.Find(activity)!.Letters.TryGetValue(outcome, out var letter))
        {
            Emit(new SendLetter(activity, letter) { Fields = fields, Documents = documents, Opinion = opinion });
        }
    }

    private T Failed<T>(FeelInput<T> input, string code)
    {
        var missing = input.Expression is null ? [] : input.Expression.References;
        run.Failure ??= Incident(input.Name, input.Expression?.Text, code, ImmutableSortedDictionary<string, string>.Empty) with { Missing = missing };
        return input.Fallback;
    }

    private Incident Mistake(string input, FeelExpression expression, FeelDiagnostic diagnostic) =>
        Incident(input, expression.Text, "workflow.expressionFailed", diagnostic.Data
            .RemoveRange(["value", "text"]) // these two may be personal
            .SetItem("reason", diagnostic.Code)
            .SetItem("line", diagnostic.Line.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .SetItem("column", diagnostic.Column.ToString(System.Globalization.CultureInfo.InvariantCulture))) with
        { Missing = expression.References };

    private Incident Incident(string? input, string? expression, string code, ImmutableSortedDictionary<string, string> data) =>
        new("", execution, activity, code) { Input = input, Expression = expression, Data = data };
}
