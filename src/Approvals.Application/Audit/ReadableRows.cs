using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Audit;

/// <summary>
/// Reads rows of which a forger may have made some unreadable: one changed byte can leave an identifier or an instant
/// that no longer parses, and the rest must still be checked.
/// </summary>
internal static class ReadableRows
{
    /// <summary>All rows that can be read; the keys of the others are added to <paramref name="unreadable"/>.</summary>
    /// <param name="rows">The rows, in a total order.</param>
    /// <param name="key">What names a row; made of columns whose values can be read.</param>
    public static async Task<List<T>> ReadAsync<T, TKey>(
        IQueryable<T> rows, Expression<Func<T, TKey>> key, List<TKey> unreadable, CancellationToken cancellationToken)
    {
        if (await TryReadAsync(rows, cancellationToken) is { } all)
        {
            return all;
        }

        var keys = await rows.Select(key).ToListAsync(cancellationToken);
        var read = new List<T>(keys.Count);
        for (var i = 0; i < keys.Count; i++)
        {
            if (await TryReadAsync(rows.Skip(i).Take(1), cancellationToken) is { } row)
            {
                read.AddRange(row);
            }
            else
            {
                unreadable.Add(keys[i]);
            }
        }

        return read;
    }

    /// <summary>The values that can be read, one by one; the rest are left out.</summary>
    public static async Task<List<T>> ReadAsync<T>(IQueryable<T> values, CancellationToken cancellationToken)
    {
        if (await TryReadAsync(values, cancellationToken) is { } all)
        {
            return all;
        }

        var read = new List<T>();
        var count = await values.CountAsync(cancellationToken);
        for (var i = 0; i < count; i++)
        {
            read.AddRange(await TryReadAsync(values.Skip(i).Take(1), cancellationToken) ?? []);
        }

        return read;
    }

    /// <summary>Null when a value cannot be made of what is stored; a failing database still throws.</summary>
    private static async Task<List<T>?> TryReadAsync<T>(IQueryable<T> rows, CancellationToken cancellationToken)
    {
        try
        {
            return await rows.ToListAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or DbException))
        {
            return null;
        }
    }
}
