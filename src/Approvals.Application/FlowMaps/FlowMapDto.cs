using Approvals.Application.CaseViews;
using Approvals.Workflows;

namespace Approvals.Application.FlowMaps;

/// <summary>The flow of a case as it is drawn, with where the case stands.</summary>
/// <param name="Nodes">The steps.</param>
/// <param name="Links">The ways between them.</param>
public sealed record FlowMapDto(IReadOnlyList<FlowNodeDto> Nodes, IReadOnlyList<FlowLinkDto> Links);

/// <summary>A step of the map.</summary>
/// <param name="Id">The activity's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What kind of step it is.</param>
/// <param name="X">The left edge.</param>
/// <param name="Y">The upper edge.</param>
/// <param name="Width">The width.</param>
/// <param name="Height">The height.</param>
/// <param name="Status">Where it stands: gone through, under way, or not reached.</param>
/// <param name="Since">Since when it is under way, or null.</param>
/// <param name="Holders">Who has it: names for staff, offices for others.</param>
public sealed record FlowNodeDto(
    string Id, string Name, ActivityKind Kind, int X, int Y, int Width, int Height, StepStatus Status, DateTimeOffset? Since, IReadOnlyList<string> Holders);

/// <summary>A way between two steps.</summary>
/// <param name="From">The step it leaves.</param>
/// <param name="To">The step it leads to.</param>
/// <param name="Label">On which outcome it is taken; null where there is only one.</param>
/// <param name="Taken">Whether the case went this way the last time.</param>
public sealed record FlowLinkDto(string From, string To, string? Label, bool Taken);
