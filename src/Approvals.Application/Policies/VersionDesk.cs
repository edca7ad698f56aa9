using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>The frame of every act on a version: find it, decide, commit with an audit entry, and say so when somebody was faster.</summary>
public sealed class VersionDesk(ApprovalsDbContext context, WriteTransaction transaction, ServiceCatalog catalog, AuditLog audit)
{
    /// <summary>Runs an act.</summary>
    /// <param name="version">The version.</param>
    /// <param name="action">Its name in the audit.</param>
    /// <param name="user">Who acts.</param>
    /// <param name="reason">Why, where one is given.</param>
    /// <param name="decide">Changes the row, or refuses.</param>
    /// <param name="cancellationToken">Stops before the commit.</param>
    internal async Task<Result<Unit>> RunAsync(
        Guid version, string action, CurrentUser user, string? reason, Func<ServiceVersion, Task<Error?>> decide, CancellationToken cancellationToken)
    {
        var row = await context.ServiceVersions.SingleOrDefaultAsync(v => v.Id == version && v.ServiceCode != ServiceVersion.SharedCode, cancellationToken);
        if (row is null)
        {
            return new Error("policies.unknownVersion", ErrorKind.NotFound);
        }

        if (await decide(row) is { } refused)
        {
            return refused;
        }

        var said = new { service = row.ServiceCode, number = row.Number, hash = row.Hash, effectiveFrom = row.EffectiveFrom, proposedFrom = row.ProposedFrom, reason };
        audit.Add(user.Id, action, "serviceVersion", row.Id.ToString(), JsonSerializer.Serialize(said, JsonSerializerOptions.Web));
        if (await transaction.CommitAsync(cancellationToken) != CommitOutcome.Committed)
        {
            return new Error("policies.versionChanged", ErrorKind.Conflict);
        }

        catalog.Forget();
        return Unit.Value;
    }

    /// <summary>The error of a version that is not in the state an act is for.</summary>
    internal static Error? Unless(ServiceVersion row, ServiceVersionState state) => row.State == state
        ? null
        : new Error($"policies.not{state}", ErrorKind.Conflict).With("number", $"{row.Number}");
}
