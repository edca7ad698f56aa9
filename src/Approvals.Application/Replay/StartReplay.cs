using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Replay;

/// <summary>Begins to play past cases of a service against a version, the latest first. The same click begins one run; nobody has two under way.</summary>
public sealed class StartReplay(ApprovalsDbContext context, WriteTransaction transaction, ServiceCatalog catalog, AuditLog audit, TimeProvider time)
{
    /// <summary>The most cases of a run.</summary>
    public const int Most = 1_000;

    /// <param name="Service">The service's code.</param>
    /// <param name="Version">The version, a draft as well.</param>
    /// <param name="AtMost">How many cases, from 1 to <see cref="Most"/>.</param>
    /// <param name="Open">Whether cases under way are played too, as far as they are.</param>
    /// <param name="IdempotencyKey">Made for this one click.</param>
    public sealed record Request(string Service, Guid Version, int AtMost, bool Open, string IdempotencyKey);

    public async Task<Result<Guid>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!PolicyRights.Replays(user))
        {
            return Refusals.Forbidden;
        }

        var id = StableId.Of(user.Id, "replay", request.IdempotencyKey);
        var version = await context.ServiceVersions.AsNoTracking()
            .SingleOrDefaultAsync(v => v.Id == request.Version && v.ServiceCode == request.Service && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (version is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        if (await context.ReplayRuns.AnyAsync(r => r.Id == id, cancellationToken))
        {
            return id;
        }

        if (await context.ReplayRuns.AnyAsync(r => r.CreatedByUserId == user.Id && r.State == ReplayState.Pending, cancellationToken))
        {
            return new Error("replay.running", ErrorKind.Conflict);
        }

        if (await catalog.FindSoundAsync(version.Id, cancellationToken) is null)
        {
            return new Error("replay.draftBroken", ErrorKind.Conflict);
        }

        await AddAsync(id, version, request, user, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    private async Task AddAsync(Guid id, ServiceVersion version, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var cases = await context.Cases.AsNoTracking().Where(c => c.ServiceCode == version.ServiceCode && (request.Open || c.FinishedAt != null))
            .OrderByDescending(c => c.Id).Take(Math.Clamp(request.AtMost, 1, Most)).Select(c => c.Id).ToListAsync(cancellationToken);
        var now = time.Now();
        context.ReplayRuns.Add(new ReplayRun
        {
            Id = id, ServiceCode = version.ServiceCode, VersionId = version.Id, Hash = version.Hash, CaseIds = JsonSerializer.Serialize(cases), State = ReplayState.Pending, Total = cases.Count,
            CreatedByUserId = user.Id, CreatedAt = now, ReadyAt = now,
        });
        var said = new { service = version.ServiceCode, number = version.Number, cases = cases.Count, open = request.Open };
        audit.Add(user.Id, "replay.started", "replayRun", id.ToString(), JsonSerializer.Serialize(said, JsonSerializerOptions.Web));
    }
}
