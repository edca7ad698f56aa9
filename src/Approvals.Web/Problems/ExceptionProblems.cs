using Approvals.Application.Database;
using Approvals.Application.Rights;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Problems;

/// <summary>Turns what the framework throws at a bad request, and bugs, into problems; nothing of an exception reaches the caller.</summary>
internal sealed partial class ExceptionProblems(IDatabase database, ILogger<ExceptionProblems> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (httpContext.RequestAborted.IsCancellationRequested)
        {
            return true;
        }

        var error = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => Failures.TooLarge,
            BadHttpRequestException => Failures.Malformed,

            // Two requests met at one row: the first was saved, the second was not.
            DbUpdateConcurrencyException => Refusals.Stale,
            DbUpdateException update when database.IsUniqueViolation(update) => Refusals.Stale,
            _ => Failures.Unexpected,
        };
        if (error == Failures.Unexpected)
        {
            UnexpectedFailure(log, exception, httpContext.Request.Path);
        }

        await new ErrorResult(error).ExecuteAsync(httpContext);
        return true;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected failure at {Path}")]
    private static partial void UnexpectedFailure(ILogger log, Exception exception, string path);
}
