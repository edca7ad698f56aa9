using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>The messages on a case. Parties see staff as the office, never by name.</summary>
public sealed class CaseMessages(ApprovalsDbContext context, CaseWords words)
{
    /// <summary>The messages, oldest first.</summary>
    public async Task<IReadOnlyList<MessageDto>> ListAsync(Case row, CurrentUser user, CancellationToken cancellationToken)
    {
        var party = CaseRights.IsParty(user, row) && !CaseRights.MayReadByRole(user, row);
        var comments = await context.Comments.AsNoTracking()
            .Where(c => c.CaseId == row.Id && c.Text != null && (!party || c.Audience == CommentAudience.Everyone))
            .OrderBy(c => c.At).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        Guid[] authors = [.. comments.Select(c => c.AuthorUserId).Distinct()];
        var staff = await context.Users.AsNoTracking().Where(u => authors.Contains(u.Id) && u.IsStaff).Select(u => u.Id).ToListAsync(cancellationToken);
        return
        [
            .. comments.Select(c =>
            {
                var byStaff = staff.Contains(c.AuthorUserId);
                return new MessageDto(
                    c.Id.ToString(),
                    party && byStaff ? words.View("office", user.Language) : c.AuthorName,
                    byStaff ? UserKind.Staff : UserKind.Applicant,
                    c.At,
                    c.Text!,
                    c.AuthorUserId == user.Id);
            }),
        ];
    }
}
