using Approvals.Application.Cases;
using Approvals.Application.Effects;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Workflows;

namespace Approvals.Application.Timers;

/// <summary>Sets a timer, or sets it anew; the calendar says when it is due.</summary>
internal sealed class ScheduleTimerApplier : EffectApplier<ScheduleTimer>
{
    protected override Task ApplyAsync(ScheduleTimer effect, CaseWork work, CancellationToken cancellationToken)
    {
        var due = effect.Timer.Limit is { } limit ? work.Calendar.Resolve(limit) : null;
        var at = effect.Timer.At is { } instant ? instant : effect.Timer.Day is { } day ? work.Calendar.StartOf(day) : due?.At ?? TaskCandidate.NoLimit;
        var row = work.Timers.Find(t => t.BookmarkId == effect.Timer.Id);
        if (row is null)
        {
            row = new CaseTimer
            {
                Id = work.Ids.Next(), CaseId = work.Case.Id, BookmarkId = effect.Timer.Id, State = TimerState.Pending, ReadyAt = at, CreatedAt = work.Now,
            };
            work.Timers.Add(row);
            work.Context.Timers.Add(row);
        }

        (row.State, row.Attempts, row.LeaseOwner, row.LeaseUntil, row.LastError) = (TimerState.Pending, 0, null, null, null);
        row.ReadyAt = at.ToUniversalTime();
        row.IsProvisional = due?.IsProvisional ?? false;
        row.Limit = PendingLimits.Write(effect.Timer.Limit);
        return Task.CompletedTask;
    }
}

/// <summary>Keeps the rows of timers in step with the state where no effect says so.</summary>
internal static class TimerRows
{
    /// <summary>A timer set anew for a step that a fault stopped is forgotten without a word when the step goes on at last.</summary>
    internal static void Apply(CaseWork work)
    {
        foreach (var row in work.Timers.Where(r => r.State == TimerState.Pending && !work.State.Timers.Any(t => t.Id == r.BookmarkId)))
        {
            row.State = TimerState.Cancelled;
        }
    }
}

/// <summary>A timer is not wanted any more.</summary>
internal sealed class CancelTimerApplier : EffectApplier<CancelTimer>
{
    protected override Task ApplyAsync(CancelTimer effect, CaseWork work, CancellationToken cancellationToken)
    {
        if (work.Timers.Find(t => t.BookmarkId == effect.Timer && t.State == TimerState.Pending) is { } row)
        {
            row.State = TimerState.Cancelled;
        }

        return Task.CompletedTask;
    }
}
