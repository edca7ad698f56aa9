using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Migration;

/// <summary>
/// Begins a batch: every case under way of a version, or named ones. Of every case only one batch at a time; whoever comes second is told who
/// was first. The same click gives the same batch.
/// </summary>
public sealed class StartMigration(
    ApprovalsDbContext context, WriteTransaction transaction, MigrationPaths paths, AuditLog audit, CalendarInForce calendar, TimeProvider time)
{
    /// <summary>How many cases may be named.</summary>
    public const int MostNamed = 500;

    /// <param name="From">The version cases follow.</param>
    /// <param name="To">The version they shall follow.</param>
    /// <param name="Activities">Places that staff named: new id by old.</param>
    /// <param name="Cases">Numbers of the cases meant; empty for every case under way.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(
        Guid From, Guid To, ImmutableSortedDictionary<string, string> Activities, ImmutableArray<string> Cases, string Reason, string IdempotencyKey);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Migrates(user))
        {
            return Refusals.Forbidden;
        }

        var id = StableId.Of(user.Id, "migration", request.IdempotencyKey);
        if (await IsBegunAsync(id, cancellationToken))
        {
            return id;
        }

        var path = await paths.FindAsync(request.From, request.To, request.Activities, cancellationToken);
        var cases = path.IsSuccess ? await CasesAsync(request, path.Value, cancellationToken) : path.Error;
        if (!cases.IsSuccess)
        {
            // The batch that is on its way may be this one, begun by the other of two clicks in the meantime.
            return await IsBegunAsync(id, cancellationToken) ? id : cases.Error;
        }

        await AddAsync(id, request, path.Value, cases.Value, user, cancellationToken);
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? id
            : await IsBegunAsync(id, cancellationToken) ? id
            : await RunningAsync(request.From, cancellationToken) ?? new Error("policies.versionChanged", ErrorKind.Conflict);
    }

    private Task<bool> IsBegunAsync(Guid id, CancellationToken cancellationToken) =>
        context.MigrationBatches.AsNoTracking().AnyAsync(b => b.Id == id, cancellationToken);

    private async Task AddAsync(Guid id, Request request, MigrationPath path, List<Guid>? cases, CurrentUser user, CancellationToken cancellationToken)
    {
        var total = cases?.Count ?? await context.Cases.CountAsync(c => c.ServiceVersionId == request.From && c.FinishedAt == null, cancellationToken);
        context.MigrationBatches.Add(new MigrationBatch
        {
            Id = id, ServiceCode = path.From.Code, FromVersionId = request.From, ToVersionId = request.To, Activities = JsonSerializer.Serialize(request.Activities),
            CaseIds = cases is null ? null : JsonSerializer.Serialize(cases), Reason = request.Reason, State = MigrationState.Pending, Total = total,
            OpenKey = cases is null ? request.From.ToString("N") : null, CreatedByUserId = user.Id, CreatedAt = time.Now(), ReadyAt = time.Now(),
        });
        var said = new { service = path.From.Code, from = path.From.Number, to = path.To.Number, moves = path.Moves, total, reason = request.Reason };
        audit.Add(user.Id, "migration.started", "migrationBatch", id.ToString(), JsonSerializer.Serialize(said, JsonSerializerOptions.Web));
    }

    /// <summary>The cases that were named, null when every one is meant.</summary>
    private async Task<Result<List<Guid>?>> CasesAsync(Request request, MigrationPath path, CancellationToken cancellationToken)
    {
        if (request.Cases.IsEmpty)
        {
            return await RunningAsync(request.From, cancellationToken) is { } running ? running : Result<List<Guid>?>.Success(null);
        }

        var numbers = request.Cases.Distinct().ToList();
        var found = await context.Cases.AsNoTracking().Where(c => c.ServiceCode == path.From.Code && numbers.Contains(c.Number))
            .OrderBy(c => c.Id).Select(c => new { c.Id, c.Number }).ToListAsync(cancellationToken);
        return numbers.Except(found.Select(f => f.Number)).FirstOrDefault() is { } unknown
            ? new Error("migration.unknownCase", ErrorKind.NotFound).With("number", unknown)
            : found.Select(f => f.Id).ToList();
    }

    /// <summary>Who has every case of this version on its way already.</summary>
    private async Task<Error?> RunningAsync(Guid from, CancellationToken cancellationToken)
    {
        var key = from.ToString("N");
        var running = await (
            from batch in context.MigrationBatches.AsNoTracking()
            where batch.OpenKey == key
            join user in context.Users.AsNoTracking() on batch.CreatedByUserId equals user.Id
            select new { user.DisplayName, batch.CreatedAt }).FirstOrDefaultAsync(cancellationToken);
        return running is null ? null : new Error("migration.running", ErrorKind.Conflict).With("actor", running.DisplayName)
            .With("at", TimeZoneInfo.ConvertTime(running.CreatedAt, calendar.Current.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture));
    }
}
