namespace Approvals.Application.Cards;

/// <summary>Whether something granted holds today.</summary>
public enum CardStatus
{
    /// <summary>It holds.</summary>
    Valid,

    /// <summary>Suspended for the time being.</summary>
    Suspended,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>Taken back.</summary>
    Revoked,
}

/// <summary>Something granted, shown as a card.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">The kind's code.</param>
/// <param name="Name">The kind's name.</param>
/// <param name="Level">The level, or null.</param>
/// <param name="Holder">The holder's name.</param>
/// <param name="Number">Its number.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day, or null.</param>
/// <param name="Status">Whether it holds today.</param>
/// <param name="StatusName">The same in words.</param>
/// <param name="Reason">Why it does not hold, or null.</param>
/// <param name="Items">What it entitles to.</param>
/// <param name="QrSvg">The address of the verification page as a QR code (SVG).</param>
/// <param name="VerifyUrl">The address of the verification page.</param>
/// <param name="RenewFrom">The day renewal opens, or null.</param>
public sealed record CardDto(
    string Id,
    string Kind,
    string Name,
    string? Level,
    string Holder,
    string Number,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    CardStatus Status,
    string StatusName,
    string? Reason,
    IReadOnlyList<CardItemDto> Items,
    string QrSvg,
    string VerifyUrl,
    DateOnly? RenewFrom)
{
    /// <summary>The service to renew it with, while it may be applied for; null at other times.</summary>
    public string? RenewWith { get; init; }

    /// <summary>The last day on which an application is in time; null where it cannot be renewed now.</summary>
    public DateOnly? RenewBy { get; init; }

    /// <summary>The case that renews it, while that is open.</summary>
    public string? RenewalCase { get; init; }
}

/// <summary>One thing a card entitles to.</summary>
/// <param name="Name">What.</param>
/// <param name="Note">More about it, or null.</param>
/// <param name="Condition">On what condition, or null.</param>
public sealed record CardItemDto(string Name, string? Note, string? Condition);

/// <summary>What anybody who scans a card may know.</summary>
/// <param name="Status">Whether it holds today.</param>
/// <param name="StatusName">The same in words.</param>
/// <param name="KindName">The kind's name.</param>
/// <param name="Level">The level, or null.</param>
/// <param name="HolderMasked">The holder's name, masked.</param>
/// <param name="ValidFrom">The first day.</param>
/// <param name="ValidTo">The last day, or null.</param>
/// <param name="CheckedAt">When this was looked up.</param>
public sealed record VerificationDto(
    CardStatus Status,
    string StatusName,
    string KindName,
    string? Level,
    string HolderMasked,
    DateOnly ValidFrom,
    DateOnly? ValidTo,
    DateTimeOffset CheckedAt);
