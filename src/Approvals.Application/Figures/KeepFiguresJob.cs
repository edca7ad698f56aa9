using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Jobs;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Figures;

/// <summary>Every night: keeps the figures of days that are over, each day once; what happened on it does not change any more.</summary>
internal sealed class KeepFiguresJob(ApprovalsDbContext context, DayCount count, WriteTransaction transaction, CalendarInForce calendar, TimeProvider clock) : IJob
{
    private const string Form = "yyyy-MM-dd";

    public string Name => "figures.keep";

    public string DefaultCron => "0 20 0 ? * *";

    public async Task RunAsync(JobContext job, CancellationToken cancellationToken)
    {
        if (await FirstAsync(job.Cursor, cancellationToken) is not { } first)
        {
            return;
        }

        var (kept, today) = (job.Progress, calendar.Today(clock));
        job.Plan(kept + Math.Max(0, today.DayNumber - first.DayNumber), "days");
        for (var day = first; day < today; day = day.AddDays(1))
        {
            if (!await context.FiguredDays.AnyAsync(d => d.Day == day, cancellationToken))
            {
                await KeepAsync(day, cancellationToken);
            }

            kept++;

            await job.SaveAsync(day.ToString(Form, CultureInfo.InvariantCulture), kept, cancellationToken);
        }
    }

    /// <summary>The day after the cursor, else the first since the first case that is not kept.</summary>
    private async Task<DateOnly?> FirstAsync(string? cursor, CancellationToken cancellationToken)
    {
        if (cursor is not null)
        {
            return DateOnly.ParseExact(cursor, Form, CultureInfo.InvariantCulture).AddDays(1);
        }

        if (await context.Cases.OrderBy(c => c.SubmittedAt).Select(c => (DateTimeOffset?)c.SubmittedAt).FirstOrDefaultAsync(cancellationToken) is not { } submitted)
        {
            return null;
        }

        var first = calendar.Current.DayOf(submitted);
        var kept = await context.FiguredDays.Where(d => d.Day >= first).OrderBy(d => d.Day).Select(d => d.Day).ToListAsync(cancellationToken);
        return first.AddDays(kept.TakeWhile((day, i) => day == first.AddDays(i)).Count());
    }

    /// <summary>Kept by another node in the same moment, they are there already.</summary>
    private async Task KeepAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var figures = await count.OfAsync(day, cancellationToken);
        context.AddRange(figures.Cases);
        context.AddRange(figures.Steps);
        context.FiguredDays.Add(new FiguredDay { Day = day, At = clock.Now() });
        var outcome = await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        if (outcome != CommitOutcome.Committed && !await context.FiguredDays.AnyAsync(d => d.Day == day, cancellationToken))
        {
            throw new InvalidOperationException($"The figures of {day:yyyy-MM-dd} were not kept: {outcome}. The next run goes on with this day.");
        }
    }
}
