using Approvals.Application.Cards;

namespace Approvals.Application.Entitlements;

/// <summary>Whether an entitlement holds on a day: it follows from its dates, its suspensions and how it ended, never from a flag somebody forgot to set.</summary>
public static class Validity
{
    /// <summary>How it stands on a day; its suspensions must be loaded.</summary>
    public static CardStatus On(Entitlement row, DateOnly day) =>
        row.EndedOn is { } ended && ended <= day ? CardStatus.Revoked
        : (row.ValidTo < day && !IsHeldOpen(row, day)) || row.ValidFrom > day ? CardStatus.Expired
        : SuspensionOn(row, day) is not null ? CardStatus.Suspended
        : CardStatus.Valid;

    /// <summary>Whether a timely application for its renewal keeps it valid beyond its last day: until the day on which that is decided.</summary>
    public static bool IsHeldOpen(Entitlement row, DateOnly day) => row.RenewalFiledOn is not null && (row.RenewalDecidedOn is null || day <= row.RenewalDecidedOn);

    /// <summary>The first day on which it does not count any more; null while that is open.</summary>
    public static DateOnly? FirstDayWithout(Entitlement row) =>
        row.ValidTo is not { } last || (row.RenewalFiledOn is not null && row.RenewalDecidedOn is null) ? null
        : (row.RenewalDecidedOn is { } decided && decided > last ? decided : last).AddDays(1);

    /// <summary>The suspension that counts on a day; null when there is none.</summary>
    public static EntitlementSuspension? SuspensionOn(Entitlement row, DateOnly day) =>
        row.Suspensions.Find(s => s.From <= day && (s.To is null || s.To >= day));
}
