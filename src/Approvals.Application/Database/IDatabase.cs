using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Database;

/// <summary>What differs between databases; everything else is Entity Framework's.</summary>
public interface IDatabase
{
    /// <summary>Such as <c>sqlite</c>.</summary>
    public string Name { get; }

    /// <summary>Waits for the right to write; free at once where the database has many writers.</summary>
    public ValueTask<IDisposable> EnterWriteAsync(CancellationToken cancellationToken);

    /// <summary>Whether a write failed because a unique key was taken.</summary>
    public bool IsUniqueViolation(DbUpdateException exception);

    /// <summary>Whether a write lost a race inside the database (deadlock, serialisation, busy) and may simply be done again.</summary>
    public bool IsTransient(Exception exception);

    /// <summary>
    /// Leases up to <paramref name="count"/> rows in state <c>Pending</c> that are ready and not leased, skipping what others
    /// are claiming, and returns their ids, oldest first.
    /// </summary>
    public Task<IReadOnlyList<Guid>> ClaimAsync<T>(ApprovalsDbContext context, Lease lease, int count, CancellationToken cancellationToken)
        where T : class, ILeased;

    /// <summary>Brings the schema up to date and sets what the database file needs.</summary>
    public Task MigrateAsync(ApprovalsDbContext context, CancellationToken cancellationToken);
}

/// <summary>A claim on rows.</summary>
/// <param name="Owner">The node that claims.</param>
/// <param name="Now">The instant of claiming.</param>
/// <param name="Until">When others may claim the same rows.</param>
public sealed record Lease(string Owner, DateTimeOffset Now, DateTimeOffset Until);
