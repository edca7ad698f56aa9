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
        foreach (var chunk in files.StoredBefore(time.GetUtcNow() - Grace).Chunk(Chunk))
        {
            var known = await context.Documents
                .Where(d => chunk.Contains(d.Address))
                .Select(d => d.Address)
                .ToListAsync(cancellationToken);
            foreach (var orphan in chunk.Except(known, StringComparer.Ordinal))
            {
                files.Delete(orphan);
                deleted++;
            }
        }

        return deleted;
    }
}
