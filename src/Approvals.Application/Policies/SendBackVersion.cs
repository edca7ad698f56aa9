using Approvals.Application.Rights;

namespace Approvals.Application.Policies;

/// <summary>Gives a submitted version back to its author, with the reason.</summary>
public sealed class SendBackVersion(VersionDesk desk)
{
    /// <param name="Version">The version.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Request(Guid Version, string Reason);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken) => !PolicyRights.Publishes(user)
        ? Refusals.Forbidden
        : await desk.RunAsync(request.Version, "policies.sentBack", user, request.Reason, row => Task.FromResult(Decide(row)), cancellationToken);

    internal static Error? Decide(ServiceVersion row)
    {
        if (VersionDesk.Unless(row, ServiceVersionState.Submitted) is { } wrong)
        {
            return wrong;
        }

        (row.State, row.SubmittedByUserId, row.SubmittedAt) = (ServiceVersionState.Draft, null, null);
        return null;
    }
}
