using Approvals.Application.Bookings;
using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.Quotas;
using Approvals.Application.Resources;
using Approvals.Application.WaitingLists;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Simulation.Scenarios;

/// <summary>Rows for what a scenario says there is to give out, and for bookings of before.</summary>
internal static class KnownAllotments
{
    private const int UsualSlot = 30;

    /// <summary>A list of the service with its owner, and one quota of it.</summary>
    internal static IEnumerable<object> Quota(IIdSource ids, string list, Organisation owner, FeelContext fact, string service, DateTimeOffset now)
    {
        var id = ids.Next();
        yield return new WaitingList
        {
            Id = id, Code = $"{service}/{list}", Name = new LocalText(list, list), OrganisationId = owner.Id, RegionCode = owner.RegionCode,
            RegionPath = owner.RegionPath, CreatedAt = now,
        };
        yield return new Quota { Id = ids.Next(), ListId = id, Name = new LocalText(list, list), Total = Whole(fact["total"]) ?? 0, CreatedAt = now };
    }

    /// <summary>A resource by its code.</summary>
    internal static Resource Resource(IIdSource ids, string code, Organisation owner, FeelContext fact, DateTimeOffset now) => new()
    {
        Id = ids.Next(), Code = code, Name = new LocalText(code, code), OrganisationId = owner.Id, RegionCode = owner.RegionCode, RegionPath = owner.RegionPath,
        Capacity = Whole(fact["capacity"]), SlotMinutes = Whole(fact["slotMinutes"]) ?? UsualSlot, CreatedAt = now,
    };

    /// <summary>A booking of before, with the case that asked for it.</summary>
    internal static IEnumerable<object> Booking(IIdSource ids, Guid person, FeelContext fact, string service, DateTimeOffset now)
    {
        var changed = KnownFacts.Noon(KnownFacts.Day(fact["changedOn"])) ?? KnownFacts.Noon(KnownFacts.Day(fact["on"])) ?? now;
        var asking = KnownFacts.Case(
            ids, person, FeelContext.Of(("service", fact["service"]), ("submittedOn", fact["requestedOn"]), ("finishedOn", fact["changedOn"])), service, now);
        yield return asking;
        yield return new Booking
        {
            Id = ids.Next(), CaseId = asking.Id, CaseNumber = asking.Number, BookmarkId = "b1", ActivityId = "booking", ServiceCode = asking.ServiceCode,
            ServiceName = asking.ServiceName, PersonId = person, ApplicantMaskedName = "", State = Enum.Parse<BookingState>(KnownFacts.Text(fact["state"]) ?? "Requested"),
            RequestedAt = asking.SubmittedAt, StartsAt = KnownFacts.Noon(KnownFacts.Day(fact["on"])), EndsAt = KnownFacts.Noon(KnownFacts.Day(fact["on"]))?.AddMinutes(UsualSlot),
            ChangedAt = changed, KeyId = asking.KeyId, Payload = [],
        };
    }

    private static int? Whole(FeelValue value) => value.TryGetNumber(out var number) ? (int)number : null;
}
