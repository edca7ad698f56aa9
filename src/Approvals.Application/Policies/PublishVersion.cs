using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Policies;

/// <summary>
/// Puts a submitted version in force from a day on: a second person, never whoever wrote or submitted it; never for a day that is past;
/// and only when the whole check passes.
/// </summary>
public sealed class PublishVersion(VersionDesk desk, CheckVersion check, CalendarInForce calendar, TimeProvider time)
{
    /// <param name="Version">The version.</param>
    /// <param name="EffectiveFrom">The first day on which submissions are bound to it.</param>
    /// <param name="Hash">The hash of the files as whoever publishes read and checked them.</param>
    public sealed record Request(Guid Version, DateOnly EffectiveFrom, string Hash);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Publishes(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(request.Version, "policies.published", user, null, row => PublishAsync(row, request, user, cancellationToken), cancellationToken);

    /// <summary>Whether the act is allowed at all, before the check is run.</summary>
    internal static Error? Decide(ServiceVersion row, DateOnly effectiveFrom, CurrentUser user, DateOnly today) =>
        VersionDesk.Unless(row, ServiceVersionState.Submitted)
        ?? (row.CreatedByUserId == user.Id || row.SubmittedByUserId == user.Id ? new Error("policies.ownVersion", ErrorKind.Forbidden)
            : effectiveFrom < today ? new Error("policies.pastDay") { Fields = [new FieldError("effectiveFrom", "policies.pastDay")] }
            : null);

    private async Task<Error?> PublishAsync(ServiceVersion row, Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (Decide(row, request.EffectiveFrom, user, calendar.Today(time)) is { } refused)
        {
            return refused;
        }

        if (row.Hash != request.Hash)
        {
            return new Error("policies.versionChanged", ErrorKind.Conflict);
        }

        if ((await check.RunAsync(row, user.Language, cancellationToken)).Refusal is { } unsound)
        {
            return unsound;
        }

        // The check takes its time: a day that has passed meanwhile is past.
        if (request.EffectiveFrom < calendar.Today(time))
        {
            return new Error("policies.pastDay");
        }

        (row.State, row.EffectiveFrom, row.PublishedByUserId, row.PublishedAt) = (ServiceVersionState.Published, request.EffectiveFrom, user.Id, time.Now());
        return null;
    }
}
