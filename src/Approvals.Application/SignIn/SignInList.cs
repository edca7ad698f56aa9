using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.SignIn;

/// <summary>One attempt to sign in, or signing out.</summary>
/// <param name="At">When.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Address">The network address it came from, or null.</param>
/// <param name="Agent">What the browser says of itself, or null.</param>
public sealed record SignInDto(DateTimeOffset At, SignInOutcome Outcome, string? Address, string? Agent);

/// <summary>Reads when and from where somebody signed in or tried to: one's own, and by right others'.</summary>
public sealed class SignInList(ApprovalsDbContext context)
{
    private const int PageSize = 20;

    /// <summary>One's own, latest first.</summary>
    public Task<Result<Page<SignInDto>>> OwnAsync(string? cursor, CurrentUser user, CancellationToken cancellationToken) =>
        PageAsync(user.Id, cursor, cancellationToken);

    /// <summary>Those of an account, for administrators and auditors.</summary>
    public async Task<Result<Page<SignInDto>>> OfAsync(Guid account, string? cursor, CurrentUser user, CancellationToken cancellationToken) =>
        !AdministrationRights.SeesSignIns(user) ? Refusals.Forbidden
        : Cursor.Read<Place>(cursor).Error is { } wrong ? wrong
        : !await context.Users.AnyAsync(u => u.Id == account, cancellationToken) ? Refusals.NotFound
        : await PageAsync(account, cursor, cancellationToken);

    private async Task<Result<Page<SignInDto>>> PageAsync(Guid account, string? cursor, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Place>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var rows = context.SignInAttempts.AsNoTracking().Where(s => s.UserId == account);
        if (after.Value is { } last)
        {
            rows = rows.Where(s => s.At < last.At || (s.At == last.At && s.Id.CompareTo(last.Id) < 0));
        }

        var found = await rows.OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        return Cursor.Cut(found, PageSize, s => new SignInDto(s.At, s.Outcome, s.Address, s.Agent), s => new Place(s.At, s.Id));
    }

    private sealed record Place(DateTimeOffset At, Guid Id);
}
