namespace Approvals.Workflows;

/// <summary>Asks the owner of a resource for a time; where asked to, it waits until the appointment was kept or not.</summary>
internal sealed class Book : ApprovalActivity
{
    private const string Confirmed = "Confirmed";
    private const string Refused = "Refused";
    private const string NoShow = "NoShow";
    private const string Cancelled = "Cancelled";

    public required FeelInput<FeelValue> Owner { get; init; }

    public required FeelInput<string> Resource { get; init; }

    public required FeelInput<FeelValue> Window { get; init; }

    /// <summary>What the owner is told of the case, by name; kept encrypted, so sensitive answers may be among it.</summary>
    public required FeelInput<FeelValue> Details { get; init; }

    /// <summary>How many working days ahead a time must be asked for.</summary>
    public required FeelInput<int> Ahead { get; init; }

    public required FeelInput<Limit?> ConfirmLimit { get; init; }

    public required FeelInput<FeelContext> OnTimeout { get; init; }

    /// <summary>Whether it stays until the appointment, so that nobody coming is an outcome.</summary>
    public required FeelInput<bool> UntilAttended { get; init; }

    public override FeelInput<Limit?> MainLimit => ConfirmLimit;

    public override ImmutableArray<string>? Outcomes => [Confirmed, Refused, NoShow, Cancelled];

    public override IEnumerable<string> NeededOutcomes => UntilAttended.Constant ? [Confirmed, Refused, NoShow, Cancelled] : [Confirmed, Refused];

    /// <summary>A booking may be cancelled before it is confirmed, and a limit that ends may lead to an outcome of its own.</summary>
    public override IEnumerable<string> PossibleOutcomes =>
    [
        Confirmed, Refused, Cancelled,
        .. UntilAttended.IsFixed && !UntilAttended.Constant ? (ImmutableArray<string>)[] : [NoShow],
        .. ValueReaders.Plain(OnTimeout.Constant["act"]) == "outcome" ? (ImmutableArray<string>)[ValueReaders.Plain(OnTimeout.Constant["outcome"]) ?? Review.TimedOut] : [],
    ];

    public static Activity Read(ActivityReader reader) => new Book
    {
        Owner = reader.RequiredValue("owner"),
        Resource = reader.Text("resource"),
        Window = reader.Value("window"),
        Details = reader.Value("details"),
        Ahead = reader.Whole("ahead", 0),
        ConfirmLimit = reader.Limit("confirmLimit"),
        OnTimeout = reader.Context("onTimeout"),
        UntilAttended = reader.Flag("untilAttended"),
    };

    public override Progress Run(ActivityContext context)
    {
        var owner = Somebody(context, ParticipantResolver.Resolve(context, context.Value(Owner)), []);
        var booking = context.OpenSignal("b", SignalNames.Booking);
        context.Remember(new BookingMemory(booking));
        var resource = context.Value(Resource);
        context.Emit(new RequestBooking(booking, context.Activity, resource.Length == 0 ? null : resource, owner, context.Value(Window))
        {
            Details = context.Value(Details),
            Ahead = context.Value(Ahead),
        });
        Ask(context, owner, [Confirmed, Refused], context.Value(ConfirmLimit));
        return Progress.Wait;
    }

    public override Progress Resume(ActivityContext context, Bookmark bookmark, WorkflowEvent @event)
    {
        switch (@event, bookmark)
        {
            case (BookingChanged e, _):
                return Change(context, e.State, e.By);
            case (TaskCompleted e, TaskBookmark) when Enum.TryParse<BookingState>(e.Outcome, out var state):
                context.Acted(e.By);
                return Change(context, state, e.By);
            case (TimerElapsed, TimerBookmark timer):
                return Late(context, timer);
            default:
                return base.Resume(context, bookmark, @event);
        }
    }

    private Progress Late(ActivityContext context, TimerBookmark timer)
    {
        var rule = context.Value(OnTimeout);
        var progress = Timeouts.Take(context, timer, rule);
        return progress.Kind != ProgressKind.Leave ? progress : Ended(context, BookingState.Refused, ValueReaders.Plain(rule["outcome"]) ?? Refused);
    }

    private Progress Change(ActivityContext context, BookingState state, Actor? by)
    {
        var memory = context.Memory<BookingMemory>()!;
        var expected = state is BookingState.Cancelled or BookingState.Rescheduled or BookingState.Proposed || (memory.Confirmed
            ? state is BookingState.Attended or BookingState.NoShow
            : state is BookingState.Confirmed or BookingState.Refused);
        if (!expected)
        {
            return Progress.Refuse(new Error("workflow.bookingState", ErrorKind.Conflict).With("state", state.ToString()));
        }

        var tasks = context.Tasks;
        foreach (var task in tasks)
        {
            context.Close(task, by is null ? CloseReason.DecidedByOther : CloseReason.Completed, by, state.ToString());
        }

        context.CancelTimers();
        return state switch
        {
            BookingState.Confirmed when context.Value(UntilAttended) => Again(context, memory with { Confirmed = true }, state, ["Attended", NoShow, "Rescheduled", Cancelled], null),
            BookingState.Rescheduled => Again(context, memory with { Confirmed = false }, state, [Confirmed, Refused], context.Value(ConfirmLimit)),
            BookingState.Proposed => Proposed(context, memory),
            BookingState.Attended => Ended(context, state, Confirmed),
            _ => Ended(context, state, state.ToString()),
        };
    }

    private Progress Again(ActivityContext context, BookingMemory memory, BookingState state, ImmutableArray<string> outcomes, Limit? limit)
    {
        context.Remember(memory);
        context.Emit(new ChangeBooking(memory.Booking, state));
        Ask(context, ParticipantResolver.Resolve(context, context.Value(Owner)), outcomes, limit);
        return Progress.Wait;
    }

    /// <summary>Another time lies with the applicant, whose answer no limit presses: the owner may still refuse or propose anew.</summary>
    private static Progress Proposed(ActivityContext context, BookingMemory memory)
    {
        context.Remember(memory with { Confirmed = false });
        context.Emit(new ChangeBooking(memory.Booking, BookingState.Proposed));
        Ask(context, TheApplicant(context), [Confirmed, "Rescheduled", Cancelled], null);
        return Progress.Wait;
    }

    private static Progress Ended(ActivityContext context, BookingState state, string outcome)
    {
        var booking = context.Memory<BookingMemory>()!.Booking;
        Bookmarks.Remove(context.Run, Bookmarks.Find<SignalBookmark>(context.Run, booking)!);
        context.Emit(new ChangeBooking(booking, state));
        return Progress.Leave(outcome);
    }

    private static void Ask(ActivityContext context, ImmutableArray<Candidate> owner, ImmutableArray<string> outcomes, Limit? length)
    {
        var limit = length is null ? null : context.Begin(length);
        var booking = context.Memory<BookingMemory>()!.Booking;
        context.OpenTask(TaskKind.Booking, owner, task => task with { Subject = booking, Outcomes = outcomes, Acts = ["transfer"], Limit = limit });
        if (limit is not null)
        {
            context.SetTimer(Timers.Confirm, limit);
        }
    }
}
