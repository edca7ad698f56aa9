using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Regions;

/// <summary>
/// Takes regions from a file of comma-separated values or a workbook: all of them in one write, or none. Run again it changes nothing.
/// </summary>
public sealed class ImportRegions(ApprovalsDbContext context, ISheetFiles files, WriteTransaction transaction, AuditLog audit, MessageCatalog texts)
{
    /// <summary>How many rows a file may have: every township of the country fits.</summary>
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

        var known = await context.Regions.ToDictionaryAsync(r => r.Code, StringComparer.Ordinal, cancellationToken);
        var (lines, rows, problems) = RegionSheet.Read(sheet.Value, known);
        if (!problems.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(new SheetPlan(rows, [], problems), applied: false, language);
        }

        var changes = Prepare(lines, known, language);
        var plan = new SheetPlan(rows, changes, problems);
        if (request.DryRun || changes.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(plan, applied: !request.DryRun, language);
        }

        audit.Add(actor, "regions.imported", "regions", request.FileName.Length > 100 ? request.FileName[..100] : request.FileName, JsonSerializer.Serialize(
            new { added = changes.Count(c => c.Added), changed = changes.Count(c => !c.Added) }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? texts.Describe(plan, applied: true, language) : Refusals.Stale;
    }

    private ImmutableArray<SheetChangeDto> Prepare(ImmutableArray<RegionLine> lines, Dictionary<string, Region> known, string language)
    {
        var changes = ImmutableArray.CreateBuilder<SheetChangeDto>();
        foreach (var line in lines)
        {
            if (!known.TryGetValue(line.Code, out var region))
            {
                region = new Region
                {
                    Code = line.Code, ParentCode = line.Parent, Level = line.Level, Name = line.Name,
                    Path = RegionPath.Of(line.Parent is null ? "" : known[line.Parent].Path, line.Code),
                };
                known.Add(line.Code, region);
                context.Regions.Add(region);
                changes.Add(new SheetChangeDto(line.Row, true, $"{line.Code} {line.Name.In(language)}"));
            }
            else if (region.Name != line.Name)
            {
                changes.Add(new SheetChangeDto(line.Row, false, $"{line.Code} {region.Name.In(language)} → {line.Name.In(language)}"));
                region.Name = line.Name;
            }
        }

        return changes.ToImmutable();
    }
}
