namespace Approvals.Workflows;

/// <summary>One step under way: takes the event, then runs activities until every token waits.</summary>
internal sealed class StepRun
{
    private const int MaximumActivities = 10_000;

    private readonly List<string> _queue = [];
    private readonly List<WorkflowEvent> _signals = [];
    private readonly ValueSource _values;
    private int _next;
    private int _count;
    private int _nextSignal;

    private StepRun(WorkflowProgram program, WorkflowState state, StepContext context)
    {
        (Program, State, Context) = (program, state, context);
        _values = new ValueSource(context);
    }

    public WorkflowProgram Program { get; }

    public StepContext Context { get; }

    public WorkflowState State { get; set; }

    public List<Effect> Effects { get; } = [];

    public List<ExecutedActivity> Executed { get; } = [];

    /// <summary>Facts that were needed and are not known.</summary>
    public List<FactQuery> Missing { get; } = [];

    /// <summary>What failed in the activity that runs now.</summary>
    public Incident? Failure { get; set; }

    /// <summary>The activity whose event started the case; it does not wait for it again.</summary>
    public string? Trigger { get; set; }

    /// <summary>The submission the first Fill takes.</summary>
    public Started? Offer { get; set; }

    public static StepOutcome Take(WorkflowDefinition definition, WorkflowState state, WorkflowEvent @event, StepContext context)
    {
        var run = new StepRun(definition.Program, state, context);
        var error = EventDispatch.Take(run, @event);
        if (error is null)
        {
            run.Drain();
            Freezing.Forget(run);
        }

        if (run.Missing.Count > 0)
        {
            return new NeedFacts([.. run.Missing]);
        }

        return error is not null ? new Refused(error) : new Stepped(ShownStates.Derive(run), [.. run.Effects]) { Executed = [.. run.Executed] };
    }

    public string NextId(string prefix)
    {
        State = State with { Counter = State.Counter + 1 };
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{State.Counter}");
    }

    public Execution? Find(string? id)
    {
        if (id is not null)
        {
            foreach (var execution in State.Executions)
            {
                if (execution.Id == id)
                {
                    return execution;
                }
            }
        }

        return null;
    }

    public ActivityNode Node(Execution execution) =>
        Program.Find(execution.Activity) ?? throw new InvalidOperationException($"The definition has no activity {execution.Activity}.");

    /// <summary>The definition used as an activity that an execution is in; null in the case's own.</summary>
    public Execution? Definition(Execution execution)
    {
        for (var scope = Find(execution.Scope); scope is not null; scope = Find(scope.Scope))
        {
            if (Node(scope).Activity is Subflow)
            {
                return scope;
            }
        }

        return null;
    }

    /// <summary>Puts an activity that is under way in line to run once more.</summary>
    public void Repeat(Execution execution) => _queue.Add(execution.Id);

    /// <summary>Takes an event that was held, once the activities in line have run.</summary>
    public void Replay(WorkflowEvent held) => _signals.Add(held);

    /// <summary>Lets this case's waiting events hear a signal once the activities in line have run.</summary>
    public void Publish(SignalReceived signal) => _signals.Add(signal);

    /// <summary>Whether an activity is what started the case; so once only.</summary>
    public bool TakesTrigger(string activity)
    {
        if (Trigger != activity)
        {
            return false;
        }

        Trigger = null;
        return true;
    }

    public void Replace(Execution execution)
    {
        var at = IndexOf(execution.Id);
        if (at >= 0)
        {
            State = State with { Executions = State.Executions.SetItem(at, execution) };
        }
    }

    public void Remove(Execution execution)
    {
        var at = IndexOf(execution.Id);
        if (at >= 0)
        {
            State = State with { Executions = State.Executions.RemoveAt(at) };
        }
    }

