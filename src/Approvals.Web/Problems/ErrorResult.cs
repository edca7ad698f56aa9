using System.Diagnostics;
using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace Approvals.Web.Problems;

/// <summary>The one place where an <see cref="Error"/> becomes an HTTP answer.</summary>
internal sealed class ErrorResult(Error error) : IResult, IEndpointMetadataProvider
{
    private static readonly int[] Statuses =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity,
    ];

    public Error Error => error;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        foreach (var status in Statuses)
        {
            builder.Metadata.Add(new ProducesResponseTypeMetadata(status, typeof(ProblemDto), ["application/problem+json"]));
        }
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var texts = httpContext.RequestServices.GetRequiredService<MessageCatalog>();
        var problem = Describe(error, texts, httpContext.Language(), Reference(httpContext));
        httpContext.Response.StatusCode = problem.Status;
        await httpContext.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", httpContext.RequestAborted);
    }

    internal static ProblemDto Describe(Error error, MessageCatalog texts, string language, string reference)
    {
        var status = StatusOf(error);
        return new ProblemDto(
            $"urn:approvals:problem:{error.Code}",
            texts.Format($"problem.{status}", error.Data, language),
            status,
            texts.Format(error, language),
            error.Code,
            reference,
            [.. error.Fields.Select(f => new ProblemFieldDto(f.Path, f.Message?.In(language) ?? texts.Format(f.Code, f.Data, language)))],
            error.Data);
    }

    private static int StatusOf(Error error) => error.Kind switch
    {
        _ when error.Code == Failures.SignInFirst.Code || error.Code.StartsWith("signin.", StringComparison.Ordinal) => StatusCodes.Status401Unauthorized,
        _ when error.Code == Failures.Unexpected.Code => StatusCodes.Status500InternalServerError,
        ErrorKind.Invalid when error.Fields.Length > 0 => StatusCodes.Status422UnprocessableEntity,
        ErrorKind.Invalid => StatusCodes.Status400BadRequest,
        ErrorKind.NotFound => StatusCodes.Status404NotFound,
        ErrorKind.Forbidden => StatusCodes.Status403Forbidden,
        ErrorKind.Conflict => StatusCodes.Status409Conflict,
        ErrorKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        ErrorKind.TooMany => StatusCodes.Status429TooManyRequests,
        _ => throw new UnreachableException($"No status for {error.Kind}."),
    };

    private static string Reference(HttpContext context) =>
        Activity.Current?.TraceId.ToString() is { Length: > 0 } trace ? trace[..16] : context.TraceIdentifier;
}
