using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Calendars;

/// <summary>Loads the notices of years from files; a year that differs from the one in force becomes a new revision.</summary>
public sealed class LoadCalendars(ApprovalsDbContext context, CalendarInForce calendar)
{
    /// <summary>Loads every <c>*.json</c> of a folder and puts the calendar in force.</summary>
    /// <returns>The years that changed, or the first file that is wrong.</returns>
    public async Task<Result<IReadOnlyList<int>>> HandleAsync(string folder, CancellationToken cancellationToken)
    {
        var stored = await context.WorkingCalendarDays.AsNoTracking().ToListAsync(cancellationToken);
        var inForce = CalendarInForce.Years(stored).ToDictionary(y => y.Year);
        var revision = stored.Select(d => d.Revision).DefaultIfEmpty().Max() + 1;
        List<int> changed = [];
        foreach (var file in Files(folder))
        {
            var years = CalendarYear.Read(await File.ReadAllBytesAsync(file, cancellationToken));
            if (!years.IsSuccess)
            {
                return years.Error.With("file", file);
            }

            foreach (var year in years.Value.Where(y => !inForce.TryGetValue(y.Year, out var known) || !Same(known, y)))
            {
                context.WorkingCalendarDays.AddRange(Rows(year, revision));
                changed.Add(year.Year);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        await calendar.ReadAsync(context, cancellationToken);
        return changed;
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    private static bool Same(CalendarYear one, CalendarYear other) => one.Off.SetEquals(other.Off) && one.Work.SetEquals(other.Work);

    private static IEnumerable<WorkingCalendarDay> Rows(CalendarYear year, int revision) =>
        year.Off.Select(d => (Day: d, Works: false)).Concat(year.Work.Select(d => (Day: d, Works: true)))
            .Select(d => new WorkingCalendarDay { Revision = revision, Day = d.Day, IsWorkingDay = d.Works, Name = "" });
}
