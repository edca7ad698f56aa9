using System.ComponentModel.DataAnnotations;
using Approvals.Application.SignIn;
using Approvals.Web.Problems;
using Approvals.Web.Requests;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Accounts;

/// <summary>Registers an applicant.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Email">The mail address the confirmation goes to.</param>
/// <param name="UserName">The wanted sign-in name: letters, digits, dot, hyphen, underscore.</param>
/// <param name="Password">At least ten characters.</param>
internal sealed record RegisterRequest(
    [property: StringLength(100, MinimumLength = 1)] string Name,
    [property: StringLength(200, MinimumLength = 3), EmailAddress] string Email,
    [property: StringLength(64, MinimumLength = 3), RegularExpression("[A-Za-z0-9._-]+")] string UserName,
    [property: StringLength(128, MinimumLength = 10)] string Password) : IRequest;

/// <summary>Confirms a mail address.</summary>
/// <param name="UserId">The account, from the mail.</param>
/// <param name="Token">The token, from the mail.</param>
internal sealed record ConfirmEmailRequest(
    [property: StringLength(64, MinimumLength = 1)] string UserId,
    [property: StringLength(2000, MinimumLength = 1)] string Token) : IRequest;

/// <summary>Asks for a mail to reset the password.</summary>
/// <param name="Email">The mail address.</param>
internal sealed record ForgotPasswordRequest([property: StringLength(200, MinimumLength = 3), EmailAddress] string Email) : IRequest;

/// <summary>Sets a new password.</summary>
/// <param name="UserId">The account, from the mail.</param>
/// <param name="Token">The token, from the mail.</param>
/// <param name="Password">At least ten characters.</param>
internal sealed record ResetPasswordRequest(
    [property: StringLength(64, MinimumLength = 1)] string UserId,
    [property: StringLength(2000, MinimumLength = 1)] string Token,
    [property: StringLength(128, MinimumLength = 10)] string Password) : IRequest;

/// <summary>Turns the second factor on.</summary>
/// <param name="Code">Six digits of the authenticator.</param>
internal sealed record EnableTwoFactorRequest([property: StringLength(10, MinimumLength = 6)] string Code) : IRequest;

/// <summary>An account in its owner's hands.</summary>
internal static class AccountEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var account = api.MapGroup("/account").WithTags("Account");
        account.MapPost("/register", Register);
        account.MapPost("/confirm", Confirm);
        account.MapPost("/forgot", Forgot);
        account.MapPost("/reset", Reset);
        account.MapGet("/two-factor", SetUpTwoFactor);
        account.MapPost("/two-factor", EnableTwoFactor);
    }

    /// <summary>Registers; the answer is the same whether or not the address is known, and a mail says the rest.</summary>
    private static Task<Results<NoContent, ErrorResult>> Register(RegisterRequest request) => throw Later.It;

    /// <summary>Confirms the mail address.</summary>
    private static Task<Results<NoContent, ErrorResult>> Confirm(ConfirmEmailRequest request) => throw Later.It;

    /// <summary>Sends a mail to reset the password, if the address is known; the answer does not tell.</summary>
    private static Task<Results<NoContent, ErrorResult>> Forgot(ForgotPasswordRequest request) => throw Later.It;

    /// <summary>Sets a new password; every session of the account ends.</summary>
    private static Task<Results<NoContent, ErrorResult>> Reset(ResetPasswordRequest request) => throw Later.It;

    /// <summary>What an authenticator needs to know.</summary>
    private static Task<Results<Ok<TwoFactorSetupDto>, ErrorResult>> SetUpTwoFactor() => throw Later.It;

    /// <summary>Turns the second factor on and shows the recovery codes once.</summary>
    private static Task<Results<Ok<RecoveryCodesDto>, ErrorResult>> EnableTwoFactor(EnableTwoFactorRequest request) => throw Later.It;
}
