using System.ComponentModel.DataAnnotations;
using Approvals.Web.Requests;

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

/// <summary>Changes the own password while signed in.</summary>
/// <param name="Current">The password so far.</param>
/// <param name="Password">The new one: at least ten characters.</param>
internal sealed record ChangePasswordRequest(
    [property: StringLength(128, MinimumLength = 1)] string Current,
    [property: StringLength(128, MinimumLength = 10)] string Password) : IRequest;

/// <summary>Turns the second factor on.</summary>
/// <param name="Code">Six digits of the authenticator.</param>
internal sealed record EnableTwoFactorRequest([property: StringLength(10, MinimumLength = 6)] string Code) : IRequest;

