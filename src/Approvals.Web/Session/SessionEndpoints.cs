using System.Globalization;
using Approvals.Application.People;
using Approvals.Application.SignIn;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using IdentityResult = Microsoft.AspNetCore.Identity.SignInResult;

namespace Approvals.Web.Session;

/// <summary>Signing in and out, and what the page needs to know about the session.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api, IWebHostEnvironment environment)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapGet("/", Read);
        session.MapPost("/", SignIn).WithMetadata(new TakesVisitorsToken()).RequireRateLimiting(RateLimits.SignIn).GivesCookies(environment);
        session.MapPost("/two-factor", EnterCode).RequireRateLimiting(RateLimits.SignIn).GivesCookies(environment);
        session.MapPost("/confirm-password", ConfirmPassword).RequireRateLimiting(RateLimits.SignIn).GivesCookies(environment);
        session.MapDelete("/", SignOut);
        if (environment.IsDevelopment())
        {
            session.MapPost("/demo", SignInAsDemo).WithMetadata(new TakesVisitorsToken());
        }
    }

    /// <summary>The session as it is; nobody signed in is no error.</summary>
    private static async Task<Ok<SessionDto>> Read(HttpContext http, SessionDescription description) =>
        TypedResults.Ok(await description.DescribeAsync(http.WhoAsks(), false, http.RequestAborted));

    /// <summary>Signs in; where a second factor is set up the answer says that its code is awaited.</summary>
    private static async Task<Results<Ok<SessionDto>, ErrorResult>> SignIn(
        SignInRequest request, HttpContext http, SignInManager<User> signIn, SignInHistory history)
    {
        var users = signIn.UserManager;
        var user = await users.FindByNameAsync(request.UserName) ?? await users.FindByEmailAsync(request.UserName);
        if (user is null or { DisabledAt: not null })
        {
            // Who waits for the answer must not learn from the time it takes.
            users.PasswordHasher.HashPassword(new User(), request.Password);
            await history.KeepAsync(http, user?.Id, user is null ? SignInOutcome.UnknownUser : SignInOutcome.Disabled);
            return new ErrorResult(new Error("signin.wrong", ErrorKind.Forbidden));
        }

        var result = await signIn.PasswordSignInAsync(user, request.Password, isPersistent: false, lockoutOnFailure: true);
        await history.KeepAsync(http, user.Id, OutcomeOf(result, SignInOutcome.WrongPassword));
        return await IsToldAsync(users, user, result, request.Password) ? await AnswerAsync(http, user, result, "signin.wrong")
            : new ErrorResult(new Error("signin.wrong", ErrorKind.Forbidden));
    }

    /// <summary>
    /// Whether the answer may say how it stands with the account: that it is locked is told to nobody, as no other account could be; that its
    /// address was not confirmed to whoever knows its password.
    /// </summary>
    private static async Task<bool> IsToldAsync(UserManager<User> users, User user, IdentityResult result, string password)
    {
        if (result.IsLockedOut)
        {
            users.PasswordHasher.HashPassword(user, password);
            return false;
        }

        if (!result.IsNotAllowed || (!await users.IsLockedOutAsync(user) && await users.CheckPasswordAsync(user, password)))
        {
            return true;
        }

        await users.AccessFailedAsync(user);
        return false;
    }

    /// <summary>The code of the second factor after the password.</summary>
    private static async Task<Results<Ok<SessionDto>, ErrorResult>> EnterCode(
        TwoFactorRequest request, HttpContext http, SignInManager<User> signIn, SignInHistory history)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return new ErrorResult(new Error("signin.passwordFirst", ErrorKind.Forbidden));
        }

        var code = request.Code.Replace(" ", "", StringComparison.Ordinal);
        var result = code.Length == 6 && code.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(request.Code.Trim());
        await history.KeepAsync(http, user.Id, OutcomeOf(result, SignInOutcome.WrongSecondFactor));
        return await AnswerAsync(http, user, result, "signin.wrongCode");
    }

    /// <summary>Signs in as a demo person; there is no such address outside Development.</summary>
    private static async Task<Results<Ok<SessionDto>, ErrorResult>> SignInAsDemo(
        DemoSignInRequest request, HttpContext http, SignInManager<User> signIn, SignInHistory history)
    {
        if (await signIn.UserManager.FindByNameAsync(request.UserName) is not { IsDemo: true, DisabledAt: null } user)
        {
            return new ErrorResult(new Error("signin.noDemo", ErrorKind.NotFound));
        }

        await signIn.SignInAsync(user, isPersistent: false);
        await history.KeepAsync(http, user.Id, SignInOutcome.Succeeded);
        return await AnswerAsync(http, user, IdentityResult.Success, "signin.wrong");
    }

    /// <summary>Confirms the password again: for five minutes own values are shown in full.</summary>
    private static async Task<Results<NoContent, ErrorResult>> ConfirmPassword(
        ConfirmPasswordRequest request, HttpContext http, SignInManager<User> signIn, SignInHistory history, SessionClock clock)
    {
        if (await signIn.UserManager.GetUserAsync(http.User) is not { } user)
        {
            return new ErrorResult(Failures.SignInFirst);
        }

        var result = await signIn.CheckPasswordSignInAsync(user, request.Password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await history.KeepAsync(http, user.Id, OutcomeOf(result, SignInOutcome.WrongPassword));
            return new ErrorResult(new Error(result.IsLockedOut ? "signin.locked" : "signin.wrongPassword", ErrorKind.Forbidden));
        }

        var properties = new AuthenticationProperties
        {
            Items =
            {
                [TrackedSignIn.SessionItem] = http.WhoAsks().Session?.ToString(),
                [SessionReader.ConfirmedItem] = clock.Time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            },
        };
        await signIn.SignInAsync(user, properties);
        return TypedResults.NoContent();
    }

    /// <summary>Signs out.</summary>
    private static async Task<Ok<SessionDto>> SignOut(
        HttpContext http, SignInManager<User> signIn, SignInHistory history, SignInSessions sessions, SessionDescription description)
    {
        var session = http.WhoAsks();
        if (session.Account is { } account)
        {
            await signIn.SignOutAsync();
            if (session.Session is { } open)
            {
                await sessions.EndAsync(account.Id, open, session.User, http.RequestAborted);
            }

            await history.KeepAsync(http, account.Id, SignInOutcome.SignedOut);
        }

        var nobody = new SessionFeature(Application.Rights.CurrentUser.Anonymous with { Language = http.Language() }, null, false);
        http.User = new System.Security.Claims.ClaimsPrincipal(new System.Security.Claims.ClaimsIdentity());
        AntiforgeryToken.Give(http);
        return TypedResults.Ok(await description.DescribeAsync(nobody, false, http.RequestAborted));
    }

    private static async Task<Results<Ok<SessionDto>, ErrorResult>> AnswerAsync(HttpContext http, User user, IdentityResult result, string wrong)
    {
        var description = http.RequestServices.GetRequiredService<SessionDescription>();
        if (result.RequiresTwoFactor)
        {
            return TypedResults.Ok(await description.DescribeAsync(http.WhoAsks(), true, http.RequestAborted));
        }

        if (!result.Succeeded)
        {
            return new ErrorResult(new Error(result.IsLockedOut ? "signin.locked" : result.IsNotAllowed ? "signin.confirmFirst" : wrong, ErrorKind.Forbidden));
        }

        var factory = http.RequestServices.GetRequiredService<IUserClaimsPrincipalFactory<User>>();
        http.User = await factory.CreateAsync(user);
        AntiforgeryToken.Give(http);
        var session = await http.RequestServices.GetRequiredService<SessionReader>().OfAsync(user, http);
        return TypedResults.Ok(await description.DescribeAsync(session, false, http.RequestAborted));
    }

    private static SignInOutcome OutcomeOf(IdentityResult result, SignInOutcome wrong) =>
        result.Succeeded ? SignInOutcome.Succeeded
        : result.RequiresTwoFactor ? SignInOutcome.SecondFactorNeeded
        : result.IsLockedOut ? SignInOutcome.LockedOut
        : wrong;
}
