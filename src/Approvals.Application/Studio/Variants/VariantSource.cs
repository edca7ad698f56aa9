using Approvals.Application.Database;
using Approvals.Application.Policies;
using Approvals.Domain.Studio;
using Approvals.Domain.Studio.Variants;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Variants;

/// <summary>The files that a new variant begins with: those of its base, and what it inherits from.</summary>
public sealed class VariantSource(ApprovalsDbContext context)
{
    /// <param name="version">The version to inherit from; its files must change no more.</param>
    /// <param name="region">The code of the region.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<Result<DraftFiles>> BeginAsync(Guid version, string? region, CancellationToken cancellationToken)
    {
        var row = await context.ServiceVersions.AsNoTracking().SingleOrDefaultAsync(v => v.Id == version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        if (row.State is not (ServiceVersionState.Published or ServiceVersionState.Retired))
        {
            return new Error("studio.variant.basePublished", ErrorKind.Conflict);
        }

        return region is not null && await context.Regions.AnyAsync(r => r.Code == region, cancellationToken)
            ? Variant.Begin(DraftFiles.Of(await PackageRows.FilesAsync(context, row.Id, cancellationToken)), row.ServiceCode, row.Number, region)
            : new Error("studio.variant.region") { Fields = [new FieldError("region", "studio.variant.region")] };
    }
}
