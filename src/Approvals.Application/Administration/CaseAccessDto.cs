using Approvals.Application.Rights;

namespace Approvals.Application.Administration;

/// <summary>Why somebody reads a case, or why not.</summary>
/// <param name="Person">Who is asked about.</param>
/// <param name="CaseNumber">The case's number.</param>
/// <param name="ServiceName">Its service.</param>
/// <param name="RegionName">Its region.</param>
/// <param name="MayRead">Whether they read it now.</param>
/// <param name="Grounds">Each reason for which they do; empty where they do not.</param>
/// <param name="Assignments">Each of their assignments with what it does for reading this case.</param>
/// <param name="Limits">What holds whatever they have, such as a disabled account or the own case.</param>
public sealed record CaseAccessDto(
    string Person,
    string CaseNumber,
    string ServiceName,
    string RegionName,
    bool MayRead,
    IReadOnlyList<AccessGroundDto> Grounds,
    IReadOnlyList<AccessAssignmentDto> Assignments,
    IReadOnlyList<string> Limits);

/// <summary>A reason for which somebody reads a case.</summary>
/// <param name="Kind">What kind of reason it is.</param>
/// <param name="Text">The reason in words.</param>
/// <param name="Detail">What gave it: who granted the role and why, or since when the task is theirs; null where nothing more is to say.</param>
public sealed record AccessGroundDto(AccessKind Kind, string Text, string? Detail);

/// <summary>An assignment with what it does for reading a case.</summary>
/// <param name="Id">The assignment's id.</param>
/// <param name="Name">Role, region, organisation and service in words.</param>
/// <param name="Reach">What it does.</param>
/// <param name="Text">The same in words.</param>
public sealed record AccessAssignmentDto(string Id, string Name, GrantReach Reach, string Text);
