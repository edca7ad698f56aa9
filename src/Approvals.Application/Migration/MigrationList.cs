using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Migration;

/// <summary>Reads batches, how far they are, and what became of each case.</summary>
public sealed class MigrationList(ApprovalsDbContext context, MigrationPaths paths, MigrationWords words)
{
    private const int Most = 50;
    private const int PageSize = 50;

    /// <summary>The latest batches, of a service or of all.</summary>
    public async Task<Result<IReadOnlyList<MigrationBatchDto>>> ListAsync(string? service, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Migrates(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await context.MigrationBatches.AsNoTracking().Where(b => service == null || b.ServiceCode == service)
            .OrderByDescending(b => b.CreatedAt).Take(Most).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<MigrationBatchDto>>.Success(await DescribeAsync(rows, cancellationToken));
    }

    /// <summary>One batch.</summary>
    public async Task<Result<MigrationBatchDto>> FindAsync(Guid batch, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Migrates(user))
        {
            return Refusals.Forbidden;
        }

        var row = await context.MigrationBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batch, cancellationToken);
        return row is null ? Refusals.NotFound : (await DescribeAsync([row], cancellationToken))[0];
    }

    /// <summary>The cases of a batch by number, all or those of an outcome.</summary>
    public async Task<Result<Page<MigratedCaseDto>>> CasesAsync(
        Guid batch, MigrationOutcome? outcome, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Migrates(user))
        {
            return Refusals.Forbidden;
        }

        var after = Cursor.Read<string>(cursor);
        var row = await context.MigrationBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batch, cancellationToken);
        if (row is null || !after.IsSuccess)
        {
            return after.Error ?? Refusals.NotFound;
        }

        var last = after.Value ?? "";
        var cases = await context.MigratedCases.AsNoTracking()
            .Where(c => c.BatchId == batch && (outcome == null || c.Outcome == outcome) && c.CaseNumber.CompareTo(last) > 0)
            .OrderBy(c => c.CaseNumber).Take(PageSize + 1).ToListAsync(cancellationToken);
        var activities = JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(row.Activities)!;
        var path = await paths.ReadAsync(row.FromVersionId, row.ToVersionId, activities, cancellationToken);
        return path.IsSuccess
            ? Cursor.Cut(cases, PageSize, c => new MigratedCaseDto(c.CaseId, c.CaseNumber, c.Outcome, Why(c, path.Value, user.Language), c.At), c => c.CaseNumber)
            : path.Error;
    }

    private string? Why(MigratedCase row, MigrationPath path, string language) => row.Why is { } code
        ? words.Of(code, row.WhyData is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(row.WhyData)!, path, language)
        : null;

    private async Task<List<MigrationBatchDto>> DescribeAsync(List<MigrationBatch> rows, CancellationToken cancellationToken)
    {
        var ids = rows.Select(b => b.Id).ToList();
        var counts = (await context.MigratedCases.AsNoTracking().Where(c => ids.Contains(c.BatchId)).GroupBy(c => new { c.BatchId, c.Outcome })
            .Select(g => new { g.Key.BatchId, g.Key.Outcome, Count = g.Count() }).ToListAsync(cancellationToken)).ToDictionary(c => (c.BatchId, c.Outcome), c => c.Count);
        var versions = rows.SelectMany(b => new[] { b.FromVersionId, b.ToVersionId }).Distinct().ToList();
        var numbers = await context.ServiceVersions.AsNoTracking().Where(v => versions.Contains(v.Id)).ToDictionaryAsync(v => v.Id, v => v.Number, cancellationToken);
        var people = rows.Select(b => b.CreatedByUserId).Distinct().ToList();
        var names = await context.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. rows.Select(b => new MigrationBatchDto(
                b.Id, b.ServiceCode, numbers[b.FromVersionId], numbers[b.ToVersionId], b.State, b.IsRollback, b.Reason, b.Total, Count(b, MigrationOutcome.Migrated),
                Count(b, MigrationOutcome.Refused), Count(b, MigrationOutcome.RolledBack), Count(b, MigrationOutcome.Kept), names.GetValueOrDefault(b.CreatedByUserId, "–"),
                b.CreatedAt, b.FinishedAt)),
        ];

        int Count(MigrationBatch batch, MigrationOutcome outcome) => counts.GetValueOrDefault((batch.Id, outcome));
    }
}
