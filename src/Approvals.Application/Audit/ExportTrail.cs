using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;

namespace Approvals.Application.Audit;

/// <summary>Keeps who took rows about people out as a file, by which filters, and how many.</summary>
public sealed class ExportTrail(AuditLog audit, WriteTransaction transaction)
{
    /// <summary>Audits an export that succeeded; what was searched for is kept as being searched for, not as its text.</summary>
    internal async Task<Result<Page<T>>> KeepAsync<T>(Result<Page<T>> found, string list, object filters, CurrentUser user, CancellationToken cancellationToken)
    {
        if (found.IsSuccess)
        {
            audit.Add(user.Id, "lists.exported", "list", list, JsonSerializer.Serialize(new { rows = found.Value.Items.Count, filters }, JsonSerializerOptions.Web));
            await transaction.CommitAsync(cancellationToken);
        }

        return found;
    }
}
