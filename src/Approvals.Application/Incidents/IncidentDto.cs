using Approvals.Application.Paging;

namespace Approvals.Application.Incidents;

/// <summary>Incidents of one kind: the same reason at the same activity of the same service version.</summary>
/// <param name="Version">The service version's id.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="Number">The version's number.</param>
/// <param name="Activity">The activity's id.</param>
/// <param name="ActivityName">Its name.</param>
/// <param name="Code">The reason's code.</param>
/// <param name="Reason">What happened in the oldest of them, in a policy editor's words.</param>
/// <param name="Expression">Its expression, or null.</param>
/// <param name="Count">How many cases stand still.</param>
/// <param name="Since">Since when the first does.</param>
/// <param name="Latest">Since when the last does.</param>
/// <param name="First">The oldest of them.</param>
public sealed record IncidentGroupDto(
    string Version, string ServiceName, int Number, string Activity, string ActivityName, string Code, string Reason, string? Expression, int Count,
    DateTimeOffset Since, DateTimeOffset Latest, IncidentDto First);

/// <summary>Something that stopped a case.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CaseId">The case.</param>
/// <param name="CaseNumber">Its number.</param>
/// <param name="Reason">What happened, in a policy editor's words.</param>
/// <param name="At">Since when.</param>
public sealed record IncidentDto(string Id, string CaseId, string CaseNumber, string Reason, DateTimeOffset At);

/// <summary>An incident with what is needed to mend it.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="ServiceName">The service.</param>
/// <param name="ActivityName">The activity.</param>
/// <param name="Input">The input whose expression failed, or null.</param>
/// <param name="Expression">The expression, or null.</param>
/// <param name="Inputs">What the expression read, sensitive answers masked.</param>
/// <param name="Outcomes">The outcomes by which the step can be left without running it.</param>
/// <param name="MayMend">Whether the reader may; nobody mends an own case.</param>
/// <param name="Resolved">Whether it is mended by now.</param>
public sealed record IncidentDetailDto(
    IncidentDto Incident, string ServiceName, string ActivityName, string? Input, string? Expression, IReadOnlyList<IncidentInputDto> Inputs,
    IReadOnlyList<OptionDto> Outcomes, bool MayMend, bool Resolved);

/// <summary>Something an expression read.</summary>
/// <param name="Name">Its name as written.</param>
/// <param name="Label">The field's label, or null.</param>
/// <param name="Value">The value, or null where there was none.</param>
/// <param name="Masked">Whether it is masked.</param>
public sealed record IncidentInputDto(string Name, string? Label, string? Value, bool Masked);
