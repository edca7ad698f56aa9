using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Approvals.Application.Database;

/// <summary>
/// Sends writes that were saved outside a <see cref="WriteTransaction"/> (accounts, for instance) through the same gate.
/// </summary>
public sealed class WriteGateInterceptor(IDatabase database) : SaveChangesInterceptor
{
    private readonly ConditionalWeakTable<DbContext, IDisposable> _entered = [];

    /// <inheritdoc />
    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.Context is { Database.CurrentTransaction: null } context)
        {
            _entered.AddOrUpdate(context, await database.EnterWriteAsync(cancellationToken));
        }

        return result;
    }

    /// <inheritdoc />
    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return ValueTask.FromResult(result);
    }

    /// <inheritdoc />
    public override Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return Task.CompletedTask;
    }

    /// <summary>A row changed meanwhile is told here alone: the failure of such a save is not announced.</summary>
    public override ValueTask<InterceptionResult> ThrowingConcurrencyExceptionAsync(
        ConcurrencyExceptionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Leave(eventData);
        return ValueTask.FromResult(result);
    }

    private void Leave(DbContextEventData eventData)
    {
        if (eventData.Context is { } context && _entered.TryGetValue(context, out var entered))
        {
            _entered.Remove(context);
            entered.Dispose();
        }
    }
}
