namespace Approvals.Workflows;

/// <summary>
/// A panel that is drawn from the pool of experts instead of named: somebody draws, who is drawn takes the seat or steps aside, seats left
/// empty are drawn for again, and the panel is convened. Every draw is recorded with the pool, the exclusions and the seed.
/// </summary>
/// <param name="Terms">What the definition says: <c>field</c>, <c>number</c>, <c>minimum</c>, <c>employer</c>, <c>by</c>, <c>limit</c>, <c>answer</c>.</param>
internal sealed record DrawnPanel(FeelInput<FeelContext> Terms)
{
    public const string Convened = "Convened";
    public const string TakesPart = "TakesPart";
    public const string Draw = "draw";

    /// <summary>Whether the definition asks for a draw.</summary>
    public bool IsUsed => Terms.Expression is not null;

    /// <summary>Begins: somebody is asked to draw.</summary>
    public VoteMemory Open(ActivityContext context, VoteMemory memory)
    {
        AskToDraw(context, memory);
        return memory with { Draw = new DrawMemory() };
    }

    /// <summary>Draws for the seats that are empty; the unanswered invitations named are taken back before.</summary>
    public Progress Take(ActivityContext context, VoteMemory memory, ExpertsDrawn drawn)
    {
        var (plan, draw) = (Plan(context), memory.Draw!);
        if (context.Stuck)
        {
            return Progress.Wait;
        }

        if (drawn.Without.FirstOrDefault(u => !draw.Invited.Contains(u)) is { } stranger)
        {
            return Progress.Refuse(new Error("workflow.notInvited", ErrorKind.Conflict).With("user", stranger));
        }

        draw = Without(context, draw, drawn.Without);
        var seats = plan.Number - memory.Panel.Length - draw.Invited.Length;
        if (seats <= 0)
        {
            return Progress.Refuse("workflow.seatsTaken");
        }

        var number = draw.Number + 1;
        var (pool, seed) = (context.Ask(new ExpertPool(context.Activity, plan.Field, plan.Employer)), context.Ask(new DrawSeed(context.Activity, number)));
        if (pool is not PoolAnswer known || seed is not ValueAnswer { Value: var value } || ValueReaders.Plain(value) is not { } text)
        {
            return Progress.Wait;
        }

        var places = ExpertDraw.Of(known.Members.Select(m => DrawTerms.Exclude(m, memory with { Draw = draw }, Applicant.Id(context.Run.Context.Data))), text, seats);
        var chosen = places.Where(p => p.IsDrawn).Select(p => p.User).ToImmutableArray();
        if (chosen.IsEmpty)
        {
            return Progress.Refuse("workflow.poolEmpty");
        }

        context.Emit(new RecordDraw(memory.Vote, context.Activity, number, text, seats, plan.Field, places) { By = drawn.By, Reason = drawn.Reason });
        Invite(context, memory, Begin(context, context.Value(Terms)["answer"]), chosen);
        context.Remember(memory with { Draw = draw with { Number = number, Invited = draw.Invited.AddRange(chosen) } });
        return Progress.Wait;
    }

    /// <summary>Somebody who was drawn takes the seat.</summary>
    public static VoteMemory Seat(VoteMemory memory, string user) => memory with
    {
        Panel = memory.Panel.Add(user),
        Draw = memory.Draw! with { Invited = memory.Draw!.Invited.Remove(user) },
    };

    /// <summary>Somebody who was drawn steps aside; once the panel is convened the seat is to be filled, or left empty, by whoever draws.</summary>
    public VoteMemory StepAside(ActivityContext context, VoteMemory memory, string user)
    {
        if (memory.Draw is not { } draw)
        {
            return memory;
        }

        if (draw.IsConvened && !context.Tasks.Any(t => t.Kind == TaskKind.Draw))
        {
            AskToDraw(context, memory);
        }

        return memory with { Draw = draw with { Invited = draw.Invited.Remove(user), SteppedAside = draw.SteppedAside.Add(user) } };
    }

    /// <summary>Whether a panel of so many may be convened; the refusal otherwise.</summary>
    public Error? TooSmall(ActivityContext context, VoteMemory memory)
    {
        var plan = Plan(context);
        return context.Stuck || memory.Draw!.IsConvened || memory.Panel.Length >= plan.Minimum ? null : new Error("workflow.panelTooSmall", ErrorKind.Conflict)
            .With("minimum", Text(plan.Minimum)).With("seated", Text(memory.Panel.Length));
    }

    /// <summary>The panel meets with those who took their seats; whoever has not answered is not waited for.</summary>
    public static VoteMemory Convene(ActivityContext context, VoteMemory memory) => memory with
    {
        Draw = Without(context, memory.Draw!, memory.Draw!.Invited) with { IsConvened = true },
    };

    private void AskToDraw(ActivityContext context, VoteMemory memory)
    {
        var terms = context.Value(Terms);
        var candidates = ParticipantResolver.Resolve(context, terms["by"]);
        if (!context.Stuck && !ParticipantResolver.AnyoneFits(context, candidates, []) && !context.Stuck)
        {
            context.Fail("workflow.nobodyFits", ("candidates", "draw.by"));
        }

        context.OpenTask(TaskKind.Draw, candidates, task => task with
        {
            Outcomes = [Convened],
            Acts = [Draw],
            Subject = memory.Vote,
            Limit = Begin(context, terms["limit"]),
        });
    }

    private static void Invite(ActivityContext context, VoteMemory memory, PendingLimit? limit, ImmutableArray<string> users)
    {
        foreach (var user in users)
        {
            context.OpenTask(TaskKind.Invitation, [Candidate.OfUser(user)], task => task with
            {
                Outcomes = [TakesPart],
                Acts = ["recuse"],
                Subject = memory.Vote,
                Limit = limit,
            });
        }
    }

    /// <summary>Takes back invitations nobody answered.</summary>
    private static DrawMemory Without(ActivityContext context, DrawMemory draw, ImmutableArray<string> users)
    {
        foreach (var task in context.Tasks.Where(t => t.Kind == TaskKind.Invitation && users.Any(u => t.Candidates.Contains(Candidate.OfUser(u)))))
        {
            context.Close(task, CloseReason.NotAnswered);
        }

        return draw with { Invited = draw.Invited.RemoveRange(users), NoAnswer = draw.NoAnswer.AddRange(users) };
    }

    private DrawTerms Plan(ActivityContext context)
    {
        var terms = context.Value(Terms);
        if (DrawTerms.Read(terms) is { } plan)
        {
            return plan;
        }

        context.Fail("workflow.drawNumber");
        return new DrawTerms(null, 0, 0, null);
    }

    private static PendingLimit? Begin(ActivityContext context, FeelValue limit) =>
        !limit.IsNull && ValueReaders.Limit(limit, out var length) && length is not null ? context.Begin(length) : null;

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
