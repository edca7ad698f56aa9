using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>
/// Takes experts from a file of comma-separated values or a workbook: all of them in one write, or none. Run again it changes nothing. Who is in
/// the pool and not in the file stays as is.
/// </summary>
public sealed class ImportExperts(
    ApprovalsDbContext context, ISheetFiles files, WriteTransaction transaction, AuditLog audit, IIdSource ids, Vault vault, ExpertFields fields, KeepExpert keep,
    CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    /// <summary>How many rows a file may have.</summary>
    public const int MostRows = 5_000;

    /// <param name="FileName">The file's name; its ending says which kind it is.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="DryRun">Whether only to say what would happen.</param>
    public sealed record Request(string FileName, ReadOnlyMemory<byte> Content, bool DryRun);

    public async Task<Result<SheetImportDto>> HandleAsync(Request request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!ExpertRights.Keeps(by))
        {
            return Refusals.Forbidden;
        }

        var sheet = files.Read(request.FileName, request.Content, MostRows);
        if (!sheet.IsSuccess)
        {
            return sheet.Error;
        }

        var known = await KnownAsync(by, cancellationToken);
        var (lines, rows, wrong) = ExpertSheet.Read(sheet.Value, known);
        var kept = await KeptAsync(lines, known, cancellationToken);
        ImmutableArray<SheetProblem> problems = [.. wrong, .. Fixed(lines, known, kept, by)];
        var changes = problems.IsEmpty ? await PrepareAsync(lines, known, kept, cancellationToken) : [];
        var plan = new SheetPlan(rows, changes, problems);
        if (!problems.IsEmpty || request.DryRun || changes.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(plan, applied: problems.IsEmpty && !request.DryRun, by.Language);
        }

        audit.Add(by.Id, "experts.imported", "experts", request.FileName.Length > 100 ? request.FileName[..100] : request.FileName, JsonSerializer.Serialize(
            new { added = changes.Count(c => c.Added), changed = changes.Count(c => !c.Added) }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? texts.Describe(plan, applied: true, by.Language) : Refusals.Stale;
    }

    private async Task<ExpertSheetKnown> KnownAsync(CurrentUser by, CancellationToken cancellationToken)
    {
        var holders = ExpertRole.Holders(context, clock.Now());
        var users = await context.Users.AsNoTracking().Where(u => u.DisabledAt == null && holders.Contains(u.Id))
            .Select(u => new { u.Id, u.UserName }).ToDictionaryAsync(u => u.UserName!, u => u.Id, StringComparer.OrdinalIgnoreCase, cancellationToken);
        var regions = await context.Regions.AsNoTracking().ToListAsync(cancellationToken);
        return new ExpertSheetKnown(
            users, regions.Where(r => ExpertRights.Keeps(by, r.Path)).ToDictionary(r => r.Code, StringComparer.Ordinal), await fields.AllAsync(cancellationToken), calendar.Today(clock));
    }

    /// <summary>The entries that the pool has of the file's people.</summary>
    private Task<Dictionary<Guid, Expert>> KeptAsync(ImmutableArray<ExpertLine> lines, ExpertSheetKnown known, CancellationToken cancellationToken)
    {
        Guid[] users = [.. lines.Select(l => known.Users[l.User])];
        return context.Experts.Include(e => e.Fields).Include(e => e.Absences).Include(e => e.CoAuthors).AsSplitQuery()
            .Where(e => users.Contains(e.UserId)).ToDictionaryAsync(e => e.UserId, cancellationToken);
    }

    /// <summary>Rows of entries that a file does not change: another office keeps them, or somebody took them out of the pool.</summary>
    private static IEnumerable<SheetProblem> Fixed(ImmutableArray<ExpertLine> lines, ExpertSheetKnown known, Dictionary<Guid, Expert> kept, CurrentUser by)
    {
        foreach (var line in lines)
        {
            if (kept.TryGetValue(known.Users[line.User], out var row) && (row.ClosedAt is not null || !ExpertRights.Keeps(by, row.RegionPath)))
            {
                yield return line.From.Problem("user", row.ClosedAt is null ? "experts.sheetElsewhere" : "experts.sheetClosed").With("value", line.User);
            }
        }
    }

    private async Task<ImmutableArray<SheetChangeDto>> PrepareAsync(
        ImmutableArray<ExpertLine> lines, ExpertSheetKnown known, Dictionary<Guid, Expert> kept, CancellationToken cancellationToken)
    {
        var changes = ImmutableArray.CreateBuilder<SheetChangeDto>();
        foreach (var line in lines)
        {
            if (!kept.TryGetValue(known.Users[line.User], out var row))
            {
                await keep.MakeAsync(known.Users[line.User], line.Region, line.Entry, line.CoAuthors, cancellationToken);
                changes.Add(new SheetChangeDto(line.Row, true, line.User));
            }
            else if (!IsKept(row, line))
            {
                changes.Add(new SheetChangeDto(line.Row, false, line.User));
                await WriteAsync(row, line, cancellationToken);
            }
        }

        return changes.ToImmutable();
    }

    private bool IsKept(Expert row, ExpertLine line) => row.RegionCode == line.Region.Code && line.Entry.IsKept(row)
        && row.CoAuthors.Count == line.CoAuthors.Count && line.CoAuthors.All(a => row.CoAuthors.Exists(c => CoAuthors.IsSame(c, a, vault)));

    private async Task WriteAsync(Expert row, ExpertLine line, CancellationToken cancellationToken)
    {
        (row.RegionCode, row.RegionPath) = (line.Region.Code, line.Region.Path);
        line.Entry.Over(row, context, ids);
        context.ExpertCoAuthors.RemoveRange(row.CoAuthors.Where(c => !line.CoAuthors.Any(a => CoAuthors.IsSame(c, a, vault))));
        await keep.AddCoAuthorsAsync(row, line.CoAuthors, cancellationToken);
        context.Entry(row).State = EntityState.Modified;
    }
}
