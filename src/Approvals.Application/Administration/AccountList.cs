using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Reads accounts, for those who manage them or their roles.</summary>
public sealed class AccountList(ApprovalsDbContext context, RoleNames names, TimeProvider clock)
{
    private const int PageSize = 20;

    /// <summary>A page of accounts by sign-in name, narrowed by a beginning of the name, the sign-in name or the mail address, or to the one with an id.</summary>
    public async Task<Result<Page<AccountDto>>> ListAsync(CurrentUser user, string? search, string? cursor, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.FindsPeople(user))
        {
            return Refusals.Forbidden;
        }

        var after = Cursor.Read<string>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var rows = await Matching(search?.Trim()).Where(u => after.Value == null || u.NormalizedUserName!.CompareTo(after.Value) > 0)
            .OrderBy(u => u.NormalizedUserName).Take(PageSize + 1).ToListAsync(cancellationToken);
        var described = (await DescribeAsync(rows, user.Language, cancellationToken)).Zip(rows).ToList();
        return Cursor.Cut(described, PageSize, row => row.First, row => row.Second.NormalizedUserName!);
    }

    /// <summary>One account, as lists show it.</summary>
    public async Task<AccountDto> DescribeAsync(User account, string language, CancellationToken cancellationToken) =>
        (await DescribeAsync([account], language, cancellationToken))[0];

    private IQueryable<User> Matching(string? search)
    {
        var users = context.Users.AsNoTracking();
        if (string.IsNullOrEmpty(search))
        {
            return users;
        }

        if (Guid.TryParse(search, out var id))
        {
            return users.Where(u => u.Id == id);
        }

        var normalized = search.ToUpperInvariant();
        return users.Where(u => u.NormalizedUserName!.StartsWith(normalized) || u.NormalizedEmail!.StartsWith(normalized) || u.DisplayName.StartsWith(search));
    }

    private async Task<IReadOnlyList<AccountDto>> DescribeAsync(IReadOnlyList<User> accounts, string language, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. accounts.Select(a => a.Id)];
        var roles = await names.OfAsync(ids, language, cancellationToken);
        var last = (await context.SignInAttempts.AsNoTracking()
            .Where(a => a.UserId != null && ids.Contains(a.UserId.Value) && a.Outcome == SignInOutcome.Succeeded)
            .GroupBy(a => a.UserId!.Value).Select(g => new { User = g.Key, At = g.Max(a => a.At) }).ToListAsync(cancellationToken))
            .ToDictionary(a => a.User, a => a.At);
        return
        [
            .. accounts.Select(a => new AccountDto(
                a.Id.ToString(),
                a.UserName!,
                a.DisplayName,
                a.Email,
                a.IsStaff ? UserKind.Staff : UserKind.Applicant,
                a.LockoutEnd > clock.GetUtcNow(),
                a.DisabledAt is not null,
                a.TwoFactorEnabled,
                last.TryGetValue(a.Id, out var at) ? at : null,
                [.. roles[a.Id]])),
        ];
    }
}
