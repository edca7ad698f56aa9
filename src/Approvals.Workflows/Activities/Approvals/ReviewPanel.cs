namespace Approvals.Workflows;

/// <summary>Who sits in a review, and in which order: the mode, the rule of two steps in a row, and what happens when nobody fits.</summary>
internal sealed class ReviewPanel
{
    private const string AnyOf = "AnyOf";
    private const string AllOf = "AllOf";
    private const string InSequence = "InSequence";

    public required FeelInput<FeelValue> Participants { get; init; }

    public required FeelInput<string> Mode { get; init; }

    public required FeelInput<string> WhenNobody { get; init; }

    public required FeelInput<string> WhenSame { get; init; }

    public required FeelInput<bool> AllowSuccessive { get; init; }

    public static ReviewPanel Read(ActivityReader reader) => new()
    {
        Participants = reader.RequiredValue("participants"),
        Mode = reader.Choice("mode", AnyOf, AllOf, InSequence),
        WhenNobody = reader.Choice("whenNobody", "incident", "skip", "lead"),
        WhenSame = reader.Choice("whenSame", "ask", "autoApprove", "skip"),
        AllowSuccessive = reader.Flag("allowSuccessive"),
    };

    public Seats Seats(ActivityContext context)
    {
        var own = Applicant.Id(context.Run.Context.Data) is { } applicant ? ImmutableArray.Create(applicant) : [];
        var before = Rounds.Actors(context.Run, context.Execution.After);
        var successive = context.Value(AllowSuccessive);
        var barred = successive ? own : [.. own.Union(before, StringComparer.Ordinal)];
        var candidates = Without(ParticipantResolver.Resolve(context, context.Value(Participants)), barred);
        var same = successive ? context.Value(WhenSame) : "ask";
        var repeated = same == "ask" ? [] : candidates.OfType<UserCandidate>().Where(c => before.Contains(c.Id)).Select(c => c.Id).ToImmutableArray();
        var approved = same == "autoApprove" ? repeated : [];
        candidates = Without(candidates, repeated);
        var mode = context.Value(Mode);
        if (approved.Length > 0 && (mode == AnyOf || candidates.IsEmpty))
        {
            context.Acted(approved);
            return Workflows.Seats.Done;
        }

        if (context.Stuck || !ParticipantResolver.AnyoneFits(context, candidates, barred))
        {
            return Nobody(context, candidates, barred);
        }

        return Take(context, mode, candidates, barred) with { Approved = approved };
    }

    public ImmutableArray<string> BarredAfter(ActivityContext context, ImmutableArray<string> barred, ImmutableArray<string> approved) =>
        context.Value(AllowSuccessive) ? barred : [.. barred.Union(approved, StringComparer.Ordinal)];

    /// <summary>A reviewer steps aside: the task stays for the others, or goes with its only candidate.</summary>
    public static Progress StepAside(ActivityContext context, TaskBookmark task, Recused recused)
    {
        ImmutableArray<string> barred = [.. task.Barred.Union([recused.By.User], StringComparer.Ordinal)];
        var others = Without(task.Candidates, barred);
        if (others.IsEmpty && context.Tasks.Count > 1)
        {
            context.Close(task, CloseReason.Recused, recused.By);
            return Progress.Wait;
        }

        if (others.IsEmpty && context.Memory<ReviewMemory>() is { Approved.IsEmpty: false, Waiting.IsEmpty: true })
        {
            context.Close(task, CloseReason.Recused, recused.By);
            return Progress.Leave(Review.Approved);
        }

        if (others.IsEmpty || !ParticipantResolver.AnyoneFits(context, others, barred))
        {
            others = ParticipantResolver.Leads(context, task.Candidates);
        }

        TaskDesk.Change(context.Run, task with { Candidates = others, Barred = barred, Holder = null }, "Recused");
        return Progress.Wait;
    }

    private Seats Nobody(ActivityContext context, ImmutableArray<Candidate> candidates, ImmutableArray<string> barred)
    {
        switch (context.Value(WhenNobody))
        {
            case "skip":
                return Workflows.Seats.Done;
            case "lead" when ParticipantResolver.Leads(context, candidates) is var leads && ParticipantResolver.AnyoneFits(context, leads, barred):
                return new Seats([leads], []) { Barred = barred };
            default:
                context.Fail("workflow.nobodyFits", ("candidates", string.Join("; ", candidates.OfType<RoleCandidate>().Select(c => $"{c.Role} {c.Region}"))));
                return Workflows.Seats.Done;
        }
    }

    private static Seats Take(ActivityContext context, string mode, ImmutableArray<Candidate> candidates, ImmutableArray<string> barred)
    {
        switch (mode)
        {
            case AllOf:
                var users = ParticipantResolver.Users(context, candidates).Where(u => !barred.Contains(u));
                return new Seats([.. users.Select(u => ImmutableArray.Create(Candidate.OfUser(u)))], []) { Barred = barred };
            case InSequence:
                return new Seats([[candidates[0]]], candidates[1..]) { Barred = barred };
            default:
                return new Seats([candidates], []) { Barred = barred };
        }
    }

    private static ImmutableArray<Candidate> Without(ImmutableArray<Candidate> candidates, ImmutableArray<string> users) =>
        candidates.RemoveAll(c => c is UserCandidate user && users.Contains(user.Id));
}

/// <summary>The tasks a review opens.</summary>
/// <param name="Now">Candidates of each task that opens now.</param>
/// <param name="Later">In sequence: who follows.</param>
internal sealed record Seats(ImmutableArray<ImmutableArray<Candidate>> Now, ImmutableArray<Candidate> Later)
{
    /// <summary>Nobody need be asked: it counts as approved.</summary>
    public static readonly Seats Done = new([], []) { Decided = true };

    public bool Decided { get; private init; }

    public ImmutableArray<string> Barred { get; init; } = [];

    public ImmutableArray<string> Approved { get; init; } = [];
}
