namespace Approvals.Workflows;

/// <summary>
/// A panel votes. Events and state say who voted, never how: when the round is over the application counts the ballots and
/// answers with one tally.
/// </summary>
internal sealed class Vote : ApprovalActivity
{
    private const string Voted = "Voted";

    public required FeelInput<FeelValue> Panel { get; init; }

    public required FeelInput<string> Form { get; init; }

    public required FeelInput<Share> Quorum { get; init; }

    public required FeelInput<Share> Pass { get; init; }

    /// <summary>The mean of the scoring sheets that is needed besides; null means none.</summary>
    public required FeelInput<decimal?> PassScore { get; init; }

    public required FeelInput<bool> Anonymous { get; init; }

    public required FeelInput<int> Rounds { get; init; }

    public required FeelInput<Limit?> Limit { get; init; }

    public required FeelInput<FeelValue> Recusal { get; init; }

    public required FeelInput<string> Notice { get; init; }

    public required FeelInput<string> ClockInput { get; init; }

    public override bool IsStep => true;

    public override string ShownState => "UnderReview";

    public override FeelInput<string> Clock => ClockInput;

    public override FeelInput<Limit?> MainLimit => Limit;

    public override ImmutableArray<string>? Outcomes => ["Passed", "Failed", "NoQuorum"];

    public override IEnumerable<string> NeededOutcomes => ["Passed", "Failed", "NoQuorum"];

    public static Activity Read(ActivityReader reader) => new Vote
    {
        Panel = reader.RequiredValue("panel"),
        Form = reader.Text("form"),
        Quorum = reader.Share("quorum", new Share(0, 1)),
        Pass = reader.Share("pass", new Share(1, 2)),
        PassScore = reader.Input<decimal?>("passScore", Score, null),
        Anonymous = reader.Flag("anonymous", fallback: true),
        Rounds = reader.Whole("rounds", 1),
        Limit = reader.Limit("limit"),
        Recusal = reader.Value("recusal"),
        Notice = reader.Text("notice"),
        ClockInput = reader.Choice("clock", "counts", "stopped"),
    };

    public override Progress Run(ActivityContext context)
    {
        BeginClock(context);
        var panel = Seated(context);
        if (!context.Stuck && panel.IsEmpty)
        {
            context.Fail("workflow.nobodyFits", ("candidates", "panel"));
        }

        if (context.Value(Notice) is { Length: > 0 } letter)
        {
            context.Emit(new SendLetter(context.Activity, letter));
        }

        OpenRound(context, new VoteMemory(context.OpenSignal("v", SignalNames.Vote), 1) { Panel = panel });
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (TaskCompleted e, TaskBookmark task) => Cast(context, task, e),
        (Recused e, TaskBookmark task) => StepAside(context, task, e),
        (TimerElapsed, TimerBookmark timer) => TimeOver(context, timer),
        (VoteClosed e, _) => Closed(context, e),
        _ => base.Resume(context, bookmark, @event),
    };

    private ImmutableArray<string> Seated(ActivityContext context)
    {
        var users = ParticipantResolver.Users(context, ParticipantResolver.Resolve(context, context.Value(Panel)));
        var partial = OwnCase(context).Concat(Workflows.Rounds.Actors(context.Run, context.Execution.After));
        if (ExcludesRelatives(context.Value(Recusal)) && Applicant.Id(context.Run.Context.Data) is { } applicant &&
            context.Ask(new Relations(applicant)) is UsersAnswer related)
        {
            partial = partial.Concat(related.Users);
        }

        return [.. users.Except(partial, StringComparer.Ordinal)];
    }

    private static bool Score(FeelValue value, out decimal? result)
    {
        var read = ValueReaders.Number(value, out var number);
        result = read ? number : null;
        return read;
    }

    private static bool ExcludesRelatives(FeelValue recusal) => recusal.TryGetContext(out var rules)
        ? rules["relatives"] == FeelValue.True || rules["sameOrganisation"] == FeelValue.True
        : ValueReaders.Plain(recusal) == "relatives";

    private void OpenRound(ActivityContext context, VoteMemory memory)
    {
        var limit = context.Value(Limit) is { } length ? context.Begin(length) : null;
        context.Remember(memory);
        foreach (var member in memory.Panel)
        {
            context.OpenTask(TaskKind.Vote, [Candidate.OfUser(member)], task => task with
            {
                Form = context.Value(Form) is { Length: > 0 } form ? form : null,
                Outcomes = [Voted],
                Acts = ["recuse"],
                Limit = limit,
                Subject = memory.Vote,
                Round = memory.Round,
            });
        }

        if (limit is not null)
        {
            context.SetTimer(Timers.Limit, limit);
        }
    }

    private Progress Cast(ActivityContext context, TaskBookmark task, TaskCompleted completed)
    {
        var memory = context.Memory<VoteMemory>()!;
        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        context.Acted(completed.By);
        return Count(context, memory with { Voted = memory.Voted.Add(completed.By.User) });
    }

    private Progress StepAside(ActivityContext context, TaskBookmark task, Recused recused)
    {
        var memory = context.Memory<VoteMemory>()!;
        context.Close(task, CloseReason.Recused, recused.By);
        return Count(context, memory with { Panel = memory.Panel.RemoveAll(m => task.Candidates.Contains(Candidate.OfUser(m))) });
    }

    private Progress TimeOver(ActivityContext context, TimerBookmark timer)
    {
        context.Elapsed(timer);
        context.CloseTasks(CloseReason.TimedOut);
        return Count(context, context.Memory<VoteMemory>()!);
    }

    /// <summary>Asks for the tally once nobody can vote any more.</summary>
    private Progress Count(ActivityContext context, VoteMemory memory)
    {
        var over = context.Tasks.Count == 0;
        context.Remember(memory with { Counting = over });
        if (over)
        {
            context.CancelTimers();
            context.Emit(new CloseVote(memory.Vote, context.Activity, memory.Round, memory.Panel.Length, memory.Voted.Length)
            {
                Named = !context.Value(Anonymous),
            });
        }

        return Progress.Wait;
    }

    private Progress Closed(ActivityContext context, VoteClosed closed)
    {
        var memory = context.Memory<VoteMemory>()!;
        if (!memory.Counting || closed.Round != memory.Round)
        {
            return Progress.Refuse("workflow.voteRuns");
        }

        var tally = closed.Tally;
        if (tally.Present != memory.Voted.Length || tally is { For: < 0 } or { Against: < 0 } or { Abstained: < 0 })
        {
            return Progress.Refuse(new Error("workflow.tallyDiffers"));
        }

        var score = context.Value(PassScore);
        if (score is not null && tally is { Score: null, Present: > 0 })
        {
            return Progress.Refuse("workflow.scoreMissing");
        }

        var outcome = tally.Present == 0 || !context.Value(Quorum).IsReachedBy(tally.Present, memory.Panel.Length) ? "NoQuorum"
            : context.Value(Pass).IsReachedBy(tally.For, tally.Present) && (score is null || tally.Score >= score) ? "Passed" : "Failed";
        if (outcome == "Passed" || memory.Round >= context.Value(Rounds) || memory.Panel.IsEmpty)
        {
            return Progress.Leave(outcome);
        }

        OpenRound(context, memory with { Round = memory.Round + 1, Voted = [], Counting = false });
        return Progress.Wait;
    }
}
