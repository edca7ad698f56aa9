using System.Collections.Immutable;
using Approvals.Domain.Scenarios;
using Approvals.Feel;

namespace Approvals.Application.Replay;

/// <summary>What there was around a case when it was worked on.</summary>
internal sealed record PastSurroundings
{
    /// <summary>What was known beforehand, as scenarios say it.</summary>
    internal required ImmutableSortedDictionary<string, FeelContext> Facts { get; init; }

    /// <summary>Organisations that answers name or that give something out.</summary>
    internal required ImmutableArray<PastOrganisation> Organisations { get; init; }

    /// <summary>Whose list each entry of the case is in, by the entry's id in the case.</summary>
    internal required IReadOnlyDictionary<string, PastOrganisation> Entries { get; init; }

    /// <summary>The bookings of the case by their ids in it.</summary>
    internal required IReadOnlyDictionary<string, PastBooking> Bookings { get; init; }

    /// <summary>The applicant's registered relatives.</summary>
    internal required ImmutableArray<ScenarioPerson> Relatives { get; init; }

    /// <summary>The code of the employer that the case names.</summary>
    internal string? Employer { get; init; }

    /// <summary>What the case that started this one handed over.</summary>
    internal FeelValue Given { get; init; }
}

/// <summary>An organisation by its code.</summary>
internal sealed record PastOrganisation(string Uscc, string Kind, string Region);

/// <summary>A booking as it was in the end.</summary>
internal sealed record PastBooking(string Activity, PastOrganisation? Owner, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt, DateOnly? WantedFrom);
