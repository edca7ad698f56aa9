using System.Data.Common;
using System.Globalization;

namespace Approvals.Application.Jobs;

/// <summary>What broke a run, in words an operator can act on.</summary>
public static class JobBreaks
{
    /// <summary>The error of an exception; its message stays in the log, as it may name people.</summary>
    public static Error Of(Exception exception) => exception switch
    {
        JobException failure => failure.Error,
        _ when Chain(exception).OfType<DbException>().Any() => new Error("jobs.database", ErrorKind.Conflict).With("type", Root(exception)),
        _ when Chain(exception).Any(e => e is HttpRequestException or System.Net.Sockets.SocketException) => new Error("jobs.outside", ErrorKind.Conflict).With("type", Root(exception)),
        _ when Chain(exception).Any(e => e is IOException or UnauthorizedAccessException) => new Error("jobs.files", ErrorKind.Conflict).With("type", Root(exception)),
        TimeoutException => new Error("jobs.slow", ErrorKind.Conflict),
        _ => new Error("jobs.unexpected", ErrorKind.Conflict).With("type", Root(exception)),
    };

    /// <summary>How many things a second, since an attempt began.</summary>
    public static decimal PerSecond(long done, TimeSpan span) =>
        span <= TimeSpan.Zero || done <= 0 ? 0 : decimal.Round(done / (decimal)span.TotalSeconds, span.TotalSeconds < 10 ? 1 : 2);

    /// <summary>A count as every language writes it.</summary>
    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static string Root(Exception exception) => Chain(exception).Last().GetType().Name;

    private static IEnumerable<Exception> Chain(Exception exception)
    {
        for (Exception? each = exception; each is not null; each = each.InnerException)
        {
            yield return each;
        }
    }
}

/// <summary>A job cannot go on, for a reason that it can name.</summary>
/// <param name="error">The reason: ids and codes, never personal data.</param>
public sealed class JobException(Error error) : Exception(error.Code)
{
    /// <summary>The reason.</summary>
    public Error Error => error;
}
