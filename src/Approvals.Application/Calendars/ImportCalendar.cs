using System.Globalization;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Domain.Calendars;

namespace Approvals.Application.Calendars;

/// <summary>
/// Loads the State Council's notice from a file: checked as a whole, loaded as a whole. A dry run says which days change and how many open due
/// dates rest on them. What is in force already is not loaded again.
/// </summary>
public sealed class ImportCalendar(
    ApprovalsDbContext context, WriteTransaction transaction, CalendarRows rows, CalendarInForce calendar, OpenDueDates dates, AuditLog audit, MessageCatalog texts)
{
    /// <param name="FileName">The file's name, kept with the revision.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="DryRun">Whether only to say what would happen.</param>
    public sealed record Request(string FileName, ReadOnlyMemory<byte> Content, bool DryRun);

    /// <summary>For an administrator at the page.</summary>
    public async Task<Result<CalendarImportDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken) =>
        AdministrationRights.KeepsCalendars(by)
            ? await RunAsync(request, (by.Id, by.Name), by.Language, cancellationToken)
            : Refusals.Forbidden;

    /// <summary>For whoever may use the command line.</summary>
    public async Task<Result<CalendarImportDto>> RunAsync(Request request, (Guid? Id, string? Name) by, string language, CancellationToken cancellationToken)
    {
        var file = CalendarFile.Read(request.Content);
        if (!file.Problems.IsEmpty)
        {
            return new CalendarImportDto(false, [], Texts(file.Problems, language), Texts(file.Notes, language), 0, null);
        }

        await calendar.ReadAsync(context, cancellationToken);
        var plans = file.Years.Select(y => CalendarPlan.Of(y, calendar.Current.YearOf(y.Year))).ToList();
        var (looked, moves) = await ForeseeAsync(file, plans, cancellationToken);
        IReadOnlyList<CalendarRevision> added = [];
        if (!request.DryRun && plans.Exists(p => !p.IsKnown))
        {
            added = await rows.AddAsync(plans.Where(p => !p.IsKnown), Short(request.FileName), by, cancellationToken);
            Record(added, by.Id);
            if (await transaction.CommitAsync(cancellationToken) != CommitOutcome.Committed)
            {
                context.ChangeTracker.Clear();
                return Refusals.Stale;
            }

            await calendar.ReadAsync(context, cancellationToken);
        }

        var numbers = added.ToDictionary(r => r.Year, r => r.Number);
        return new CalendarImportDto(
            !request.DryRun, [.. plans.Select(p => Describe(p, numbers.TryGetValue(p.Year.Year, out var number) ? number : null, language))], [],
            Texts(file.Notes, language), looked, moves);
    }

    private async Task<(long Looked, int? Moves)> ForeseeAsync(CalendarFile file, List<CalendarPlan> plans, CancellationToken cancellationToken)
    {
        if (plans.Min(p => p.FirstDay) is not { } first)
        {
            return (0, 0);
        }

        return await dates.ForeseeAsync(WorkingCalendar.Of([.. calendar.Current.Years, .. file.Years]), first, cancellationToken);
    }

    private void Record(IEnumerable<CalendarRevision> added, Guid? by)
    {
        foreach (var revision in added)
        {
            audit.Add(by, "calendars.imported", "calendar", revision.Year.ToString(CultureInfo.InvariantCulture), JsonSerializer.Serialize(
                new { revision = revision.Number, notice = revision.Notice, off = revision.DaysOff, work = revision.WorkDays, changed = revision.ChangedDays },
                JsonSerializerOptions.Web));
        }
    }

    private static CalendarChangeDto Describe(CalendarPlan plan, int? revision, string language) => new(
        plan.Year.Year, plan.Year.Source, plan.Year.Notice, plan.Before is null, plan.IsKnown, revision,
        [.. plan.Changed.Select(d => new ChangedDayDto(d, plan.Year.IsWorkday(d), plan.Year.Names.GetValueOrDefault(d)?.In(language)))]);

    private List<CalendarFindingDto> Texts(IEnumerable<CalendarFinding> findings, string language) =>
        [.. findings.Take(100).Select(f => new CalendarFindingDto(f.Line, texts.Format(f.What, language)))];

    private static string Short(string fileName) => fileName.Length <= Lengths.Name ? fileName : fileName[^Lengths.Name..];
}
