using Approvals.Application.Database;
using Approvals.Application.Rights;

namespace Approvals.Application.Policies;

/// <summary>Hands a draft to whoever publishes; from now on its files stay as they are.</summary>
public sealed class SubmitVersion(VersionDesk desk, TimeProvider time)
{
    public async Task<Result<Unit>> HandleAsync(Guid version, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Edits(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(version, "policies.submitted", user, null, row => Task.FromResult(Decide(row, user, time.Now())), cancellationToken);

    internal static Error? Decide(ServiceVersion row, CurrentUser user, DateTimeOffset now)
    {
        if (VersionDesk.Unless(row, ServiceVersionState.Draft) is { } wrong)
        {
            return wrong;
        }

        (row.State, row.SubmittedByUserId, row.SubmittedAt) = (ServiceVersionState.Submitted, user.Id, now);
        return null;
    }
}
