using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>
/// Takes organisations from a file of comma-separated values or a workbook: all of them in one write, or none. Run again it changes nothing.
/// </summary>
public sealed class ImportOrganisations(
    ApprovalsDbContext context, ISheetFiles files, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock,
    MessageCatalog texts)
{
    /// <summary>How many rows a file may have.</summary>
    public const int MostRows = 50_000;

    /// <param name="FileName">The file's name; its ending says which kind it is.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="DryRun">Whether only to say what would happen.</param>
    public sealed record Request(string FileName, ReadOnlyMemory<byte> Content, bool DryRun);

    /// <summary>For an administrator at the page.</summary>
    public async Task<Result<SheetImportDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken) =>
        AdministrationRights.KeepsPlaces(by) ? await RunAsync(request, by.Id, by.Language, cancellationToken) : Refusals.Forbidden;

    /// <summary>For whoever holds the database: the command line of an installation.</summary>
    public async Task<Result<SheetImportDto>> RunAsync(Request request, Guid? actor, string language, CancellationToken cancellationToken)
    {
        var sheet = files.Read(request.FileName, request.Content, MostRows);
        if (!sheet.IsSuccess)
        {
            return sheet.Error;
        }

        var regions = await context.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, StringComparer.Ordinal, cancellationToken);
        var known = await context.Organisations.ToDictionaryAsync(o => o.Uscc, StringComparer.Ordinal, cancellationToken);
        var (lines, rows, problems) = OrganisationSheet.Read(sheet.Value, regions, known, calendar.Today(clock));
        var changes = problems.IsEmpty ? Prepare(lines, known, actor) : [];
        var plan = new SheetPlan(rows, changes, problems);
        if (!problems.IsEmpty || request.DryRun || changes.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(plan, applied: problems.IsEmpty && !request.DryRun, language);
        }

        audit.Add(actor, "organisations.imported", "organisations", request.FileName.Length > 100 ? request.FileName[..100] : request.FileName, JsonSerializer.Serialize(
            new { added = changes.Count(c => c.Added), changed = changes.Count(c => !c.Added) }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? texts.Describe(plan, applied: true, language) : Refusals.Stale;
    }

    private ImmutableArray<SheetChangeDto> Prepare(ImmutableArray<OrganisationLine> lines, Dictionary<string, Organisation> known, Guid? actor)
    {
        var (changes, now) = (ImmutableArray.CreateBuilder<SheetChangeDto>(), clock.Now());
        foreach (var line in lines)
        {
            if (!known.TryGetValue(line.Uscc, out var organisation))
            {
                context.Organisations.Add(new Organisation
                {
                    Id = ids.Next(), Uscc = line.Uscc, Name = line.Name, Kind = line.Kind, RegionCode = line.Region.Code, RegionPath = line.Region.Path,
                    VerifiedAt = line.Verified ? now : null, VerifiedByUserId = line.Verified ? actor : null, CreatedAt = now,
                });
                changes.Add(new SheetChangeDto(line.Row, true, $"{line.Uscc} {line.Name}"));
            }
            else if (organisation.Name != line.Name || organisation.RegionCode != line.Region.Code || (line.Verified && organisation.VerifiedAt is null))
            {
                changes.Add(new SheetChangeDto(line.Row, false, $"{line.Uscc} {line.Name}"));
                (organisation.Name, organisation.RegionCode, organisation.RegionPath) = (line.Name, line.Region.Code, line.Region.Path);
                organisation.VerifiedByUserId = line.Verified && organisation.VerifiedAt is null ? actor : organisation.VerifiedByUserId;
                organisation.VerifiedAt ??= line.Verified ? now : null;
            }
        }

        return changes.ToImmutable();
    }
}
