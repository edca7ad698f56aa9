using System.Collections.Frozen;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Webhooks;

/// <summary>
/// Whose cases anybody wants to be told of, remembered for some seconds so that a step need not ask: a webhook made on another node
/// is told of what happens from then on.
/// </summary>
public sealed class WebhookOwners(TimeProvider clock)
{
    /// <summary>How long what was read is good for.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private volatile Known? _known;

    /// <summary>Whether somebody may want to be told of a case.</summary>
    public async ValueTask<bool> AnyAsync(ApprovalsDbContext context, Case row, CancellationToken cancellationToken)
    {
        var known = _known;
        if (known is null || clock.GetElapsedTime(known.At) >= Kept)
        {
            known = _known = await ReadAsync(context, cancellationToken);
        }

        return known.Users.Contains(row.FiledByUserId) || (row.ApplicantUserId is { } user && known.Users.Contains(user))
            || (row.OrganisationId is { } organisation && known.Organisations.Contains(organisation));
    }

    /// <summary>Something changed on this node: the next step asks anew.</summary>
    public void Forget() => _known = null;

    private async Task<Known> ReadAsync(ApprovalsDbContext context, CancellationToken cancellationToken)
    {
        var at = clock.GetTimestamp();
        var rows = await context.Webhooks.AsNoTracking().Where(h => h.EndedAt == null)
            .Select(h => new { h.UserId, h.OrganisationId }).Distinct().ToListAsync(cancellationToken);
        return new Known(at, rows.Select(r => r.UserId).ToFrozenSet(), rows.Select(r => r.OrganisationId).OfType<Guid>().ToFrozenSet());
    }

    private sealed record Known(long At, FrozenSet<Guid> Users, FrozenSet<Guid> Organisations);
}
