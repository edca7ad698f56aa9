using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.News;

/// <summary>
/// Follows the signals of all nodes and says whose news changed. Signals are written by clocks and committed later, so each look goes
/// back a little and what was seen is remembered.
/// </summary>
public sealed class NewsFollower(IServiceScopeFactory scopes, TimeProvider time)
{
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private readonly Dictionary<Guid, DateTimeOffset> _seen = [];
    private DateTimeOffset _from = time.GetUtcNow();

    /// <summary>The users whose news changed since the last look.</summary>
    public async Task<IReadOnlySet<Guid>> LookAsync(CancellationToken cancellationToken)
    {
        var since = _from - Overlap;
        await using var scope = scopes.CreateAsyncScope();
        var rows = await scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>().NewsSignals.AsNoTracking()
            .Where(s => s.At >= since).Select(s => new { s.Id, s.UserId, s.At }).ToListAsync(cancellationToken);
        var fresh = rows.Where(s => _seen.TryAdd(s.Id, s.At)).ToList();
        _from = rows.Select(s => s.At).Append(_from).Max();
        foreach (var old in _seen.Where(s => s.Value < _from - Overlap).Select(s => s.Key).ToList())
        {
            _seen.Remove(old);
        }

        return fresh.Select(s => s.UserId).ToHashSet();
    }
}
