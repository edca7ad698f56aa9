using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Resources;

/// <summary>Takes resources of an organisation from a csv or xlsx file: all of them in one write, or none where a cell is wrong.</summary>
public sealed class ImportResources(
    ApprovalsDbContext context, ISheetFiles files, WriteTransaction transaction, AuditLog audit, MessageCatalog texts, TimeProvider time)
{
    /// <param name="Organisation">Whose they are.</param>
    /// <param name="List">The waiting list that gives them out; null for what is booked only.</param>
    /// <param name="FileName">The file's name; its ending says which kind it is.</param>
    /// <param name="Content">Its bytes.</param>
    /// <param name="DryRun">Whether only to say what would happen.</param>
    public sealed record Request(Guid Organisation, Guid? List, string FileName, ReadOnlyMemory<byte> Content, bool DryRun);

    public async Task<Result<SheetImportDto>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var owner = await OwnerAsync(request, user, cancellationToken);
        if (owner is null)
        {
            return Refusals.NotFound;
        }

        var sheet = files.Read(request.FileName, request.Content, ResourceSheet.MostRows);
        if (!sheet.IsSuccess)
        {
            return sheet.Error;
        }

        var (lines, rows, wrong) = ResourceSheet.Read(sheet.Value);
        var codes = lines.Select(l => l.Code).ToList();
        var known = await context.Resources.Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, StringComparer.Ordinal, cancellationToken);
        var foreign = lines.Where(l => known.TryGetValue(l.Code, out var row) && (row.OrganisationId != owner.Id || row.ListId != request.List))
            .Select(l => l.From.Problem("code", "resources.sheet.elsewhere"));
        ImmutableArray<SheetProblem> problems = [.. wrong, .. foreign];
        var changes = problems.IsEmpty ? Prepare(lines, known, owner, request.List) : [];
        var plan = new SheetPlan(rows, changes, problems);
        if (!problems.IsEmpty || request.DryRun || changes.IsEmpty)
        {
            context.ChangeTracker.Clear();
            return texts.Describe(plan, applied: problems.IsEmpty && !request.DryRun, user.Language);
        }

        audit.Add(user.Id, "resources.imported", "organisation", owner.Id.ToString(), JsonSerializer.Serialize(
            new { added = changes.Count(c => c.Added), changed = changes.Count(c => !c.Added) }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? texts.Describe(plan, applied: true, user.Language) : Refusals.Stale;
    }

    /// <summary>The organisation, where the user keeps its things and, where a list is named, that list is its own.</summary>
    private async Task<Organisation?> OwnerAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var owner = await context.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == request.Organisation && o.ClosedAt == null, cancellationToken);
        if (owner is null || !AllotmentRights.Manages(user, owner.Id, owner.RegionPath, null))
        {
            return null;
        }

        if (request.List is not { } id)
        {
            return owner;
        }

        var list = await context.WaitingLists.AsNoTracking().SingleOrDefaultAsync(l => l.Id == id && l.OrganisationId == owner.Id, cancellationToken);
        return list is not null && AllotmentRights.Manages(user, list) ? owner : null;
    }

    private ImmutableArray<SheetChangeDto> Prepare(ImmutableArray<ResourceLine> lines, Dictionary<string, Resource> known, Organisation owner, Guid? list)
    {
        var (changes, now) = (ImmutableArray.CreateBuilder<SheetChangeDto>(), time.Now());
        foreach (var line in lines)
        {
            if (!known.TryGetValue(line.Code, out var row))
            {
                context.Resources.Add(new Resource
                {
                    Id = StableId.Of(Guid.Empty, "resource", line.Code), Code = line.Code, Name = line.Name, About = line.About, OrganisationId = owner.Id, ListId = list,
                    RegionCode = owner.RegionCode, RegionPath = owner.RegionPath, Capacity = line.Capacity, SlotMinutes = line.SlotMinutes, CreatedAt = now,
                    ClosedAt = line.Closed ? now : null,
                });
                changes.Add(new SheetChangeDto(line.Row, true, $"{line.Code} {line.Name.Zh}"));
            }
            else if (!Same(row, line))
            {
                changes.Add(new SheetChangeDto(line.Row, false, $"{line.Code} {line.Name.Zh}"));
                (row.Name, row.About, row.Capacity, row.SlotMinutes) = (line.Name, line.About, line.Capacity, line.SlotMinutes);
                row.ClosedAt = line.Closed ? row.ClosedAt ?? now : null;
            }
        }

        return changes.ToImmutable();
    }

    private static bool Same(Resource row, ResourceLine line) =>
        (row.Name, row.About, row.Capacity, row.SlotMinutes, row.ClosedAt is not null) == (line.Name, line.About, line.Capacity, line.SlotMinutes, line.Closed);
}
