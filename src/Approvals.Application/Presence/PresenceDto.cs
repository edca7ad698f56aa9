using Approvals.Domain.Residency;

namespace Approvals.Application.Presence;

/// <summary>What a day of a year is, for who looks at it.</summary>
public enum PresenceDayKind
{
    /// <summary>It counts by class A.</summary>
    ClassA,

    /// <summary>It counts by class B, which a work log of the month supports.</summary>
    ClassB,

    /// <summary>It is stated, and its proofs do not suffice.</summary>
    Uncounted,

    /// <summary>It is stated, and no contract is in force.</summary>
    Outside,
}

/// <summary>Where an entry stands.</summary>
public enum PresenceEntryState
{
    /// <summary>The employer has confirmed it.</summary>
    Confirmed,

    /// <summary>The employer has yet to confirm it.</summary>
    Unconfirmed,

    /// <summary>Its proofs do not suffice for every day.</summary>
    ProofMissing,

    /// <summary>It was corrected; another entry took its place.</summary>
    Corrected,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>Days one after the other that are alike.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Kind">What they are.</param>
public sealed record PresenceRangeDto(DateOnly From, DateOnly To, PresenceDayKind Kind);

/// <summary>Days one after the other.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day; null without end.</param>
public sealed record PresenceTermDto(DateOnly From, DateOnly? To);

/// <summary>A proof of an entry.</summary>
/// <param name="Kind">Of what kind it is.</param>
/// <param name="Document">The document, where one was handed in.</param>
public sealed record PresenceProofDto(ProofKind Kind, string? Document);

/// <summary>An entry of a ledger.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Etag">Its version.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">How many of its days lie in the year.</param>
/// <param name="Counted">How many of them count and are not counted by an entry before it.</param>
/// <param name="Class">The best class of its proofs: A, B, C, or none.</param>
/// <param name="Employer">The employer's id.</param>
/// <param name="EmployerName">The employer's name.</param>
/// <param name="Proofs">Its proofs.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Merged">How many of its days another entry states, too.</param>
/// <param name="Source">How it came.</param>
/// <param name="EnteredAt">When it was entered.</param>
/// <param name="Reason">Why it was corrected or withdrawn.</param>
/// <param name="MayChange">Whether the reader may correct or withdraw it and hand in documents.</param>
/// <param name="MayConfirm">Whether the reader may confirm it.</param>
public sealed record PresenceEntryDto(
    string Id, string Etag, DateOnly From, DateOnly To, int Days, int Counted, ProofClasses Class, string? Employer, string? EmployerName,
    IReadOnlyList<PresenceProofDto> Proofs, PresenceEntryState State, int Merged, PresenceSource Source, DateTimeOffset EnteredAt, string? Reason,
    bool MayChange, bool MayConfirm);

/// <summary>What a year before counted to.</summary>
/// <param name="Year">The year.</param>
/// <param name="Days">Its days that count.</param>
public sealed record PresenceYearDaysDto(int Year, int Days);

/// <summary>The average over three years.</summary>
/// <param name="Years">The years, oldest first.</param>
/// <param name="Average">Their average, to two places.</param>
/// <param name="Reached">Whether it reaches what a whole year asks for.</param>
/// <param name="Complete">Whether all of the years are over.</param>
public sealed record PresenceAverageDto(IReadOnlyList<PresenceYearDaysDto> Years, decimal Average, bool Reached, bool Complete);

/// <summary>What a year counts to and what it asks for.</summary>
/// <param name="Days">The days that count, in the unit of the requirement.</param>
/// <param name="Required">How many are required; null where nothing is.</param>
/// <param name="Missing">How many are missing.</param>
/// <param name="Threshold">What a whole year asks for.</param>
/// <param name="InWorkdays">Whether only working days count.</param>
/// <param name="ClassA">Days of class A.</param>
/// <param name="ClassB">Days of class B.</param>
/// <param name="Uncounted">Days that are stated and do not count.</param>
/// <param name="Merged">Days that more than one entry states, counted once.</param>
/// <param name="Outside">Stated days without a contract.</param>
/// <param name="InForce">Days of the year on which a contract is in force.</param>
public sealed record PresenceCountDto(
    int Days, int? Required, int? Missing, int? Threshold, bool InWorkdays, int ClassA, int ClassB, int Uncounted, int Merged, int Outside, int InForce);

/// <summary>A year of a person's ledger.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Name">The name as lists show it.</param>
/// <param name="Year">The year.</param>
/// <param name="Years">The years there are, newest first.</param>
/// <param name="Today">The day of the reader.</param>
/// <param name="Terms">The terms of the contracts.</param>
/// <param name="Count">What the year counts to.</param>
/// <param name="Ranges">Its days, in order; days that are not named are not stated.</param>
/// <param name="Merged">Days that more than one entry states.</param>
/// <param name="Entries">The entries that count, in order.</param>
/// <param name="History">Entries that were corrected or withdrawn, the latest first.</param>
/// <param name="Average">The three years up to this one; null before there are three.</param>
/// <param name="CheckedOn">The day on which the year's check opens.</param>
/// <param name="Partial">Whether only the entries of the reader's employer are shown and counted, while there may be others.</param>
/// <param name="Employers">The employers for which the reader may enter days.</param>
/// <param name="IsOwn">Whether it is the reader's own.</param>
/// <param name="MayAdd">Whether the reader may enter days.</param>
public sealed record PresenceLedgerDto(
    string Person, string Name, int Year, IReadOnlyList<int> Years, DateOnly Today, IReadOnlyList<PresenceTermDto> Terms, PresenceCountDto Count,
    IReadOnlyList<PresenceRangeDto> Ranges, IReadOnlyList<PresenceTermDto> Merged, IReadOnlyList<PresenceEntryDto> Entries,
    IReadOnlyList<PresenceEntryDto> History, PresenceAverageDto? Average, DateOnly? CheckedOn, bool Partial, IReadOnlyList<PresenceEmployerDto> Employers,
    bool IsOwn, bool MayAdd);

/// <summary>An employer of a person.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record PresenceEmployerDto(string Id, string Name);

/// <summary>Somebody who has to be there a number of days a year.</summary>
/// <param name="Person">The person's id.</param>
/// <param name="Name">The name as lists show it.</param>
/// <param name="EmployerName">The employer named with the right.</param>
/// <param name="KindName">What the person holds.</param>
/// <param name="Number">Its number.</param>
/// <param name="Count">What the year counts to.</param>
public sealed record PresencePersonDto(string Person, string Name, string? EmployerName, string KindName, string Number, PresenceCountDto Count);

/// <summary>Those who have to be there a number of days a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="People">Them, by name and number.</param>
/// <param name="More">Whether there are more than are shown.</param>
/// <param name="Employers">The employers for which the reader may take in a file.</param>
public sealed record PresencePeopleDto(int Year, IReadOnlyList<PresencePersonDto> People, bool More, IReadOnlyList<PresenceEmployerDto> Employers);

/// <summary>An entry was made.</summary>
/// <param name="Id">Its id.</param>
public sealed record PresenceEnteredDto(string Id);
