using Approvals.Domain.Calendars;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Cli;

/// <summary>Runs a definition in memory: the engine alone, with a clock of its own and nobody there to act.</summary>
internal sealed class WorkflowRun(WorkflowFile file, WorkflowInput input, WorkflowReport report)
{
    private const int MostTimers = 1_000;

    private readonly WorkflowDefinition _definition = file.Definition;
    private readonly IDecisions _decisions = file.Decisions();
    private readonly WorkingCalendar _calendar = WorkingCalendar.Of([]);
    private WorkflowState _state = WorkflowState.New;
    private DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <summary>Runs to the end, or until it waits for more than time; false when something failed.</summary>
    internal bool Run(bool advance)
    {
        Send(new Started(new Actor("user")) { Inputs = input.Values });
        for (var timers = 0; _state.Status == WorkflowStatus.Waiting; timers++)
        {
            if (!_state.Bookmarks.IsEmpty)
            {
                report.Waiting(_state.Bookmarks.Select(b => (b, _definition.Running(b.Activity), b is TimerBookmark timer ? Due(timer) : null)));
            }

            if (!advance || timers == MostTimers || NextTimer() is not { } next)
            {
                break;
            }

            _now = Due(next) is { } due && due > _now ? due : _now;
            Send(new TimerElapsed(next.Id));
        }

        var failed = !_state.Incidents.IsEmpty;
        report.End(failed ? "Faulted" : _state.Status == WorkflowStatus.Finished ? "Finished" : "Suspended", _state);
        return !failed;
    }

    private TimerBookmark? NextTimer() =>
        _state.Timers.Where(t => _state.Incidents.All(i => i.Execution != t.Execution) && Due(t) is not null).MinBy(t => Due(t));

    private DateTimeOffset? Due(TimerBookmark timer) => timer switch
    {
        { At: { } at } => at,
        { Day: { } day } => _calendar.StartOf(day),
        { Limit: { } limit } => _calendar.Resolve(limit).At,
        _ => null,
    };

    private void Send(WorkflowEvent @event)
    {
        var context = new StepContext
        {
            Instant = _now, Today = _calendar.DayOf(_now), Data = input.Data, Facts = FactSet.Empty, Decisions = _decisions,
        };
        var outcome = WorkflowEngine.Step(_definition, _state, @event, context);
        while (outcome is NeedFacts need)
        {
            context = need.Queries.Aggregate(context, (c, query) => c with { Facts = c.Facts.With(query, Answer(query)) });
            outcome = WorkflowEngine.Step(_definition, _state, @event, context);
        }

        if (outcome is Stepped stepped)
        {
            Report(stepped, _state.Incidents);
            _state = stepped.State;
        }
    }

    /// <summary>Somebody is there for every role, so that tasks wait instead of failing.</summary>
    private static FactAnswer Answer(FactQuery query) => query switch
    {
        RoleHolders holders => new UsersAnswer([holders.Candidate.Role]),
        ManagerOf manager => new UsersAnswer([$"{manager.User}-manager"]),
        Relations => new UsersAnswer([]),
        _ => new ValueAnswer(FeelValue.Of(FeelList.Of())),
    };

    /// <summary>Lines stand before the activity that wrote them is told as executed.</summary>
    private void Report(Stepped stepped, IEnumerable<Incident> known)
    {
        var lines = stepped.Effects.OfType<WriteLog>().ToList();
        foreach (var executed in stepped.Executed)
        {
            if (lines.FindIndex(l => l.Activity == executed.Activity) is var at and >= 0)
            {
                report.Line(lines[at].Text);
                lines.RemoveAt(at);
            }

            report.Executed(_definition.Running(executed.Activity), executed);
        }

        lines.ForEach(line => report.Line(line.Text));
        foreach (var incident in stepped.State.Incidents.ExceptBy(known.Select(i => i.Id), i => i.Id))
        {
            report.Incident(incident, _definition.Running(incident.Activity));
        }
    }
}
