using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Domain.Studio;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio;

/// <summary>Makes the rows of a draft whose files need not load, checked with the shared files of today.</summary>
public sealed class DraftRows(ApprovalsDbContext context, PackageRows rows, IIdSource ids, TimeProvider time)
{
    /// <param name="Service">The service's code.</param>
    /// <param name="NumberCode">Two digits for case numbers.</param>
    /// <param name="Name">The name, where the files say none.</param>
    /// <param name="Files">The files.</param>
    /// <param name="Begins">Whether it begins its service: it is the first of it or cannot be kept, as of two that begin one at once the second.</param>
    internal sealed record Wanted(string Service, string? NumberCode, LocalText Name, DraftFiles Files, bool Begins = false);

    /// <summary>Puts the draft on the context.</summary>
    internal async Task<ServiceVersion> AddAsync(Wanted wanted, CurrentUser user, CancellationToken cancellationToken)
    {
        var latest = wanted.Begins ? 0 : await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == wanted.Service).MaxAsync(v => (int?)v.Number, cancellationToken) ?? 0;
        var shared = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode == ServiceVersion.SharedCode)
            .OrderByDescending(v => v.Number).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(cancellationToken);
        var row = new ServiceVersion
        {
            Id = ids.Next(), ServiceCode = wanted.Service, Number = latest + 1, NumberCode = wanted.NumberCode, Name = DraftNames.Of(wanted.Files) ?? wanted.Name,
            State = ServiceVersionState.Draft, SharedVersionId = shared, Hash = Convert.ToHexStringLower(PackageFolder.HashOf(wanted.Files.Files)),
            CreatedByUserId = user.Id, CreatedAt = time.Now(),
        };
        rows.Add(row, wanted.Files.Files);
        return row;
    }
}
