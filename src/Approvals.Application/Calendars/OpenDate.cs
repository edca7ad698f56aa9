using Approvals.Application.Database;
using Approvals.Application.Tasks;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>A due date that is not over yet, as its row holds it.</summary>
internal sealed class OpenDate
{
    public required Guid Row { get; init; }

    public required Guid? Case { get; init; }

    /// <summary>The engine's limit as JSON; without one the date does not follow from the calendar.</summary>
    public required string? Limit { get; init; }

    public required DateTimeOffset Due { get; init; }

    public required DateTimeOffset? Yellow { get; init; }

    public required bool IsProvisional { get; init; }

    public required int Version { get; init; }
}

/// <summary>What a due date is by a calendar.</summary>
/// <param name="Due">The first instant that is late.</param>
/// <param name="Yellow">The instant from which it is yellow.</param>
/// <param name="LastDay">The last day that is in time.</param>
/// <param name="IsProvisional">Whether it rests on a year that is not loaded.</param>
internal sealed record ComputedDate(DateTimeOffset Due, DateTimeOffset? Yellow, DateOnly LastDay, bool IsProvisional);

/// <summary>Computes due dates from the limits in rows; of the many that began on the same day with the same limit it counts the days once.</summary>
internal sealed class DateComputer(WorkingCalendar calendar, DateOnly earliest)
{
    private readonly Dictionary<(DateOnly Day, int Length, LimitUnit Unit, YellowRule? Yellow), ComputedDate?> _known = [];

    /// <summary>The date by the calendar; null where it stands as it is: the clock stands still, or nothing of it is counted in days.</summary>
    internal ComputedDate? Compute(OpenDate date)
    {
        if (PendingLimits.Read(date.Limit) is not { } pending || pending.Limit.IsByTheClock() || !pending.Limit.IsValid())
        {
            return null;
        }

        if (!pending.Stops.IsEmpty)
        {
            return Of(calendar.Resolve(pending));
        }

        var key = (calendar.DayOf(pending.ReceivedOn), pending.Limit.Length, pending.Limit.Unit, pending.Limit.Yellow);
        if (!_known.TryGetValue(key, out var due))
        {
            _known[key] = due = Of(calendar.Resolve(pending));
        }

        return due;
    }

    /// <summary>A day that became a working day makes nothing late in the past: at the earliest the day on which the notice was loaded ends it.</summary>
    private ComputedDate? Of(DueDate due) =>
        due is not { At: { } at, On: { } on } ? null
        : on < earliest ? new ComputedDate(calendar.EndOf(earliest).ToUniversalTime(), due.YellowAt?.ToUniversalTime(), earliest, due.IsProvisional)
        : new ComputedDate(at.ToUniversalTime(), due.YellowAt?.ToUniversalTime(), on, due.IsProvisional);
}

/// <summary>The due dates of one kind: how open ones are found, and how they are set together.</summary>
internal abstract class OpenDates
{
    internal abstract DateKind Kind { get; }

    /// <summary>Open ones after a row that end after an instant, in the order of their rows.</summary>
    internal abstract Task<List<OpenDate>> NextAsync(ApprovalsDbContext context, Guid after, DateTimeOffset from, int count, CancellationToken cancellationToken);

    internal abstract Task<int> CountAsync(ApprovalsDbContext context, DateTimeOffset from, CancellationToken cancellationToken);

    /// <summary>Sets all of these rows to one date.</summary>
    internal abstract Task SetAsync(ApprovalsDbContext context, Guid[] rows, ComputedDate to, CancellationToken cancellationToken);

    /// <summary>The versions of rows as they are now, under the locks of what was just written.</summary>
    internal abstract Task<Dictionary<Guid, int>> VersionsAsync(ApprovalsDbContext context, Guid[] rows, CancellationToken cancellationToken);
}

/// <summary>The due dates of one kind of row.</summary>
internal abstract class OpenDates<TRow> : OpenDates
    where TRow : class, IVersioned
{
    internal override Task<List<OpenDate>> NextAsync(ApprovalsDbContext context, Guid after, DateTimeOffset from, int count, CancellationToken cancellationToken) =>
        Open(context.Set<TRow>().AsNoTracking()).Where(d => d.Due > from && d.Row > after).OrderBy(d => d.Row).Take(count).ToListAsync(cancellationToken);

    internal override Task<int> CountAsync(ApprovalsDbContext context, DateTimeOffset from, CancellationToken cancellationToken) =>
        Open(context.Set<TRow>().AsNoTracking()).CountAsync(d => d.Due > from, cancellationToken);

    internal override Task<Dictionary<Guid, int>> VersionsAsync(ApprovalsDbContext context, Guid[] rows, CancellationToken cancellationToken) =>
        Only(context, rows).Select(r => new { Id = EF.Property<Guid>(r, "Id"), r.Version }).ToDictionaryAsync(r => r.Id, r => r.Version, cancellationToken);

    protected static IQueryable<TRow> Only(ApprovalsDbContext context, Guid[] rows) =>
        context.Set<TRow>().Where(r => rows.Contains(EF.Property<Guid>(r, "Id")));

    protected abstract IQueryable<OpenDate> Open(IQueryable<TRow> rows);
}
