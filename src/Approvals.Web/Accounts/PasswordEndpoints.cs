using Approvals.Application.People;
using Approvals.Application.SignIn;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Approvals.Web.Session;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Web.Accounts;

/// <summary>The own password, changed by whoever is signed in.</summary>
internal static class PasswordEndpoints
{
    public static void Map(IEndpointRouteBuilder api, IWebHostEnvironment environment) =>
        api.MapPost("/account/password", Change).WithTags("Account").RequireRateLimiting(RateLimits.SignIn).GivesCookies(environment);

    /// <summary>Changes the password: every other session of the account ends, and every key of it is out of force.</summary>
    private static async Task<Results<NoContent, ErrorResult>> Change(
        ChangePasswordRequest request, HttpContext http, SignInManager<User> signIn, SignInHistory history, ChangePassword change)
    {
        if (await signIn.UserManager.GetUserAsync(http.User) is not { } user)
        {
            return new ErrorResult(Failures.SignInFirst);
        }

        // Counts as an attempt to sign in: who sits down at an open browser guesses no more often than anybody else.
        var known = await signIn.CheckPasswordSignInAsync(user, request.Current, lockoutOnFailure: true);
        if (!known.Succeeded)
        {
            await history.KeepAsync(http, user.Id, known.IsLockedOut ? SignInOutcome.LockedOut : SignInOutcome.WrongPassword);
            return new ErrorResult(known.IsLockedOut
                ? new Error("signin.locked", ErrorKind.Forbidden)
                : new Error("signin.wrongPassword", ErrorKind.Forbidden) { Fields = [new FieldError("current", "signin.wrongPassword")] });
        }

        var session = http.WhoAsks();
        var changed = await change.HandleAsync(
            user, request.Current, request.Password, session.Session, session.User, http.Connection.RemoteIpAddress?.ToString(), http.RequestAborted);
        if (!changed.IsSuccess)
        {
            return new ErrorResult(changed.Error);
        }

        // The cookie named the old password's stamp.
        await signIn.SignInAsync(user, new AuthenticationProperties { Items = { [TrackedSignIn.SessionItem] = session.Session?.ToString() } });
        return TypedResults.NoContent();
    }
}
