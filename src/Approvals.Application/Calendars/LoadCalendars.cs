using Approvals.Application.Database;
using Approvals.Domain.Calendars;

namespace Approvals.Application.Calendars;

/// <summary>
/// Loads the notices that come with the product, at every start. A year that was once loaded just so is left alone: what an administrator
/// has loaded since is newer than the product's file.
/// </summary>
public sealed class LoadCalendars(ApprovalsDbContext context, WriteTransaction transaction, CalendarRows rows, CalendarInForce calendar)
{
    /// <summary>Loads every <c>*.json</c> of a folder and puts the calendar in force.</summary>
    /// <returns>The years that changed, or the first file that is wrong.</returns>
    public async Task<Result<IReadOnlyList<int>>> HandleAsync(string folder, CancellationToken cancellationToken)
    {
        var known = await rows.AllAsync(cancellationToken);
        List<CalendarPlan> plans = [];
        foreach (var file in Files(folder))
        {
            var years = CalendarYear.Read(await File.ReadAllBytesAsync(file, cancellationToken));
            if (!years.IsSuccess)
            {
                return years.Error.With("file", file);
            }

            plans.AddRange(years.Value.Where(y => !known.Any(k => k.HasDaysOf(y))).Select(y => CalendarPlan.Of(y, known.LastOrDefault(k => k.Year == y.Year))));
        }

        if (plans.Count > 0)
        {
            await rows.AddAsync(plans, null, (null, null), cancellationToken);

            // Taken by another node that starts in the same moment: its rows say the same.
            await transaction.CommitAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        await calendar.ReadAsync(context, cancellationToken);
        return plans.Select(p => p.Year.Year).ToList();
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];
}
