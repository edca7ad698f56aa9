using Approvals.Application.Cards;

namespace Approvals.Application.Entitlements;

/// <summary>Whether an entitlement holds on a day: it follows from its dates, its suspensions and how it ended, never from a flag somebody forgot to set.</summary>
public static class Validity
{
    /// <summary>How it stands on a day; its suspensions must be loaded.</summary>
    public static CardStatus On(Entitlement row, DateOnly day) =>
        row.EndedOn is { } ended && ended <= day ? CardStatus.Revoked
        : row.ValidTo < day || row.ValidFrom > day ? CardStatus.Expired
        : SuspensionOn(row, day) is not null ? CardStatus.Suspended
        : CardStatus.Valid;

    /// <summary>The suspension that counts on a day; null when there is none.</summary>
    public static EntitlementSuspension? SuspensionOn(Entitlement row, DateOnly day) =>
        row.Suspensions.Find(s => s.From <= day && (s.To is null || s.To >= day));
}
