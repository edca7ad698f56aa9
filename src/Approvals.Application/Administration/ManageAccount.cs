using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Application.Administration;

/// <summary>What a system administrator does with accounts; each act leaves an audit entry in the same write.</summary>
public sealed class ManageAccount(
    ApprovalsDbContext context, UserManager<User> users, AccountMails mails, AuditLog audit, AccountList accounts, LastAdministrators administrators, IIdSource ids,
    TimeProvider clock)
{
    /// <summary>A new account.</summary>
    public sealed record NewAccount(string UserName, string Name, string Email, bool IsStaff);

    /// <summary>What is changed on an account.</summary>
    public sealed record Change(string Name, string Email, bool Disabled);

    /// <summary>Makes an account without a password; a mail lets its owner set one.</summary>
    public async Task<Result<AccountDto>> CreateAsync(NewAccount request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.ManagesAccounts(by))
        {
            return Refusals.Forbidden;
        }

        var user = new User
        {
            Id = ids.Next(), UserName = request.UserName, Email = request.Email, DisplayName = request.Name,
            IsStaff = request.IsStaff, LockoutEnabled = true, CreatedAt = clock.GetUtcNow(),
        };
        mails.Add(AccountMails.Reset, user.Id, by.Language);
        audit.Add(by.Id, "account.created", "user", user.Id.ToString());
        var created = await users.CreateAsync(user);
        return created.Succeeded ? await accounts.DescribeAsync(user, by.Language, cancellationToken) : PasswordRules.ErrorOf(created);
    }

    /// <summary>Changes name and mail address, disables or enables; a disabled account's sessions end at once.</summary>
    public async Task<Result<AccountDto>> ChangeAsync(Guid id, Change request, CurrentUser by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, by) is not { } user)
        {
            return Refusal(by);
        }

        if (id == by.Id && request.Disabled)
        {
            return new Error("account.ownAccount", ErrorKind.Conflict);
        }

        if (request.Disabled && user.DisabledAt is null && await LastAsync(id, cancellationToken) is { } last)
        {
            return last;
        }

        (user.DisplayName, user.Email) = (request.Name, request.Email);
        user.DisabledAt = request.Disabled ? user.DisabledAt ?? clock.GetUtcNow() : null;
        audit.Add(by.Id, request.Disabled ? "account.disabled" : "account.changed", "user", id.ToString());
        var changed = await users.UpdateAsync(user);
        return changed.Succeeded ? await accounts.DescribeAsync(user, by.Language, cancellationToken) : PasswordRules.ErrorOf(changed);
    }

    /// <summary>Lets an account try again after failed sign-ins.</summary>
    public async Task<Result<Unit>> UnlockAsync(Guid id, CurrentUser by)
    {
        if (await FindAsync(id, by) is not { } user)
        {
            return Refusal(by);
        }

        user.LockoutEnd = null;
        user.AccessFailedCount = 0;
        audit.Add(by.Id, "account.unlocked", "user", id.ToString());
        await users.UpdateAsync(user);
        return Unit.Value;
    }

    /// <summary>Takes the second factor away and ends the account's sessions; its owner sets up a new one at the next sign-in.</summary>
    public async Task<Result<Unit>> ResetTwoFactorAsync(Guid id, CurrentUser by)
    {
        if (await FindAsync(id, by) is not { } user)
        {
            return Refusal(by);
        }

        audit.Add(by.Id, "account.twoFactorReset", "user", id.ToString());
        await users.SetTwoFactorEnabledAsync(user, false);
        await users.ResetAuthenticatorKeyAsync(user);
        mails.Add(AccountMails.TwoFactor, user.Id, user.Language);
        await context.SaveChangesAsync();
        return Unit.Value;
    }

    /// <summary>The error when an administrator's role would be left with nobody who can sign in.</summary>
    private async Task<Error?> LastAsync(Guid account, CancellationToken cancellationToken)
    {
        foreach (var role in await administrators.HeldAsync(account, cancellationToken))
        {
            if (await administrators.KeepOneAsync(role, null, account, cancellationToken) is { } refused)
            {
                return refused;
            }
        }

        return null;
    }

    private static Error Refusal(CurrentUser by) => AdministrationRights.ManagesAccounts(by) ? Refusals.NotFound : Refusals.Forbidden;

    private async Task<User?> FindAsync(Guid id, CurrentUser by) =>
        AdministrationRights.ManagesAccounts(by) ? await users.FindByIdAsync(id.ToString()) : null;
}
