using Approvals.Decisions;
using Approvals.Feel;

namespace Approvals.Workflows.Tests;

/// <summary>
/// Drives one case in memory: answers facts, keeps the projection of tasks and timers from the effects, and after every step
/// checks what must always hold (projection = bookmarks, JSON there and back changes nothing, the same event gives the same).
/// </summary>
internal sealed class CaseDriver(WorkflowDefinition definition)
{
    private readonly HashSet<string> _tasks = new(StringComparer.Ordinal);
    private readonly HashSet<string> _timers = new(StringComparer.Ordinal);
    private readonly HashSet<string> _elapsed = new(StringComparer.Ordinal);

    public WorkflowDefinition Definition { get; set; } = definition;

    public WorkflowState State { get; private set; } = WorkflowState.New;

    public List<Effect> Effects { get; } = [];

    public List<string> Path { get; } = [];

    public List<FactQuery> Asked { get; } = [];

    public List<(WorkflowEvent Event, StepContext Context, WorkflowDefinition Definition)> History { get; } = [];

    /// <summary>The events that were sent, without those only tried.</summary>
    public List<(WorkflowEvent Event, StepContext Context)> Sent { get; } = [];

    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    public FeelContext Form { get; set; } = FeelContext.Empty;

    public FeelContext Case { get; set; } = FeelJson.Parse(
        """{ "number": "n", "service": "s", "region": "r1", "county": "r1", "city": "r2", "province": "r3", "employer": { "uscc": "u1" } }""").AsContext();

    public Dictionary<string, string[]> Roles { get; } = new(StringComparer.Ordinal);

    public string[] Related { get; set; } = [];

    /// <summary>Who stands in for whom.</summary>
    public Dictionary<string, string[]> Substitutes { get; } = new(StringComparer.Ordinal);

    /// <summary>The number drawn for a sample.</summary>
    public decimal Drawn { get; set; } = 0.5m;

    /// <summary>The pool of experts, each with what keeps them from the case.</summary>
    public List<PoolMember> Pool { get; set; } = [];

    /// <summary>The seed of a draw, by its number.</summary>
    public Func<int, string> Seed { get; set; } = number => $"seed{number}";

    public FeelValue Rights { get; set; } = FeelValue.Of(FeelList.Of());

    public Func<string, FeelContext, Result<DecisionResult>> Decide { get; set; } = (_, _) => new Error("decision.unknown");

    /// <summary>Which effects cannot be carried out.</summary>
    public Func<Effect, RefusalAnswer?> Refuses { get; set; } = _ => null;

    public static Actor By(string user) => new(user);

    public CaseDriver Start(bool withSubmission = true)
    {
        Send(new Started(By("applicant"), withSubmission ? new SubmissionReference("f", "s1", "h1") : null));
        return this;
    }

    public Stepped Send(WorkflowEvent @event)
    {
        var outcome = Step(@event);
        var stepped = outcome as Stepped;
        Assert.True(stepped is not null, outcome is Refused refused ? $"{@event} → {refused.Error.Code}" : outcome.ToString());
        Sent.Add((@event, History[^1].Context));
        Apply(@event, stepped);
        return stepped;
    }

    /// <summary>Code of the refusal.</summary>
    public string Refused(WorkflowEvent @event)
    {
        var outcome = Step(@event);
        Assert.True(outcome is Refused, $"{@event} was taken");
        return ((Refused)outcome).Error.Code;
    }

    public StepOutcome Step(WorkflowEvent @event)
    {
        var context = Context();
        while (true)
        {
            switch (WorkflowEngine.Step(Definition, State, @event, context))
            {
                case NeedFacts need:
                    Assert.NotEmpty(need.Queries);
                    context = need.Queries.Aggregate(context, (c, q) => c with { Facts = c.Facts.With(q, Answer(q)) });
                    break;
                case Stepped stepped when Refusal(stepped, context) is { } refusal:
                    context = context with { Facts = context.Facts.With(refusal.Question, refusal.Answer) };
                    break;
                case Stepped stepped:
                    CheckRepeats(@event, context, stepped);
                    History.Add((@event, context, Definition));
                    return stepped;
                case var refused:
                    return refused;
            }
        }
    }

    public CaseDriver Complete(string activity, string by, string outcome = "Done", string[]? fields = null, string[]? documents = null)
    {
        Send(new TaskCompleted(Task(activity, by).Id, By(by), outcome) { Fields = [.. fields ?? []], Documents = [.. documents ?? []] });
        return this;
    }

    public CaseDriver Elapse(string activity)
    {
        Send(new TimerElapsed(State.Timers.First(t => t.Activity == activity).Id));
        return this;
    }

    public TaskBookmark Task(string activity, string? user = null) => State.Tasks.FirstOrDefault(t => t.Activity == activity &&
        (user is null || t.Candidates.Any(c => c is RoleCandidate || c == Candidate.OfUser(user)))) ?? throw new InvalidOperationException(
            $"No task of {activity} for {user}; waiting: {string.Join(", ", Waiting)}; incidents: {string.Join(", ", State.Incidents)}");

