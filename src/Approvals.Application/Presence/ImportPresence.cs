using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>
/// Takes an employer's days of presence from a file of comma-separated values or a workbook: all of them in one write, or none. Run again
/// it changes nothing.
/// </summary>
public sealed class ImportPresence(
    ApprovalsDbContext context, ISheetFiles files, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock,
    MessageCatalog texts)
{
    /// <summary>How many rows a file may have.</summary>
    public const int MostRows = 5_000;

    /// <param name="Employer">Whose file it is.</param>
    /// <param name="FileName">The file's name; its ending says which kind it is.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="DryRun">Whether only to say what would happen.</param>
    public sealed record Request(Guid Employer, string FileName, ReadOnlyMemory<byte> Content, bool DryRun);

    public async Task<Result<SheetImportDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (await RefusalAsync(request.Employer, by, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var sheet = files.Read(request.FileName, request.Content, MostRows);
        if (!sheet.IsSuccess)
        {
            return sheet.Error;
        }

        return await OneClick.DoAsync(context, () => TakeAsync(request, sheet.Value, by, cancellationToken));
    }

    /// <summary>Why somebody hands in nothing for an employer; null when they may. Asked before a file is read.</summary>
    public async Task<Error?> RefusalAsync(Guid employer, CurrentUser by, CancellationToken cancellationToken) =>
        EmployerRights.ActsFor(by, employer) ? null : await EmployerRights.RefusalAsync(context, by, employer, clock.Now(), cancellationToken);

    private async Task<Result<SheetImportDto>> TakeAsync(Request request, Sheet sheet, CurrentUser by, CancellationToken cancellationToken)
    {
        var (lines, rows, problems) = PresenceSheet.Read(sheet, await HoldersAsync(request.Employer, cancellationToken), calendar.Today(clock));
        var changes = problems.IsEmpty ? await PrepareAsync(request.Employer, lines, by, cancellationToken) : [];
        var plan = new SheetPlan(rows, changes, problems);
        if (!problems.IsEmpty || request.DryRun || changes.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(plan, applied: problems.IsEmpty && !request.DryRun, by.Language);
        }

        audit.Add(by.Id, "presence.imported", "organisation", request.Employer.ToString(), JsonSerializer.Serialize(new { added = changes.Length }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? texts.Describe(plan, applied: true, by.Language) : Refusals.Stale;
    }

    /// <summary>By every number of those who hold something with the employer, or for whom it may file.</summary>
    private async Task<Dictionary<string, Guid>> HoldersAsync(Guid employer, CancellationToken cancellationToken)
    {
        var agreed = context.RepresentedPeople.Where(r => r.OrganisationId == employer && r.State == RepresentationState.Agreed).Select(r => r.PersonId);
        var held = await context.Entitlements.AsNoTracking().Where(e => e.OrganisationId == employer || agreed.Contains(e.PersonId))
            .Select(e => new { e.Number, e.PersonId }).ToListAsync(cancellationToken);
        // A number that two kinds share names nobody.
        return held.GroupBy(e => e.Number).Where(g => g.Select(e => e.PersonId).Distinct().Count() == 1).ToDictionary(g => g.Key, g => g.First().PersonId, StringComparer.Ordinal);
    }

    private async Task<ImmutableArray<SheetChangeDto>> PrepareAsync(
        Guid employer, ImmutableArray<PresenceLine> lines, CurrentUser by, CancellationToken cancellationToken)
    {
        Guid[] people = [.. lines.Select(l => l.Person).Distinct()];
        var there = (await context.PresenceIntervals.AsNoTracking().Where(p => p.OrganisationId == employer && p.LiveKey != null && people.Contains(p.PersonId))
            .Select(p => p.LiveKey!).ToListAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
        var (changes, now) = (ImmutableArray.CreateBuilder<SheetChangeDto>(), clock.Now());
        foreach (var line in lines)
        {
            var key = PresenceInterval.KeyOf(line.Person, employer, line.From, line.To);
            if (there.Contains(key))
            {
                continue;
            }

            var id = ids.Next();
            context.PresenceIntervals.Add(new PresenceInterval
            {
                Id = id, PersonId = line.Person, OrganisationId = employer, From = line.From, To = line.To, Source = PresenceSource.Import, EnteredByUserId = by.Id,
                EnteredAt = now, ConfirmedAt = now, ConfirmedByUserId = by.Id, LiveKey = key,
                Evidence = [.. line.Proofs.Select(kind => new Evidence { Id = ids.Next(), IntervalId = id, Kind = kind })],
            });
            changes.Add(new SheetChangeDto(line.Row, true, $"{line.Number} {line.From:yyyy-MM-dd} – {line.To:yyyy-MM-dd}"));
        }

        return changes.ToImmutable();
    }
}
