namespace Approvals.Workflows;

/// <summary>
/// A panel votes. Events and state say who voted, never how: when the round is over the application counts the ballots and
/// answers with one tally.
/// </summary>
internal sealed class Vote : ApprovalActivity
{
    private const string Voted = "Voted";

    public required FeelInput<FeelValue> Panel { get; init; }

    /// <summary>How the panel is drawn; where it is, <see cref="Panel"/> does not matter.</summary>
    public required DrawnPanel Drawn { get; init; }

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

    public override ActivityKind MapKind => ActivityKind.Decide;

    public override bool IsStep => true;

    public override string ShownState => "UnderReview";

    public override FeelInput<string> Clock => ClockInput;

    public override FeelInput<Limit?> MainLimit => Limit;

    public override ImmutableArray<string>? Outcomes => ["Passed", "Failed", "NoQuorum"];

    public override IEnumerable<string> NeededOutcomes => ["Passed", "Failed", "NoQuorum"];

    public override IEnumerable<Problem> Check(ActivityDefinition definition, WorkflowProgram program) => Drawn.IsUsed || Panel.Expression is not null
        ? []
        : [new Problem("workflow.check.panelMissing", Severity.Error, definition.Id, $"{definition.Path}.panel")];

    public static Activity Read(ActivityReader reader) => new Vote
    {
        Panel = reader.Value("panel"),
        Drawn = new DrawnPanel(reader.Context("draw")),
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
        var panel = Drawn.IsUsed ? [] : Seated(context);
        if (!context.Stuck && panel.IsEmpty && !Drawn.IsUsed)
        {
            context.Fail("workflow.nobodyFits", ("candidates", "panel"));
        }

        if (context.Value(Notice) is { Length: > 0 } letter)
        {
            context.Emit(new SendLetter(context.Activity, letter));
        }

        var memory = new VoteMemory(context.OpenSignal("v", SignalNames.Vote), 1) { Panel = panel };
        if (Drawn.IsUsed)
        {
            context.Remember(Drawn.Open(context, memory));
        }
        else
        {
            OpenRound(context, memory);
        }

        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event) => (@event, bookmark) switch
    {
        (ExpertsDrawn e, TaskBookmark { Kind: TaskKind.Draw }) => Drawn.Take(context, context.Memory<VoteMemory>()!, e),
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Draw } task) => Convene(context, task, e),
        (TaskCompleted e, TaskBookmark { Kind: TaskKind.Invitation } task) => Seat(context, task, e),
        (TaskCompleted e, TaskBookmark task) => Cast(context, task, e),
        (Recused e, TaskBookmark { Kind: TaskKind.Vote or TaskKind.Invitation } task) => StepAside(context, task, e),
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
            OpenBallot(context, memory, member, limit);
        }

        if (limit is not null)
        {
            context.SetTimer(Timers.Limit, limit);
        }
    }

    private void OpenBallot(ActivityContext context, VoteMemory memory, string member, PendingLimit? limit) =>
        context.OpenTask(TaskKind.Vote, [Candidate.OfUser(member)], task => task with
        {
            Form = context.Value(Form) is { Length: > 0 } form ? form : null,
            Outcomes = [Voted],
            Acts = ["recuse"],
            Limit = limit,
            Subject = memory.Vote,
            Round = memory.Round,
        });

    /// <summary>The panel meets; later: the seat that became empty stays so.</summary>
    private Progress Convene(ActivityContext context, TaskBookmark task, TaskCompleted completed)
    {
        var memory = context.Memory<VoteMemory>()!;
        if (Drawn.TooSmall(context, memory) is { } error)
        {
            return Progress.Refuse(error);
        }

        var isUnderWay = memory.Draw!.IsConvened;
        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        memory = DrawnPanel.Convene(context, memory);
        if (isUnderWay)
        {
            return Count(context, memory);
        }

        OpenRound(context, memory);
        return Progress.Wait;
    }

    /// <summary>Somebody who was drawn takes the seat; one who comes while the others vote already votes within what is left of their limit.</summary>
    private Progress Seat(ActivityContext context, TaskBookmark task, TaskCompleted completed)
    {
        var user = ((UserCandidate)task.Candidates[0]).Id;
        var memory = DrawnPanel.Seat(context.Memory<VoteMemory>()!, user);
        context.Close(task, CloseReason.Completed, completed.By, completed.Outcome);
        context.Remember(memory);
        if (memory.Draw!.IsConvened)
        {
            OpenBallot(context, memory, user, context.Run.State.Timers.FirstOrDefault(t => t.Execution == context.Execution.Id)?.Limit);
        }

        return Progress.Wait;
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
        memory = Drawn.StepAside(context, memory, ((UserCandidate)task.Candidates[0]).Id);
        memory = memory with { Panel = memory.Panel.RemoveAll(m => task.Candidates.Contains(Candidate.OfUser(m))) };
        if (memory.Draw is { IsConvened: false })
        {
            context.Remember(memory);
            return Progress.Wait;
        }

        return Count(context, memory);
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
