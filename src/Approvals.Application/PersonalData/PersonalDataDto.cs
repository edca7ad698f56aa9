using Approvals.Application.Limits;
using Approvals.Application.Paging;

namespace Approvals.Application.PersonalData;

/// <summary>How far a request has come.</summary>
public enum DataRequestState
{
    Waiting,
    Granted,
    Refused,
    Withdrawn,
}

/// <summary>What is kept of the reader and what they can do about it.</summary>
/// <param name="Kept">What is kept, by kind, with how many.</param>
/// <param name="Consents">Consents, newest first.</param>
/// <param name="Requests">Requests, newest first.</param>
/// <param name="Fields">What a correction may be about.</param>
/// <param name="ErasureObstacle">What stands against an erasure now, in words, or null.</param>
public sealed record MyDataDto(
    IReadOnlyList<KeptDto> Kept,
    IReadOnlyList<ConsentDto> Consents,
    IReadOnlyList<DataRequestDto> Requests,
    IReadOnlyList<OptionDto> Fields,
    string? ErasureObstacle);

/// <summary>A kind of data that is kept.</summary>
/// <param name="Kind">Its code.</param>
/// <param name="Name">It in words.</param>
/// <param name="Count">How many.</param>
public sealed record KeptDto(string Kind, string Name, int Count);

/// <summary>A consent that was given.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Purpose">What it was given for, as the form said.</param>
/// <param name="CaseId">The case it was given with, or null.</param>
/// <param name="CaseNumber">Its number, or null.</param>
/// <param name="GivenAt">When.</param>
/// <param name="WithdrawnAt">When it was taken back, or null.</param>
public sealed record ConsentDto(string Id, string Purpose, string? CaseId, string? CaseNumber, DateTimeOffset GivenAt, DateTimeOffset? WithdrawnAt);

/// <summary>A request to correct or erase.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Correction or erasure.</param>
/// <param name="Field">What a correction is about, or null.</param>
/// <param name="FieldName">The same in words.</param>
/// <param name="Person">Whose data, for the officer; else null.</param>
/// <param name="Known">What is known now, for the officer; else null.</param>
/// <param name="Value">The right value, for a correction.</param>
/// <param name="Reason">Why it is asked.</param>
/// <param name="Cases">How many cases it touches, for the officer; else null.</param>
/// <param name="At">When it was asked.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Due">Until when it is decided.</param>
/// <param name="DecidedAt">When it was decided, or null.</param>
/// <param name="DecidedBy">By whom, or null.</param>
/// <param name="Decision">Why so, or null.</param>
/// <param name="Etag">The version that is shown.</param>
public sealed record DataRequestDto(
    string Id,
    DataRequestKind Kind,
    DataField? Field,
    string? FieldName,
    string? Person,
    string? Known,
    string? Value,
    string? Reason,
    int? Cases,
    DateTimeOffset At,
    DataRequestState State,
    DueDto Due,
    DateTimeOffset? DecidedAt,
    string? DecidedBy,
    string? Decision,
    string Etag);
