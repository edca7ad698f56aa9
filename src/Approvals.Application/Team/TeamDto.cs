using Approvals.Application.Limits;
using Approvals.Application.Paging;

namespace Approvals.Application.Team;

/// <summary>A lead's people with what each has, and what lies in the queues.</summary>
/// <param name="People">The people.</param>
/// <param name="Queue">What nobody has taken.</param>
/// <param name="Offices">The offices led, as role, place and service say.</param>
public sealed record TeamDto(IReadOnlyList<TeamPersonDto> People, TeamLoadDto Queue, IReadOnlyList<string> Offices);

/// <summary>How much somebody has.</summary>
/// <param name="Open">Open tasks.</param>
/// <param name="Overdue">Of these, overdue.</param>
/// <param name="Soon">Of these, due within little time.</param>
public sealed record TeamLoadDto(CountDto Open, int Overdue, int Soon);

/// <summary>One of the people.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The name.</param>
/// <param name="Roles">Their roles in words.</param>
/// <param name="Left">Whether they hold no role here any more, or their account is disabled.</param>
/// <param name="Load">How much they have.</param>
/// <param name="Done">Tasks finished within thirty days.</param>
/// <param name="Substitute">Who acts for them today, or null.</param>
public sealed record TeamPersonDto(string Id, string Name, string Roles, bool Left, TeamLoadDto Load, int Done, string? Substitute);

/// <summary>A task a lead may hand on.</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Etag">Its version.</param>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="StepName">The step.</param>
/// <param name="Owner">Who has it, or null.</param>
/// <param name="OwnerName">Their name, or null.</param>
/// <param name="Due">Its limit.</param>
/// <param name="DueOn">The last day, or null.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="HasQueue">Whether it can go back to a queue.</param>
/// <param name="MayUrge">Whether the lead may ask whoever has it to hurry.</param>
/// <param name="UrgedToday">Whether today's urging is used.</param>
public sealed record TeamTaskDto(
    string TaskId, string Etag, string CaseId, string Number, string ServiceName, string StepName, string? Owner, string? OwnerName, DueDto Due, DateOnly? DueOn,
    DateTimeOffset ReceivedAt, bool HasQueue, bool MayUrge, bool UrgedToday);
