using Approvals.Application.Limits;

namespace Approvals.Application.Incidents;

/// <summary>Where a case stands and where it may be moved.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Number">Its number.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Version">The service version's number.</param>
/// <param name="Etag">The version of its state; a move refers to it.</param>
/// <param name="Places">The places where it waits.</param>
public sealed record MovableCaseDto(string CaseId, string Number, string ServiceName, int Version, string Etag, IReadOnlyList<MovePlaceDto> Places);

/// <summary>A place where a case waits.</summary>
/// <param name="Execution">Its id in the state.</param>
/// <param name="Activity">The activity.</param>
/// <param name="Name">Its name.</param>
/// <param name="Incident">What stopped it there, or null.</param>
/// <param name="Targets">The steps it may be put at.</param>
public sealed record MovePlaceDto(string Execution, string Activity, string Name, string? Incident, IReadOnlyList<Paging.OptionDto> Targets);

/// <summary>What a move would do; nothing is changed.</summary>
/// <param name="Closes">The tasks that close.</param>
/// <param name="Opens">The tasks that open.</param>
/// <param name="Waits">Where the case waits afterwards.</param>
/// <param name="Sends">Letters and messages that go out at once.</param>
/// <param name="Incidents">What would stop it.</param>
/// <param name="CanEnd">Whether the case can still end from there; null where that could not be looked at in full.</param>
public sealed record MovePreviewDto(
    IReadOnlyList<MovedTaskDto> Closes, IReadOnlyList<MovedTaskDto> Opens, IReadOnlyList<string> Waits, int Sends, IReadOnlyList<string> Incidents, bool? CanEnd);

/// <summary>A task that a move closes or opens.</summary>
/// <param name="Name">Its step.</param>
/// <param name="Who">Who has it or may take it.</param>
/// <param name="Due">Its limit.</param>
public sealed record MovedTaskDto(string Name, string? Who, DueDto Due);
