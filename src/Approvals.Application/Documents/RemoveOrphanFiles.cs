using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Documents;

/// <summary>Deletes stored files that no row names: uploads whose transaction never came, drafts thrown away.</summary>
public sealed class RemoveOrphanFiles(ApprovalsDbContext context, IFileStore files, TimeProvider time)
{
    private const int Chunk = 500;

    /// <summary>A row may still be under way for a file younger than this.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <summary>Deletes and returns how many.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var chunk in ChunksAsync(null, cancellationToken))
        {
            deleted += chunk.Deleted;
        }

        return deleted;
    }

    /// <summary>Looks through the files in the order of their addresses, from after one on.</summary>
    /// <param name="after">The last address looked at before; null for all.</param>
    /// <param name="cancellationToken">Stops between chunks.</param>
    internal async IAsyncEnumerable<(string Last, int Looked, int Deleted, int All)> ChunksAsync(
        string? after, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stored = files.StoredBefore(time.GetUtcNow() - Grace).Order(StringComparer.Ordinal).ToList();
        foreach (var chunk in stored.Where(a => after is null || string.CompareOrdinal(a, after) > 0).Chunk(Chunk))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var known = await context.Documents.Where(d => chunk.Contains(d.Address)).Select(d => d.Address)
                .Union(context.CaseArchives.Where(a => chunk.Contains(a.Address)).Select(a => a.Address)).ToListAsync(cancellationToken);
            var orphans = chunk.Except(known, StringComparer.Ordinal).ToList();
            orphans.ForEach(files.Delete);
            yield return (chunk[^1], chunk.Length, orphans.Count, stored.Count);
        }
    }
}
