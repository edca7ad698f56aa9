using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.WaitingLists;

/// <summary>The order of a list: sent to the end last, then by the key, then by how long one has stood there.</summary>
public static class WaitingOrder
{
    /// <summary>How far apart equals are placed when one is put between them.</summary>
    internal const long Gap = 1000;

    /// <summary>Who is in the list, first to last.</summary>
    internal static IOrderedQueryable<WaitingListEntry> In(ApprovalsDbContext context, Guid list) => context.WaitingListEntries
        .Where(e => e.ListId == list && (e.State == WaitingState.Waiting || e.State == WaitingState.Offered))
        .OrderBy(e => e.Section).ThenBy(e => e.OrderKey).ThenBy(e => e.Standing).ThenBy(e => e.Id);

    /// <summary>Who has the next offer coming: the first who has none.</summary>
    internal static Task<WaitingListEntry?> NextAsync(ApprovalsDbContext context, Guid list, CancellationToken cancellationToken) =>
        context.WaitingListEntries.AsNoTracking().Where(e => e.ListId == list && e.State == WaitingState.Waiting)
            .OrderBy(e => e.Section).ThenBy(e => e.OrderKey).ThenBy(e => e.Standing).ThenBy(e => e.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>The place of an entry as it stands now, from 1.</summary>
    public static async Task<int> PlaceAsync(ApprovalsDbContext context, WaitingListEntry entry, CancellationToken cancellationToken) =>
        1 + await In(context, entry.ListId).CountAsync(Before(entry), cancellationToken);

    /// <summary>Puts an entry at a place among the others, from 1; a place beyond the end is the end.</summary>
    internal static async Task MoveAsync(ApprovalsDbContext context, WaitingListEntry entry, int place, CancellationToken cancellationToken)
    {
        var others = In(context, entry.ListId).Where(e => e.Id != entry.Id);
        var count = await others.CountAsync(cancellationToken);
        var at = Math.Clamp(place - 1, 0, count);
        var before = at == 0 ? null : await others.Skip(at - 1).FirstAsync(cancellationToken);
        var after = at == count ? null : await others.Skip(at).FirstAsync(cancellationToken);
        if (before is not null && after is not null && AreEqual(before, after))
        {
            Place(entry, after, await BetweenAsync(context, entry, before, after, cancellationToken));
        }
        else if (after is not null)
        {
            Place(entry, after, after.Standing - Gap);
        }
        else if (before is not null)
        {
            Place(entry, before, before.Standing + 1);
        }
    }

    private static void Place(WaitingListEntry entry, WaitingListEntry like, long standing) =>
        (entry.Section, entry.OrderKey, entry.Standing) = (like.Section, like.OrderKey, standing);

    private static bool AreEqual(WaitingListEntry one, WaitingListEntry other) => one.Section == other.Section && one.OrderKey == other.OrderKey;

    /// <summary>A standing between two equals; where there is none, those before move down, so that nobody who joins later comes before them.</summary>
    private static async Task<long> BetweenAsync(
        ApprovalsDbContext context, WaitingListEntry entry, WaitingListEntry before, WaitingListEntry after, CancellationToken cancellationToken)
    {
        if (after.Standing - before.Standing > 1)
        {
            return before.Standing + (after.Standing - before.Standing) / 2;
        }

        var equals = await In(context, entry.ListId).Where(e => e.Id != entry.Id && e.Section == after.Section && e.OrderKey == after.OrderKey)
            .ToListAsync(cancellationToken);
        var next = after.Standing - Gap;
        foreach (var earlier in equals.TakeWhile(e => e.Id != after.Id).Reverse())
        {
            earlier.Standing = Math.Min(earlier.Standing, next - Gap);
            next = earlier.Standing;
        }

        return after.Standing - Gap;
    }

    private static System.Linq.Expressions.Expression<Func<WaitingListEntry, bool>> Before(WaitingListEntry entry)
    {
        var (id, section, key, standing) = (entry.Id, entry.Section, entry.OrderKey, entry.Standing);
        return e => e.Id != id && (e.Section < section || (e.Section == section && (string.Compare(e.OrderKey, key) < 0
            || (e.OrderKey == key && (e.Standing < standing || (e.Standing == standing && e.Id.CompareTo(id) < 0))))));
    }
}
