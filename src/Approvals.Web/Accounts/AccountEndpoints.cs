using Approvals.Application.ApiKeys;
using Approvals.Application.Audit;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.SignIn;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Web.Accounts;

/// <summary>An account in its owner's hands.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Account").RequireRateLimiting(RateLimits.SignIn);
        account.MapPost("/register", Register);
        account.MapPost("/confirm", Confirm);
        account.MapPost("/forgot", Forgot);
        account.MapPost("/reset", Reset);
    }

    /// <summary>Registers; the answer is the same whether or not the address is known, and a mail says the rest.</summary>
    private static Task<Results<NoContent, ErrorResult>> Register(RegisterRequest request, HttpContext http, RegisterAccount useCase) =>
        useCase.HandleAsync(
            new RegisterAccount.Request(request.Name, request.Email, request.UserName, request.Password, http.Language()), http.RequestAborted)
            .ToNoContent();

    /// <summary>Confirms the mail address.</summary>
    private static async Task<Results<NoContent, ErrorResult>> Confirm(ConfirmEmailRequest request, UserManager<User> users)
    {
        if (await FindAsync(users, request.UserId) is not { } user)
        {
            return new ErrorResult(new Error("account.token"));
        }

        var result = await users.ConfirmEmailAsync(user, request.Token);
        return result.Succeeded ? TypedResults.NoContent() : new ErrorResult(PasswordRules.ErrorOf(result));
    }

    /// <summary>Sends a mail to reset the password, if the address is known; the answer does not tell.</summary>
    private static async Task<Results<NoContent, ErrorResult>> Forgot(
        ForgotPasswordRequest request, HttpContext http, UserManager<User> users, AccountMails mails)
    {
        if (await users.FindByEmailAsync(request.Email) is { DisabledAt: null } user)
        {
            await mails.SendOnceAsync(AccountMails.Reset, user.Id, http.Language(), http.RequestAborted);
        }

        return TypedResults.NoContent();
    }

    /// <summary>Sets a new password; every session of the account ends, and every key of it is out of force.</summary>
    private static async Task<Results<NoContent, ErrorResult>> Reset(
        ResetPasswordRequest request, HttpContext http, UserManager<User> users, AuditLog audit, RevokeApiKey keys, ApprovalsDbContext context)
    {
        if (await FindAsync(users, request.UserId) is not { DisabledAt: null } user)
        {
            return new ErrorResult(new Error("account.token"));
        }

        // Saved with the new password, or not at all.
        await keys.AddAllAsync(user.Id, http.RequestAborted);
        var result = await users.ResetPasswordAsync(user, request.Token, request.Password);
        if (!result.Succeeded)
        {
            return new ErrorResult(PasswordRules.ErrorOf(result));
        }

        // The link was read from the mailbox: the address is confirmed, and a lock after failed attempts has served its end.
        user.EmailConfirmed = true;
        user.LockoutEnd = null;
        audit.Add(user.Id, "account.passwordReset", "user", user.Id.ToString(), address: http.Connection.RemoteIpAddress?.ToString());
        await users.UpdateAsync(user);
        await context.SaveChangesAsync(http.RequestAborted);
        return TypedResults.NoContent();
    }

    /// <summary>The account of a mail's link; what is no id at all is nobody's.</summary>
    private static async Task<User?> FindAsync(UserManager<User> users, string id) => Guid.TryParse(id, out _) ? await users.FindByIdAsync(id) : null;
}
