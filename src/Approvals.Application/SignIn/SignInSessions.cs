using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.SignIn;

/// <summary>A browser in which somebody is signed in.</summary>
/// <param name="Id">The session's id.</param>
/// <param name="StartedAt">When it began.</param>
/// <param name="LastSeenAt">When it was last used, to the quarter of an hour.</param>
/// <param name="Address">The network address it began from, or null.</param>
/// <param name="Agent">What the browser says of itself, or null.</param>
/// <param name="Current">Whether it is the one that asks.</param>
public sealed record OpenSessionDto(string Id, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, string? Address, string? Agent, bool Current);

/// <summary>
/// The sessions of accounts: listed and ended by their owners, and by right by others. A session is measured in real time, whatever
/// the demonstration clock shows.
/// </summary>
public sealed class SignInSessions(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit)
{
    /// <summary>How far the last use is behind at most: a session is not written at every request.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromMinutes(15);

    /// <summary>One not used for so long is not listed: its cookie, which lives half an hour unused, has run out.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private static readonly TimeProvider Real = TimeProvider.System;

    /// <summary>Begins a session.</summary>
    public async Task<Guid> OpenAsync(Guid id, Guid user, string? address, string? agent, CancellationToken cancellationToken)
    {
        var now = Real.Now();
        context.SignInSessions.Add(new SignInSession { Id = id, UserId = user, StartedAt = now, LastSeenAt = now, Address = address, Agent = agent });
        await transaction.CommitAsync(cancellationToken);
        return id;
    }

    /// <summary>Notes that a session is used, now and then.</summary>
    public async Task SeeAsync(SignInSession session, CancellationToken cancellationToken)
    {
        var now = Real.Now();
        if (now - session.LastSeenAt > Step)
        {
            await transaction.RunAsync(
                stop => context.SignInSessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now), stop), cancellationToken);
        }
    }

    /// <summary>Ends a session that lay unused for too long.</summary>
    public Task LapseAsync(Guid session, CancellationToken cancellationToken) => transaction.RunAsync(
        stop => context.SignInSessions.Where(s => s.Id == session && s.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, Real.Now()), stop),
        cancellationToken);

    /// <summary>One's own open sessions, latest first.</summary>
    public async Task<Result<IReadOnlyList<OpenSessionDto>>> OwnAsync(CurrentUser user, Guid? current, CancellationToken cancellationToken) =>
        Result<IReadOnlyList<OpenSessionDto>>.Success(await ListAsync(user.Id, current, cancellationToken));

    /// <summary>The open sessions of an account, for administrators and auditors.</summary>
    public async Task<Result<IReadOnlyList<OpenSessionDto>>> OfAsync(Guid account, CurrentUser user, Guid? current, CancellationToken cancellationToken) =>
        !AdministrationRights.SeesSignIns(user) ? Refusals.Forbidden
        : !await context.Users.AnyAsync(u => u.Id == account, cancellationToken) ? Refusals.NotFound
        : Result<IReadOnlyList<OpenSessionDto>>.Success(await ListAsync(account, current, cancellationToken));

    /// <summary>Ends one session of an account: one's own, or by an administrator of accounts.</summary>
    public async Task<Result<Unit>> EndAsync(Guid account, Guid session, CurrentUser by, CancellationToken cancellationToken) =>
        account != by.Id && !AdministrationRights.ManagesAccounts(by) ? Refusals.Forbidden
        : await EndAsync(account, by, s => s.Id == session, cancellationToken) is { IsSuccess: true, Value: 0 } ? Refusals.NotFound
        : Unit.Value;

    /// <summary>Ends all sessions of an account but the one that asks.</summary>
    public async Task<Result<Unit>> EndAllAsync(Guid account, Guid? current, CurrentUser by, CancellationToken cancellationToken) =>
        account != by.Id && !AdministrationRights.ManagesAccounts(by) ? Refusals.Forbidden
        : account != by.Id && !await context.Users.AnyAsync(u => u.Id == account, cancellationToken) ? Refusals.NotFound
        : (await EndAsync(account, by, s => s.Id != current, cancellationToken)).Map(_ => Unit.Value);

    private async Task<Result<int>> EndAsync(
        Guid account, CurrentUser by, System.Linq.Expressions.Expression<Func<SignInSession, bool>> which, CancellationToken cancellationToken)
    {
        var now = Real.Now();
        var ended = 0;
        await transaction.RunAsync(
            async stop =>
            {
                ended = await context.SignInSessions.Where(s => s.UserId == account && s.EndedAt == null).Where(which)
                    .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now).SetProperty(x => x.EndedByUserId, by.Id), stop);
                if (ended > 0)
                {
                    audit.Add(by.Id, "sessions.ended", "user", account.ToString(), $$"""{"count":{{ended}}}""");
                }
            },
            cancellationToken);
        return ended;
    }

    private async Task<IReadOnlyList<OpenSessionDto>> ListAsync(Guid account, Guid? current, CancellationToken cancellationToken)
    {
        var since = Real.Now() - Longest;
        var rows = await context.SignInSessions.AsNoTracking().Where(s => s.UserId == account && s.EndedAt == null && s.LastSeenAt > since)
            .OrderByDescending(s => s.LastSeenAt).ThenBy(s => s.Id).Take(100).ToListAsync(cancellationToken);
        return [.. rows.Select(s => new OpenSessionDto(s.Id.ToString(), s.StartedAt, s.LastSeenAt, s.Address, s.Agent, s.Id == current))];
    }
}