    /// <summary>Puts an activity in line to run.</summary>
    public Execution Schedule(string activity, string? scope, ImmutableArray<string> after, ReturnNote? note = null)
    {
        var execution = new Execution(NextId("a"), activity, scope) { After = after, Return = note };
        State = State with { Executions = State.Executions.Add(execution) };
        _queue.Add(execution.Id);
        return execution;
    }

    /// <summary>Lets an activity act; what it did is undone when it failed, and an incident stands instead.</summary>
    public Error? Attempt(Execution execution, WorkflowEvent? @event, Func<Activity, ActivityContext, Progress> act)
    {
        var (state, effects, executed, queued, signals) = (State, Effects.Count, Executed.Count, _queue.Count, _signals.Count);
        var context = new ActivityContext(this, execution.Id, execution.Activity);
        var progress = act(Node(execution).Activity, context);
        if (Missing.Count > 0)
        {
            return null;
        }

        RefusedEffects.Check(this, context, effects);

        if (Failure is { } failure)
        {
            Undo(state, effects, executed, queued, signals);
            Incidents.Add(this, failure with { Event = @event });
            return null;
        }

        return Completion.Apply(this, execution.Id, progress);
    }

    /// <summary>
    /// What an activity that waits would open if it began now, or what would fail; nothing comes of it but the facts it asks for.
    /// </summary>
    public (ImmutableArray<Bookmark> Opened, Incident? Failure) Rehearse(Execution execution)
    {
        var (state, effects, executed, queued, signals) = (State, Effects.Count, Executed.Count, _queue.Count, _signals.Count);
        State = state with { Bookmarks = state.Bookmarks.RemoveAll(b => b.Execution == execution.Id) };
        Replace(execution with { Memory = null });
        Node(execution).Activity.Run(new ActivityContext(this, execution.Id, execution.Activity));
        var (opened, failure) = (State.Bookmarks.Where(b => b.Execution == execution.Id).ToImmutableArray(), Failure);
        Undo(state, effects, executed, queued, signals);
        return (opened, Missing.Count > 0 ? null : failure);
    }

    /// <summary>The value names have for an execution.</summary>
    public FeelContext Names(Execution execution) => _values.Names(this, execution);

    /// <summary>Asks for the facts an expression reads; false when some are not known yet.</summary>
    public bool HasFacts(FactNeeds needs) => _values.HasFacts(this, needs);

    /// <summary>An answer; null, and asked for, when it is not known yet.</summary>
    public FactAnswer? Ask(FactQuery query)
    {
        var answer = Context.Facts.Find(query);
        if (answer is null && !Missing.Contains(query))
        {
            Missing.Add(query);
        }

        return answer;
    }

    private void Undo(WorkflowState state, int effects, int executed, int queued, int signals)
    {
        State = state;
        Effects.RemoveRange(effects, Effects.Count - effects);
        Executed.RemoveRange(executed, Executed.Count - executed);
        _queue.RemoveRange(queued, _queue.Count - queued);
        _signals.RemoveRange(signals, _signals.Count - signals);
        Failure = null;
    }

    private void Drain()
    {
        RunQueue();
        while (_nextSignal < _signals.Count && Missing.Count == 0)
        {
            SignalDelivery.Again(this, _signals[_nextSignal++]);
            RunQueue();
        }
    }

    private void RunQueue()
    {
        while (_next < _queue.Count && Missing.Count == 0)
        {
            if (Find(_queue[_next++]) is not { } execution)
            {
                continue;
            }

            if (++_count > MaximumActivities)
            {
                Incidents.Add(this, new Incident("", execution.Id, execution.Activity, "workflow.tooManyActivities"));
                continue;
            }

            Rounds.Begin(this, execution);
            Attempt(execution, null, static (activity, context) => activity.Run(context));
        }
    }

    private int IndexOf(string id)
    {
        for (var i = 0; i < State.Executions.Length; i++)
        {
            if (State.Executions[i].Id == id)
            {
                return i;
            }
        }

        return -1;
    }
}
