using System.Globalization;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>Lets an expert enter and remove the days away of the own entry of the pool. All else is kept by the office.</summary>
public sealed class OwnDaysAway(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, ExpertFields fields, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Etag">The version that was seen.</param>
    /// <param name="Away">All spells from today on.</param>
    public sealed record Change(string Etag, IReadOnlyList<DaysAwayDto> Away);

    /// <summary>The own entry.</summary>
    public async Task<Result<OwnEntryDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken) =>
        ExpertRights.MayBeDrawn(user) ? await DescribeAsync(await RowAsync(user, cancellationToken), user, cancellationToken) : Refusals.Forbidden;

    /// <summary>Enters and removes spells; what lies before today stays as it was.</summary>
    public async Task<Result<OwnEntryDto>> ChangeAsync(Change request, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = ExpertRights.MayBeDrawn(user) ? await RowAsync(user, cancellationToken) : null;
        if (row is null || !Etag.Matches(row, request.Etag))
        {
            return !ExpertRights.MayBeDrawn(user) ? Refusals.Forbidden : row is null ? Refusals.NotFound : Refusals.Stale;
        }

        DaysAwayDto[] before = [.. row.Absences.Select(a => new DaysAwayDto(a.From, a.To))];
        var after = Decide(before, request.Away, calendar.Today(clock));
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        if (before.ToHashSet().SetEquals(after.Value))
        {
            return await DescribeAsync(row, user, cancellationToken);
        }

        new ExpertEntry([.. row.Fields.Select(f => f.Code)], row.EmployerUscc, row.EmployerName, after.Value).Over(row, context, ids);
        context.Entry(row).State = EntityState.Modified;
        audit.Add(user.Id, "experts.away", "expert", row.Id.ToString(), JsonSerializer.Serialize(
            new { added = after.Value.Except(before).Select(Text), removed = before.Except(after.Value).Select(Text) }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? await DescribeAsync(row, user, cancellationToken) : Refusals.Stale;
    }

    /// <summary>The spells once the wanted ones are in force: those that are over stay, one under way that is not wanted any more ends yesterday.</summary>
    /// <param name="kept">The spells there are.</param>
    /// <param name="wanted">Those wanted from today on.</param>
    /// <param name="today">The day.</param>
    internal static Result<IReadOnlyList<DaysAwayDto>> Decide(IReadOnlyList<DaysAwayDto> kept, IReadOnlyList<DaysAwayDto> wanted, DateOnly today)
    {
        if (wanted.Any(w => w.To < w.From || w.To > w.From.AddYears(2)))
        {
            return ExpertEntry.Field("away", "experts.away");
        }

        if (wanted.Any(w => w.From < today && !kept.Contains(w)))
        {
            return ExpertEntry.Field("away", "experts.awayPast");
        }

        return Result<IReadOnlyList<DaysAwayDto>>.Success(
        [
            .. kept.Where(k => k.To < today),
            .. kept.Where(k => k.From < today && k.To >= today && !wanted.Contains(k)).Select(k => k with { To = today.AddDays(-1) }),
            .. wanted.Where(w => w.To >= today).Distinct(),
        ]);
    }

    private Task<Expert?> RowAsync(CurrentUser user, CancellationToken cancellationToken) =>
        context.Experts.Include(e => e.Fields).Include(e => e.Absences).AsSplitQuery().SingleOrDefaultAsync(e => e.UserId == user.Id, cancellationToken);

    private async Task<OwnEntryDto> DescribeAsync(Expert? row, CurrentUser user, CancellationToken cancellationToken)
    {
        if (row is null)
        {
            return new OwnEntryDto([], null, null, [], null, null);
        }

        var (today, known) = (calendar.Today(clock), await fields.AllAsync(cancellationToken));
        var region = await context.Regions.AsNoTracking().Where(r => r.Code == row.RegionCode).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
        return new OwnEntryDto(
            [.. row.Fields.Select(f => f.Code).Order(StringComparer.Ordinal).Select(c => new ExpertFieldDto(c, known.FirstOrDefault(k => k.Key == c).Value?.In(user.Language) ?? c))],
            region?.In(user.Language) ?? row.RegionCode, row.EmployerName,
            [.. row.Absences.Where(a => a.To >= today).OrderBy(a => a.From).Select(a => new DaysAwayDto(a.From, a.To))], row.ClosedAt, Etag.Of(row));
    }

    private static string Text(DaysAwayDto days) => string.Create(CultureInfo.InvariantCulture, $"{days.From:yyyy-MM-dd}~{days.To:yyyy-MM-dd}");
}
