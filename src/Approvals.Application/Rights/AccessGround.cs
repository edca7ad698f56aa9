using Approvals.Application.Tasks;

namespace Approvals.Application.Rights;

/// <summary>The kinds of reasons for which somebody reads a case.</summary>
public enum AccessKind
{
    /// <summary>It is the own case: applied for, or the application of the own person.</summary>
    Own,

    /// <summary>The user filed it for somebody else.</summary>
    Filed,

    /// <summary>The user is an agent of the employer the case names.</summary>
    Agent,

    /// <summary>A role whose holders read the cases of their region and service.</summary>
    Role,

    /// <summary>A task of the case is given to the user, or was taken by them.</summary>
    Holds,

    /// <summary>The user did a task of the case.</summary>
    Did,

    /// <summary>A task of the case is or was offered to the user.</summary>
    Offered,

    /// <summary>The user stands in for somebody who has a task of the case.</summary>
    StandsIn,

    /// <summary>The case was copied to the user and runs still.</summary>
    Copy,
}

/// <summary>One reason for which somebody reads a case. Whoever has none does not read it: every check asks for these.</summary>
/// <param name="Kind">What kind of reason it is.</param>
public sealed record AccessGround(AccessKind Kind)
{
    /// <summary>The assignment it rests on, where it rests on one.</summary>
    public RoleGrant? Grant { get; init; }

    /// <summary>The task it rests on, where it rests on one.</summary>
    public TaskItem? Task { get; init; }

    /// <summary>For whom the user acts, where that is the reason.</summary>
    public StandIn? StandIn { get; init; }
}

/// <summary>What an assignment does for reading a case: it lets, or one thing is in the way.</summary>
public enum GrantReach
{
    /// <summary>It lets its holder read the case.</summary>
    Reads,

    /// <summary>Administrators read no cases, whatever else they hold.</summary>
    Administrator,

    /// <summary>Holders of the role read no cases by it.</summary>
    ReadsNoCases,

    /// <summary>The case lies outside of its region.</summary>
    OtherRegion,

    /// <summary>It is for another service.</summary>
    OtherService,
}
