namespace Approvals.Domain.Packages;

/// <summary>A kind of entitlement that a grant may give.</summary>
public sealed record EntitlementKind
{
    /// <summary>Its name, bare inside its own package.</summary>
    public required string Kind { get; init; }

    public required LocalText Name { get; init; }

    /// <summary>Codes of levels at which it is given; empty: all.</summary>
    public ImmutableArray<string> Levels { get; init; } = [];

    /// <summary>Format of its number, as of case numbers.</summary>
    public string? Number { get; init; }

    public Validity? Validity { get; init; }

    public ImmutableArray<EntitlementItem> Items { get; init; } = [];

    /// <summary>The decision that lists the items of a holder, instead of <see cref="Items"/>.</summary>
    public string? ItemsDecision { get; init; }

    public RenewalWindow? Renewal { get; init; }

    /// <summary>Kinds whose end ends this one.</summary>
    public ImmutableArray<string> DependsOn { get; init; } = [];

    /// <summary>Types of obligations that come with it.</summary>
    public ImmutableArray<string> Obligations { get; init; } = [];

    public LocalText? Note { get; init; }
}

/// <summary>One thing that an entitlement gives.</summary>
public sealed record EntitlementItem(string Code, LocalText Name, LocalText? Condition, ImmutableArray<string> Levels, LocalText? Note);

/// <summary>How long an entitlement lasts.</summary>
public sealed record Validity(int Years, int Months, int Days, LocalText? Note)
{
    /// <summary>The last day of an entitlement that begins on a day.</summary>
    public DateOnly LastDay(DateOnly from) => from.AddYears(Years).AddMonths(Months).AddDays(Days - 1);
}

/// <summary>When an entitlement may be renewed.</summary>
/// <param name="OpensDaysBefore">Days before the end from which one may apply.</param>
/// <param name="DueDaysBefore">Days before the end by which an application is timely.</param>
/// <param name="Service">The service that renews; absent: the same one.</param>
/// <param name="Silence">What the authority's silence on a timely application means.</param>
public sealed record RenewalWindow(int OpensDaysBefore, int DueDaysBefore, string? Service, Silence Silence);
