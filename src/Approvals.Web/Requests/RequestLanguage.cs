namespace Approvals.Web;

/// <summary>The language a request asks for.</summary>
internal static class RequestLanguage
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>English when it is asked for first, else Chinese.</summary>
    public static string Language(this HttpContext context) =>
        context.Request.GetTypedHeaders().AcceptLanguage is { Count: > 0 } asked
        && asked.OrderByDescending(l => l.Quality ?? 1).First().Value.StartsWith(English, StringComparison.OrdinalIgnoreCase)
            ? English
            : Chinese;
}