    public IEnumerable<string> Waiting => State.Executions.Where(e => e.Activity != "flow" && !e.Left).Select(e => e.Activity).Order();

    /// <summary>The lines written to the log.</summary>
    public IEnumerable<string> Lines => Effects.OfType<WriteLog>().Select(w => w.Text);

    public CaseDriver And(WorkflowEvent @event)
    {
        Send(@event);
        return this;
    }

    public T Effect<T>() where T : Effect => Effects.OfType<T>().Last();

    public StepContext Context() => new()
    {
        Instant = Now,
        Today = DateOnly.FromDateTime(Now.DateTime),
        Data = FeelContext.Empty
            .With("case", FeelValue.Of(Case))
            .With("applicant", FeelValue.Of(FeelContext.Empty.With("id", FeelValue.Of("applicant"))))
            .With("form", FeelValue.Of(Form)),
        Facts = FactSet.Empty,
        Decisions = new Table(Decide),
    };

    /// <summary>The first effect that the application would refuse and that this step does not know of yet.</summary>
    private (EffectRefused Question, RefusalAnswer Answer)? Refusal(Stepped stepped, StepContext context)
    {
        foreach (var effect in stepped.Effects)
        {
            if (RefusedEffects.Question(effect) is { } question && context.Facts.Find(question) is null && Refuses(effect) is { } answer)
            {
                return (question, answer);
            }
        }

        return null;
    }

    private FactAnswer Answer(FactQuery query)
    {
        Asked.Add(query);
        return query switch
        {
            RoleHolders holders => Users(Roles.GetValueOrDefault(holders.Candidate.Role, ["u-" + holders.Candidate.Role, "v-" + holders.Candidate.Role]), holders.AtMost),
            Relations => Users(Related, null),
            Substitutes of => Users(Substitutes.GetValueOrDefault(of.User, []), null),
            ManagerOf of => Users(["boss-of-" + of.User], null),
            Entitlements => new ValueAnswer(Rights),
            SamplingSeed => new ValueAnswer(FeelValue.Of(Drawn)),
            ExpertPool => new PoolAnswer([.. Pool]),
            DrawSeed draw => new ValueAnswer(FeelValue.Of(Seed(draw.Number))),
            _ => new ValueAnswer(FeelValue.Of(FeelList.Of())),
        };
    }

    private static UsersAnswer Users(string[] users, int? atMost) => new([.. users.Take(atMost ?? int.MaxValue)]);

    private void CheckRepeats(WorkflowEvent @event, StepContext context, Stepped stepped)
    {
        var written = stepped.State.ToJson();
        Assert.Equal(written, WorkflowState.FromJson(written).ToJson());
        var again = (Stepped)WorkflowEngine.Step(
            Definition, WorkflowState.FromJson(State.ToJson()), WorkflowEvent.FromJson(@event.ToJson()),
            context with { Facts = FactSet.FromJson(context.Facts.ToJson()) });
        Assert.Equal(written, again.State.ToJson());
        Assert.Equal(stepped.Effects.Select(e => e.ToJson()), again.Effects.Select(e => e.ToJson()));
    }

    private void Apply(WorkflowEvent @event, Stepped stepped)
    {
        State = stepped.State;
        Effects.AddRange(stepped.Effects);
        Path.AddRange(stepped.Executed.Select(e => e.Activity));
        if (@event is TimerElapsed elapsed)
        {
            _elapsed.Add(elapsed.Timer); // one that a frozen branch holds stays in the state until the branch goes on
        }

        foreach (var effect in stepped.Effects)
        {
            Project(effect);
        }

        _timers.RemoveWhere(t => _elapsed.Contains(t) && State.Timers.All(open => open.Id != t));

        Assert.Equal(State.Tasks.Select(t => t.Id).Order(), _tasks.Order());
        Assert.Equal(State.Timers.Select(t => t.Id).Order(), _timers.Order());
        Invariants.Hold(State);
    }

    private void Project(Effect effect)
    {
        switch (effect)
        {
            case CreateTask created:
                Assert.True(_tasks.Add(created.Task.Id));
                break;
            case CloseTask closed:
                Assert.True(_tasks.Remove(closed.Task));
                break;
            case ChangeTask changed:
                Assert.Contains(changed.Task.Id, _tasks);
                break;
            case ScheduleTimer scheduled:
                _timers.Add(scheduled.Timer.Id);
                break;
            case CancelTimer cancelled:
                Assert.True(_timers.Remove(cancelled.Timer) || _elapsed.Contains(cancelled.Timer));
                break;
        }
    }

    private sealed class Table(Func<string, FeelContext, Result<DecisionResult>> decide) : IDecisions
    {
        public Result<DecisionResult> Evaluate(string decision, FeelContext inputs) => decide(decision, inputs);
    }
}
