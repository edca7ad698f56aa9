using System.Collections.Immutable;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.ApiKeys;

/// <summary>What a key that was shown opens.</summary>
/// <param name="Id">Which key.</param>
/// <param name="UserId">The account it acts as.</param>
/// <param name="Scopes">What it may be used for.</param>
public sealed record OpenedApiKey(Guid Id, Guid UserId, ImmutableArray<string> Scopes);

/// <summary>Tells who a program is by its key, and keeps the hour of use.</summary>
public sealed class OpenApiKey(ApprovalsDbContext context, IDatabase database, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    /// <summary>The key; null when there is none of this secret in force.</summary>
    public async Task<OpenedApiKey?> HandleAsync(string text, CancellationToken cancellationToken)
    {
        if (ApiKeySecret.Parse(text) is not { } secret)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var row = await context.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Id == secret.Id, cancellationToken);
        if (row is null || !secret.Opens(row) || !row.IsInForce(now))
        {
            return null;
        }

        if (row.LastUsedAt is null || now - row.LastUsedAt >= Kept)
        {
            await KeepAsync(row.Id, now, cancellationToken);
        }

        return new OpenedApiKey(row.Id, row.UserId, [.. row.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
    }

    private async Task KeepAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        using var _ = await database.EnterWriteAsync(cancellationToken);
        await context.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(k => k.SetProperty(x => x.LastUsedAt, now), cancellationToken);
    }
}
