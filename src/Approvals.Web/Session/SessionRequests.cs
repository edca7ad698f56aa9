using System.ComponentModel.DataAnnotations;
using Approvals.Web.Requests;

namespace Approvals.Web.Session;

/// <summary>Signs in with a password.</summary>
/// <param name="UserName">The sign-in name or the mail address.</param>
/// <param name="Password">The password.</param>
internal sealed record SignInRequest(
    [property: StringLength(200, MinimumLength = 1)] string UserName,
    [property: StringLength(200, MinimumLength = 1)] string Password) : IRequest;

/// <summary>The second factor.</summary>
/// <param name="Code">The six digits of the authenticator, or a recovery code.</param>
internal sealed record TwoFactorRequest([property: StringLength(40, MinimumLength = 6)] string Code) : IRequest;

/// <summary>Signs in as a demo person; Development only.</summary>
/// <param name="UserName">The demo person's sign-in name.</param>
internal sealed record DemoSignInRequest([property: StringLength(200, MinimumLength = 1)] string UserName) : IRequest;

/// <summary>The password once more, to see own values in full for five minutes.</summary>
/// <param name="Password">The password.</param>
internal sealed record ConfirmPasswordRequest([property: StringLength(200, MinimumLength = 1)] string Password) : IRequest;
