using Approvals.Application.Migration;
using Approvals.Application.Rights;

namespace Approvals.Application.Policies;

/// <summary>What somebody may do with a version.</summary>
public enum VersionAct
{
    /// <summary>Hand it to whoever publishes.</summary>
    Submit,

    /// <summary>Throw it away.</summary>
    Discard,

    /// <summary>Give it back to its author.</summary>
    SendBack,

    /// <summary>Put it in force from a day on.</summary>
    Publish,

    /// <summary>Take it back before its day.</summary>
    Recall,

    /// <summary>Put it away.</summary>
    Retire,

    /// <summary>Carry out what its author planned for cases under way.</summary>
    Migrate,
}

/// <summary>Which acts are open to a user now; each act decides for itself once more.</summary>
internal static class VersionActs
{
    internal static IReadOnlyList<VersionAct> Of(ServiceVersion row, CurrentUser user, bool inForce, bool hasCases, MovingPlanDto? plan, DateOnly today) =>
        [.. OfState(row, user, inForce, hasCases, today), .. Moves(row, user, plan, today) ? (VersionAct[])[VersionAct.Migrate] : []];

    private static bool Moves(ServiceVersion row, CurrentUser user, MovingPlanDto? plan, DateOnly today) =>
        plan is { Begun: false } && row.State == ServiceVersionState.Published && row.EffectiveFrom <= today && PolicyRights.Migrates(user);

    private static VersionAct[] OfState(ServiceVersion row, CurrentUser user, bool inForce, bool hasCases, DateOnly today)
    {
        var (edits, publishes) = (PolicyRights.Edits(user), PolicyRights.Publishes(user));
        return row.State switch
        {
            ServiceVersionState.Draft when edits => [VersionAct.Submit, VersionAct.Discard],
            ServiceVersionState.Submitted when publishes && PublishVersion.Decide(row, today, user, today) is null => [VersionAct.Publish, VersionAct.SendBack],
            ServiceVersionState.Submitted when publishes => [VersionAct.SendBack],
            ServiceVersionState.Published when publishes && RecallVersion.Decide(row, hasCases, today) is null => [VersionAct.Recall],
            ServiceVersionState.Published when publishes && row.EffectiveFrom <= today && !inForce => [VersionAct.Retire],
            _ => [],
        };
    }
}
