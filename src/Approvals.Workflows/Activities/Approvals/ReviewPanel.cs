using System.Globalization;

namespace Approvals.Workflows;

/// <summary>Who sits in a review, and in which order: the mode, the rule of two steps in a row, and what happens when nobody fits.</summary>
internal sealed class ReviewPanel
{
    private const string AnyOf = "AnyOf";
    private const string AllOf = "AllOf";
    private const string InSequence = "InSequence";
    private const string ByQuota = "Quota";

    public required FeelInput<FeelValue> Participants { get; init; }

    public required FeelInput<string> Mode { get; init; }

    public required FeelInput<string> WhenNobody { get; init; }

    public required FeelInput<string> WhenSame { get; init; }

    public required FeelInput<bool> AllowSuccessive { get; init; }

    /// <summary>Where the same person counts as having approved: the step before, or the whole case.</summary>
    public required FeelInput<string> SameIn { get; init; }

    /// <summary>Steps whose actors may not act here (four eyes).</summary>
    public required FeelInput<ImmutableArray<string>> DistinctFrom { get; init; }

    public required FeelInput<Quota> Quota { get; init; }

    public static ReviewPanel Read(ActivityReader reader) => new()
    {
        Participants = reader.RequiredValue("participants"),
        Mode = reader.Choice("mode", AnyOf, AllOf, InSequence, ByQuota),
        WhenNobody = reader.Choice("whenNobody", "incident", "skip", "lead"),
        WhenSame = reader.Choice("whenSame", "ask", "autoApprove", "skip"),
        AllowSuccessive = reader.Flag("allowSuccessive"),
        SameIn = reader.Choice("sameIn", "previous", "case"),
        DistinctFrom = reader.Texts("distinctFrom"),
        Quota = reader.Input<Quota>("quota", Workflows.Quota.Read, default),
    };

    public Seats Seats(ActivityContext context)
    {
        var own = Applicant.Id(context.Run.Context.Data) is { } applicant ? ImmutableArray.Create(applicant) : [];
        var before = Rounds.Actors(context.Run, context.Execution.After);
        var successive = context.Value(AllowSuccessive);
        var others = Rounds.Actors(context.Run, [.. context.Value(DistinctFrom).Select(context.Named)]);
        ImmutableArray<string> barred = [.. own.Union(successive ? [] : before, StringComparer.Ordinal).Union(others, StringComparer.Ordinal)];
        var candidates = Without(ParticipantResolver.Resolve(context, context.Value(Participants)), barred);
        var same = successive ? context.Value(WhenSame) : "ask";
        var repeated = same == "ask" ? [] : candidates.OfType<UserCandidate>().Where(c => Before(context, before).Contains(c.Id)).Select(c => c.Id).ToImmutableArray();
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

        return Count(context, Take(context, mode, candidates, barred) with { Approved = approved });
    }

    /// <summary>The outcome of a quota, as soon as it is met or cannot be met any more; null while it is open, and in other modes.</summary>
    public string? Counted(ActivityContext context, ReviewMemory memory)
    {
        if (memory.Seats == 0)
        {
            return null;
        }

        var needed = context.Value(Quota).Of(memory.Seats);
        return memory.Approved.Length >= needed ? Review.Approved : memory.Seats - memory.Rejected.Length < needed ? Review.Rejected : null;
    }

    private Seats Count(ActivityContext context, Seats seats)
    {
        if (context.Value(Mode) != ByQuota || context.Stuck)
        {
            return seats;
        }

        var counted = seats.Now.Length + seats.Approved.Length;
        var needed = context.Value(Quota).Of(counted);
        if (needed > counted || needed < 1)
        {
            context.Fail("workflow.quotaTooHigh", ("needed", needed.ToString(CultureInfo.InvariantCulture)), ("seats", counted.ToString(CultureInfo.InvariantCulture)));
        }

        return seats with { Counted = counted };
    }

    private ImmutableArray<string> Before(ActivityContext context, ImmutableArray<string> previous) => context.Value(SameIn) != "case" ? previous
        : [.. context.Run.State.Rounds.Where(r => r.Key != context.Activity && r.Value.Outcome == Review.Approved).SelectMany(r => Rounds.Involved(r.Value)).Union(previous)];

    public ImmutableArray<string> BarredAfter(ActivityContext context, ImmutableArray<string> barred, ImmutableArray<string> approved) =>
        context.Value(AllowSuccessive) ? barred : [.. barred.Union(approved, StringComparer.Ordinal)];

    /// <summary>A reviewer steps aside: the task stays for the others, or goes with its only candidate.</summary>
    public Progress StepAside(ActivityContext context, TaskBookmark task, Recused recused)
    {
        ImmutableArray<string> barred = [.. task.Barred.Union([recused.By.User], StringComparer.Ordinal)];
        var others = Without(task.Candidates, barred);
        var memory = context.Memory<ReviewMemory>();
        if (others.IsEmpty && context.Tasks.Count > 1 && CanSpare(context, memory))
        {
            context.Close(task, CloseReason.Recused, recused.By);
            var left = memory is { Seats: > 0 } ? memory with { Seats = memory.Seats - 1 } : memory;
            context.Remember(left);
            return left is not null && Counted(context, left) is { } outcome ? Progress.Leave(outcome) : Progress.Wait;
        }

        if (others.IsEmpty && memory is { Approved.IsEmpty: false, Waiting.IsEmpty: true, Seats: 0 })
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

    /// <summary>Whether a quota can still be met by one fewer.</summary>
    private bool CanSpare(ActivityContext context, ReviewMemory? memory) =>
        memory is not { Seats: > 0 } || memory.Seats - 1 - memory.Rejected.Length >= context.Value(Quota).Of(memory.Seats - 1);

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
            case AllOf or ByQuota:
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

    /// <summary>How many a quota counts; 0 in other modes.</summary>
    public int Counted { get; init; }

    public ImmutableArray<string> Barred { get; init; } = [];

    public ImmutableArray<string> Approved { get; init; } = [];
}
