namespace Approvals.Application.Rights;

/// <summary>Who changes policy: editors write, a second person publishes, operators move running cases.</summary>
public static class PolicyRights
{
    /// <summary>Makes drafts and submits them.</summary>
    public static bool Edits(CurrentUser user) => user.Has(Roles.PolicyEditor);

    /// <summary>Publishes what another submitted, recalls and retires versions.</summary>
    public static bool Publishes(CurrentUser user) => user.Has(Roles.PolicyApprover);

    /// <summary>Moves running cases to another version, and back.</summary>
    public static bool Migrates(CurrentUser user) => user.Has(Roles.Operator);

    /// <summary>Sees what moving running cases would do, and plans it.</summary>
    public static bool PlansMigration(CurrentUser user) => Migrates(user) || Replays(user);

    /// <summary>Runs past cases against another version.</summary>
    public static bool Replays(CurrentUser user) => Edits(user) || Publishes(user);
}
