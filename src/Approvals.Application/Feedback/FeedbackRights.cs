using Approvals.Application.Cases;
using Approvals.Application.Regions;
using Approvals.Application.Rights;

namespace Approvals.Application.Feedback;

/// <summary>Who rates, who complains, and who answers: a lead of the region, never one about whose own work it is.</summary>
public static class FeedbackRights
{
    /// <summary>The assignments by which a user answers.</summary>
    public static IEnumerable<RoleGrant> Grants(CurrentUser user) => user.IsAdministrator ? [] : user.Roles.Where(g => g.Role == Roles.Lead);

    /// <summary>Whether the user answers ratings and complaints at all.</summary>
    public static bool Answers(CurrentUser user) => Grants(user).Any();

    /// <summary>Whether what was written reaches the user.</summary>
    public static bool MayRead(CurrentUser user, CaseFeedback row) =>
        row.ByUserId != user.Id && row.PersonId != user.PersonId
        && Grants(user).Any(g => RegionPath.Covers(g.RegionPath, row.RegionPath) && (g.Service is null || g.Service == row.ServiceCode));

    /// <summary>Whether a case may be rated: once it has ended, by whoever applied or filed it.</summary>
    public static Result<Unit> MayRate(CurrentUser user, Case row) =>
        !CaseRights.IsParty(user, row) ? Refusals.NotFound
        : row.FinishedAt is null ? new Error("feedback.notFinished", ErrorKind.Conflict)
        : Unit.Value;
}
