namespace Approvals.Web.Problems;

/// <summary>Failures of a request as such, before any use case has seen it.</summary>
internal static class Failures
{
    public static Error SignInFirst { get; } = new("request.signInFirst", ErrorKind.Forbidden);

    public static Error TwoFactorFirst { get; } = new("request.twoFactorFirst", ErrorKind.Forbidden);

    public static Error KeyRefused { get; } = new("signin.key", ErrorKind.Forbidden);

    public static Error ClosedToKeys { get; } = new("keys.closed", ErrorKind.Forbidden);

    public static Error ScopeMissing { get; } = new("keys.scopeMissing", ErrorKind.Forbidden);

    public static Error Antiforgery { get; } = new("request.antiforgery", ErrorKind.Forbidden);

    public static Error Malformed { get; } = new("request.malformed");

    public static Error TooLarge { get; } = new("request.tooLarge", ErrorKind.TooLarge);

    public static Error TooMany { get; } = new("request.tooMany", ErrorKind.TooMany);

    public static Error NotFound { get; } = new("request.notFound", ErrorKind.NotFound);

    public static Error MethodNotAllowed { get; } = new("request.methodNotAllowed", ErrorKind.NotFound);

    /// <summary>A bug or a broken machine: nothing was saved, and the log has the rest under the reference.</summary>
    public static Error Unexpected { get; } = new("request.unexpected", ErrorKind.Conflict);
}
