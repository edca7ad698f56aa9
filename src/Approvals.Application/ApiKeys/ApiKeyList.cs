using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.ApiKeys;

/// <summary>The keys of an account, and of all for administrators of accounts.</summary>
public sealed class ApiKeyList(ApprovalsDbContext context, TimeProvider clock)
{
    /// <summary>The reader's own keys, newest first.</summary>
    public async Task<IReadOnlyList<ApiKeyDto>> OwnAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var rows = await context.ApiKeys.AsNoTracking().Where(k => k.UserId == user.Id)
            .OrderByDescending(k => k.CreatedAt).ThenBy(k => k.Id).Take(200).ToListAsync(cancellationToken);
        return [.. rows.Select(k => Describe(k, now))];
    }

    /// <summary>Keys in force of everybody, by owner.</summary>
    public async Task<Result<IReadOnlyList<ApiKeyDto>>> AllAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ManagesAccounts(user))
        {
            return Refusals.Forbidden;
        }

        var now = clock.GetUtcNow();
        var rows = await (
            from key in context.ApiKeys.AsNoTracking()
            where key.RevokedAt == null && key.ExpiresAt > now
            join owner in context.Users.AsNoTracking() on key.UserId equals owner.Id
            orderby owner.DisplayName, key.CreatedAt, key.Id
            select new { key, owner.DisplayName }).Take(1000).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<ApiKeyDto>>.Success([.. rows.Select(r => Describe(r.key, now) with { OwnerName = r.DisplayName })]);
    }

    internal static ApiKeyDto Describe(ApiKey key, DateTimeOffset now) => new(
        key.Id.ToString(), key.Name, key.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        key.RevokedAt is not null ? ApiKeyState.Revoked : key.IsInForce(now) ? ApiKeyState.InForce : ApiKeyState.Expired,
        key.CreatedAt, key.ExpiresAt, key.LastUsedAt);
}
