using Approvals.Domain.Reminders;
using Approvals.Workflows;

namespace Approvals.Application.Reminders;

/// <summary>Who is reminded of what, when and how.</summary>
/// <param name="NameZh">Its Chinese name.</param>
/// <param name="NameEn">Its English name.</param>
/// <param name="About">What it is about.</param>
/// <param name="Moment">What it is counted from.</param>
/// <param name="Offsets">How long after the moment; negative is before.</param>
/// <param name="Unit">Working days, days or hours.</param>
/// <param name="At">The time of day, <c>09:00</c>, or null.</param>
/// <param name="Repeats">Whether it comes again each (working) day.</param>
/// <param name="To">Who is reminded.</param>
/// <param name="Channels"><c>page</c>, <c>mail</c>, <c>sms</c>.</param>
/// <param name="Template">The message it is written by.</param>
/// <param name="Delivery">With the digest of the day, or at once.</param>
/// <param name="QuietFrom">When the hours begin in which nothing leaves, or null.</param>
/// <param name="QuietTo">When they end, or null.</param>
/// <param name="WorkingDaysOnly">Whether it leaves on working days only.</param>
/// <param name="MayBeOff">Whether people may switch it off for themselves.</param>
/// <param name="Kinds">Kinds of entitlement; empty for all.</param>
public sealed record ReminderRuleFields(
    string NameZh, string NameEn, ReminderSubject About, ReminderMoment Moment, IReadOnlyList<int> Offsets, LimitUnit Unit, string? At, bool Repeats,
    IReadOnlyList<ReminderRecipient> To, IReadOnlyList<string> Channels, string Template, ReminderDelivery Delivery, string? QuietFrom, string? QuietTo,
    bool WorkingDaysOnly, bool MayBeOff, IReadOnlyList<string> Kinds);

/// <summary>A rule as staff see it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Words">The whole rule in one sentence.</param>
/// <param name="ServiceName">The service it belongs to, whose package alone can change it; null for the platform's.</param>
/// <param name="Enabled">Whether it reminds.</param>
/// <param name="Off">How many people switched it off.</param>
/// <param name="Fields">What it consists of.</param>
/// <param name="Etag">Its version; null for a service's.</param>
public sealed record ReminderRuleDto(
    string Code, string Name, string Words, string? ServiceName, bool Enabled, int Off, ReminderRuleFields Fields, string? Etag);

/// <summary>A reminder that one may switch off for oneself.</summary>
/// <param name="Code">The rule's code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Words">The whole rule in one sentence.</param>
/// <param name="On">Whether one is reminded.</param>
/// <param name="Optional">Whether one may switch it off.</param>
public sealed record OwnReminderDto(string Code, string Name, string Words, bool On, bool Optional);
