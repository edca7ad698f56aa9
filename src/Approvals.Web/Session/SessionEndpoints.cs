using Approvals.Application.SignIn;
using Approvals.Web.Problems;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Approvals.Web.Session;

/// <summary>Signing in and out, and what the page needs to know about the session.</summary>
internal static class SessionEndpoints
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var session = api.MapGroup("/session").WithTags("Session");
        session.MapGet("/", Read);
        session.MapPost("/", SignIn);
        session.MapPost("/two-factor", EnterCode);
        session.MapPost("/demo", SignInAsDemo);
        session.MapPost("/confirm-password", ConfirmPassword);
        session.MapDelete("/", SignOut);
    }

    /// <summary>The session as it is; nobody signed in is no error.</summary>
    private static Task<Ok<SessionDto>> Read() => throw Later.It;

    /// <summary>Signs in; where a second factor is set up the answer says that its code is awaited.</summary>
    private static Task<Results<Ok<SessionDto>, ErrorResult>> SignIn(SignInRequest request) => throw Later.It;

    /// <summary>The code of the second factor after the password.</summary>
    private static Task<Results<Ok<SessionDto>, ErrorResult>> EnterCode(TwoFactorRequest request) => throw Later.It;

    /// <summary>Signs in as a demo person; there is no such address outside Development.</summary>
    private static Task<Results<Ok<SessionDto>, ErrorResult>> SignInAsDemo(DemoSignInRequest request) => throw Later.It;

    /// <summary>Confirms the password again: for five minutes own values are shown in full.</summary>
    private static Task<Results<NoContent, ErrorResult>> ConfirmPassword(ConfirmPasswordRequest request) => throw Later.It;

    /// <summary>Signs out.</summary>
    private static Task<Ok<SessionDto>> SignOut() => throw Later.It;
}
