using System.Text;
using Approvals.Application.Audit;
using Approvals.Application.Cards;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.SignIn;
using Approvals.Web.Hosting;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace Approvals.Web.Accounts;

/// <summary>The second factor: six digits of an authenticator (TOTP), and recovery codes.</summary>
internal static class TwoFactorEndpoints
{
    private const int RecoveryCodes = 10;

    public static void Map(IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account/two-factor").WithTags("Account").RequireRateLimiting(RateLimits.SignIn);
        account.MapGet("/", SetUp);
        account.MapPost("/", Enable);
    }

    /// <summary>What an authenticator needs to know.</summary>
    private static async Task<Results<Ok<TwoFactorSetupDto>, ErrorResult>> SetUp(
        HttpContext http, UserManager<User> users, SignInManager<User> signIn, MessageCatalog texts)
    {
        if (await users.GetUserAsync(http.User) is not { } user)
        {
            return new ErrorResult(Failures.SignInFirst);
        }

        if (user.TwoFactorEnabled)
        {
            return TypedResults.Ok(new TwoFactorSetupDto(true, "", "", ""));
        }

        if (await users.GetAuthenticatorKeyAsync(user) is not { Length: > 0 } key)
        {
            await users.ResetAuthenticatorKeyAsync(user);
            key = (await users.GetAuthenticatorKeyAsync(user))!;

            // A new key changes the security stamp, which would end this very session.
            await signIn.RefreshSignInAsync(user);
        }

        var issuer = Uri.EscapeDataString(texts.Format("product.name", new Dictionary<string, string>(), http.Language()));
        var uri = $"otpauth://totp/{issuer}:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer={issuer}&digits=6";
        return TypedResults.Ok(new TwoFactorSetupDto(false, Grouped(key), uri, QrCode.Svg(uri)));
    }

    /// <summary>Turns the second factor on and shows the recovery codes once.</summary>
    private static async Task<Results<Ok<RecoveryCodesDto>, ErrorResult>> Enable(
        EnableTwoFactorRequest request, HttpContext http, UserManager<User> users, SignInManager<User> signIn, AuditLog audit, ApprovalsDbContext context)
    {
        if (await users.GetUserAsync(http.User) is not { } user)
        {
            return new ErrorResult(Failures.SignInFirst);
        }

        if (user.TwoFactorEnabled)
        {
            return new ErrorResult(new Error("account.twoFactorOn", ErrorKind.Conflict));
        }

        var provider = users.Options.Tokens.AuthenticatorTokenProvider;
        if (!await users.VerifyTwoFactorTokenAsync(user, provider, request.Code.Replace(" ", "", StringComparison.Ordinal)))
        {
            return new ErrorResult(new Error("account.wrongCode") { Fields = [new FieldError("code", "account.wrongCode")] });
        }

        audit.Add(user.Id, "account.twoFactorOn", "user", user.Id.ToString());
        if (await users.SetTwoFactorEnabledAsync(user, true) is { Succeeded: false } failed)
        {
            return new ErrorResult(PasswordRules.ErrorOf(failed));
        }

        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, RecoveryCodes);
        await context.SaveChangesAsync(http.RequestAborted);
        await signIn.RefreshSignInAsync(user);
        return TypedResults.Ok(new RecoveryCodesDto([.. codes!]));
    }

    private static string Grouped(string key)
    {
        var text = new StringBuilder();
        for (var at = 0; at < key.Length; at += 4)
        {
            text.Append(text.Length > 0 ? " " : "").Append(key.AsSpan(at, Math.Min(4, key.Length - at)));
        }

        return text.ToString().ToLowerInvariant();
    }
}
