using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Retention;

/// <summary>Finished cases in stretches, each with what is due to be done with it today and what stands against it.</summary>
public sealed class RetentionCases(ApprovalsDbContext context, RetentionRules rules, RetentionBarriers barriers, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many cases a stretch looks at.</summary>
    internal const int Stretch = 100;

    /// <summary>Cases that may be due, whoever's rule it is.</summary>
    internal IQueryable<Case> Finished => context.Cases.AsNoTracking().Where(c => c.FinishedAt != null && c.ErasedAt == null);

    /// <summary>The next stretch after a case; empty at the end.</summary>
    internal async Task<IReadOnlyList<RetainedCase>> NextAsync(Guid after, CancellationToken cancellationToken)
    {
        await rules.ReadAsync(cancellationToken);
        var today = calendar.Today(clock);
        var rows = await Finished.Where(c => c.Id > after).OrderBy(c => c.Id).Take(Stretch)
            .Select(c => new
            {
                Row = c,
                Archived = context.CaseArchives.Where(a => a.CaseId == c.Id).Select(a => (int?)a.Events).FirstOrDefault(),
                Events = context.CaseStates.Where(s => s.CaseId == c.Id).Select(s => s.EventCount).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        List<RetainedCase> cases = [];
        foreach (var row in rows)
        {
            var rule = rules.Of(row.Row.ServiceCode);
            var finished = calendar.Current.DayOf(row.Row.FinishedAt!.Value);
            var last = rule.LastDay(finished);
            cases.Add(new RetainedCase(row.Row, rule, finished, last)
            {
                Events = row.Events, IsToErase = last < today, IsToArchive = row.Archived != row.Events && !(last < today) && rule.IsToArchive(finished, today),
            });
        }

        var against = await barriers.OfAsync([.. cases.Where(c => c.IsToErase || c.IsToArchive).Select(c => c.Row.Id)], cancellationToken);
        return [.. cases.Select(c => c with { Barrier = against.GetValueOrDefault(c.Row.Id) })];
    }
}

/// <summary>A finished case as its retention sees it.</summary>
/// <param name="Row">The case.</param>
/// <param name="Rule">The rule of its service.</param>
/// <param name="Finished">The day on which it ended.</param>
/// <param name="LastDay">The last day on which it is kept in the clear; null for ever.</param>
internal sealed record RetainedCase(Case Row, RetentionRule Rule, DateOnly Finished, DateOnly? LastDay)
{
    /// <summary>How many events it has.</summary>
    public int Events { get; init; }

    /// <summary>Whether its term is over.</summary>
    public bool IsToErase { get; init; }

    /// <summary>Whether its e-file is due to be archived, or went on since it was.</summary>
    public bool IsToArchive { get; init; }

    /// <summary>What stands against erasing it.</summary>
    public Error? Barrier { get; init; }
}
