using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.SignIn;

/// <summary>
/// Registers an applicant, who may sign in once the address is confirmed. Whether an address is known already is told to its
/// owner by mail, never to whoever asks.
/// </summary>
public sealed class RegisterAccount(
    ApprovalsDbContext context, UserManager<User> users, PersonRegister register, AccountMails mails, AuditLog audit, IIdSource ids, TimeProvider clock)
{
    /// <summary>Who registers.</summary>
    public sealed record Request(string Name, string Email, string UserName, string Password, string Language);

    public async Task<Result<Unit>> HandleAsync(Request request, CancellationToken cancellationToken)
    {
        if (await users.FindByNameAsync(request.UserName) is not null)
        {
            return new Error("account.userNameTaken", ErrorKind.Conflict) { Fields = [new FieldError("userName", "account.userNameTaken")] };
        }

        if (await users.FindByEmailAsync(request.Email) is { } known)
        {
            await mails.SendOnceAsync(AccountMails.Reset, known.Id, request.Language, cancellationToken);
            return Unit.Value;
        }

        var user = new User
        {
            Id = ids.Next(), UserName = request.UserName, Email = request.Email, DisplayName = request.Name,
            Language = request.Language, CreatedAt = clock.GetUtcNow(), LockoutEnabled = true,
        };
        if (await PasswordRules.CheckAsync(users, user, request.Password) is { } wrong)
        {
            return wrong;
        }

        await AddAsync(user, request, cancellationToken);
        var created = await users.CreateAsync(user, request.Password);
        return created.Succeeded ? Unit.Value : PasswordRules.ErrorOf(created);
    }

    /// <summary>Everything that belongs to the account is written with it, by the user store's one save.</summary>
    private async Task AddAsync(User user, Request request, CancellationToken cancellationToken)
    {
        var person = await register.AddAsync(new PersonDetails(request.Name) { Email = request.Email }, clock.GetUtcNow(), cancellationToken);
        user.PersonId = person.Id;
        var top = await context.Regions.AsNoTracking().Where(r => r.ParentCode == null).OrderBy(r => r.Code).FirstAsync(cancellationToken);
        context.RoleAssignments.Add(new RoleAssignment
        {
            Id = ids.Next(), UserId = user.Id, Role = Roles.Applicant, RegionCode = top.Code, RegionPath = RegionPath.Of("", top.Code),
            ValidFrom = clock.GetUtcNow(),
        });
        mails.Add(AccountMails.Confirm, user.Id, request.Language);
        audit.Add(user.Id, "account.registered", "user", user.Id.ToString());
    }
}

/// <summary>What Identity says about a password, in our words.</summary>
public static class PasswordRules
{
    /// <summary>The first thing wrong with a password, or null.</summary>
    public static async Task<Error?> CheckAsync(UserManager<User> users, User user, string password)
    {
        foreach (var rule in users.PasswordValidators)
        {
            if (await rule.ValidateAsync(users, user, password) is { Succeeded: false } result)
            {
                return ErrorOf(result);
            }
        }

        return null;
    }

    /// <summary>The error of a refusal.</summary>
    public static Error ErrorOf(IdentityResult result) =>
        result.Errors.Any(e => e.Code.StartsWith("Password", StringComparison.Ordinal))
            ? new Error("account.password") { Fields = [new FieldError("password", "account.password")] }
            : result.Errors.Any(e => e.Code.Contains("Token", StringComparison.Ordinal)) ? new Error("account.token")
            : result.Errors.Any(e => e.Code.StartsWith("Duplicate", StringComparison.Ordinal)) ? new Error("account.taken", ErrorKind.Conflict)
            : result.Errors.Any(e => e.Code == nameof(IdentityErrorDescriber.ConcurrencyFailure)) ? Refusals.Stale
            : new Error("account.wrong");
}
