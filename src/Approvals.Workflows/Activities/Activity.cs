namespace Approvals.Workflows;

/// <summary>
/// What an activity of the definition does. Holds its typed inputs only; whatever it remembers lies in its execution's memory.
/// Adding one: a sealed class in its own file and a line in <see cref="ActivityCatalog"/>.
/// </summary>
internal abstract class Activity
{
    /// <summary>Whether its rounds (actors, outcome) are kept in the state.</summary>
    public virtual bool KeepsRounds => false;

    /// <summary>Whether a person takes a step of the case here, for the rule that nobody takes two in a row.</summary>
    public virtual bool IsStep => false;

    /// <summary>The case's shown state here, unless the definition names another.</summary>
    public virtual string? ShownState => null;

    /// <summary>Whether the case's own clock stands while it waits here.</summary>
    public virtual FeelInput<string>? Clock => null;

    /// <summary>How long it may take, for the predicted route.</summary>
    public virtual FeelInput<Limit?>? MainLimit => null;

    /// <summary>The outcomes it can leave by; null when that is not known before.</summary>
    public virtual ImmutableArray<string>? Outcomes => ["Done"];

    /// <summary>Whether leaving by an outcome that no connection takes is an incident.</summary>
    public virtual bool NeedsBranch => false;

    /// <summary>The outcome of the favourable way, for the predicted route.</summary>
    public virtual string MainOutcome => Outcomes is [var first, ..] ? first : "Done";

    /// <summary>Whether people or time are waited for here, so that the predicted route shows it.</summary>
    public virtual bool Waits => false;

    /// <summary>What kind of step it is on a map of the flow, in a reader's words.</summary>
    public virtual ActivityKind MapKind => Waits ? ActivityKind.Wait : ActivityKind.Effect;

    /// <summary>Begins.</summary>
    public abstract Progress Run(ActivityContext context);

    /// <summary>Takes an event that is for it.</summary>
    public virtual Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => Progress.Refuse("workflow.notPossibleHere");

    /// <summary>Whether after this answer a retry asks anew instead of taking the same answer again.</summary>
    public virtual bool AsksAnew(WorkflowEvent answer) => false;

    /// <summary>A child of this container left.</summary>
    public virtual Progress ChildLeft(ActivityContext context, Execution child, ImmutableArray<string> outcomes) => Progress.Wait;

    /// <summary>About to leave: the last chance to hand on what it holds.</summary>
    public virtual void Leaving(ActivityContext context) { }

    /// <summary>A child that had left already is now gone for good; the container may be done.</summary>
    public virtual Progress Settled(ActivityContext context) => Progress.Wait;

    /// <summary>Whether a child's outcomes lead anywhere.</summary>
    public virtual bool HasWay(string child, ImmutableArray<string> outcomes) => true;

    /// <summary>The outcomes it would leave by, where that can be told from what is known now; null where it cannot.</summary>
    public virtual ImmutableArray<string>? Predict(RouteView view) => null;

    /// <summary>Outcomes it may come to, so that each must lead somewhere.</summary>
    public virtual IEnumerable<string> NeededOutcomes => [];

    /// <summary>Outcomes it may come to in fact, for rules about every path; the others among them are never come to.</summary>
    public virtual IEnumerable<string> PossibleOutcomes => NeededOutcomes;

    /// <summary>Own problems that compiling did not find.</summary>
    public virtual IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) => [];
}

/// <summary>What an activity does next.</summary>
internal readonly record struct Progress
{
    private Progress(ProgressKind kind, ImmutableArray<string> outcomes, Error? error) => (Kind, Outcomes, Error) = (kind, outcomes, error);

    public ProgressKind Kind { get; }

    public ImmutableArray<string> Outcomes { get; }

    public Error? Error { get; }

    /// <summary>It waits for something it set, or for its children.</summary>
    public static Progress Wait => default;

    /// <summary>It is done.</summary>
    public static Progress Done { get; } = Leave("Done");

    /// <summary>It ends the whole case.</summary>
    public static Progress Finish { get; } = new(ProgressKind.Finish, [], null);

    /// <summary>It ends the loop around it.</summary>
    public static Progress Break { get; } = new(ProgressKind.Break, [], null);

    /// <summary>It completes the definition it is in.</summary>
    public static Progress Complete(ImmutableArray<string> outcomes) => new(ProgressKind.Complete, outcomes, null);

    /// <summary>It leaves by these outcomes.</summary>
    public static Progress Leave(params ImmutableArray<string> outcomes) => new(ProgressKind.Leave, outcomes, null);

    /// <summary>The event is not valid.</summary>
    public static Progress Refuse(Error error) => new(ProgressKind.Refuse, [], error);

    /// <summary>The event is not valid.</summary>
    public static Progress Refuse(string code) => Refuse(new Error(code, ErrorKind.Conflict));
}

/// <summary>The forms of <see cref="Progress"/>.</summary>
internal enum ProgressKind
{
    Wait,
    Leave,
    Finish,
    Break,
    Complete,
    Refuse,
}
