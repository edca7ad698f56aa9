using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Represented;
using Approvals.Feel;

namespace Approvals.Simulation.Scenarios;

/// <summary>Rows for what a scenario says is known beforehand.</summary>
internal static class KnownFacts
{
    private const string Nowhere = "000000";

    /// <summary>An entitlement and the case that granted it, with the days on which it rests.</summary>
    internal static IEnumerable<object> Entitlement(IIdSource ids, Guid person, FeelContext fact, string service, DateTimeOffset now)
    {
        var id = Guid.TryParse(Text(fact["id"]), out var known) ? known : ids.Next();
        var kind = Text(fact["kind"]) ?? "";
        var from = Day(fact["validFrom"]) ?? DateOnly.FromDateTime(now.Date);
        var granting = Case(
            ids, person, FeelContext.Of(("result", FeelValue.Of("granted")), ("submittedOn", FeelValue.Of(from)), ("finishedOn", FeelValue.Of(from))), service, now);
        return
        [
            granting,
            new Entitlement
            {
                Id = id, CaseId = granting.Id, CaseNumber = granting.Number, ServiceCode = Text(fact["service"]) ?? service, PersonId = person, HolderMaskedName = "",
                Kind = kind.Contains('/', StringComparison.Ordinal) ? kind : $"{service}/{kind}", KindName = new LocalText(kind, kind),
                Level = Text(fact["level"]), Number = Text(fact["number"]) ?? id.ToString("N"), ValidFrom = from, ValidTo = Day(fact["validTo"]), EndedOn = Day(fact["endedOn"]),
                VerificationToken = ids.Unordered().ToString("N"), RegionCode = Nowhere, RegionPath = $"/{Nowhere}/", GrantedAt = Noon(from) ?? now, Items = Items(fact["items"]),
            },
            .. Suspensions(ids, id, fact["suspensions"]),
        ];
    }

    private static string? Items(FeelValue codes) => codes.TryGetList(out var listed)
        ? EntitlementItems.Written(listed.Select(Text).OfType<string>().Select(code => new GrantedItem(code, new LocalText(code, code), null, null)))
        : null;

    private static IEnumerable<EntitlementSuspension> Suspensions(IIdSource ids, Guid entitlement, FeelValue facts) =>
        from days in facts.TryGetList(out var list) ? list.Select(v => v.AsContext()) : []
        select new EntitlementSuspension { Id = ids.Next(), EntitlementId = entitlement, From = Day(days["from"])!.Value, To = Day(days["to"]), Reason = "–" };

    internal static Case Case(IIdSource ids, Guid person, FeelContext fact, string service, DateTimeOffset now)
    {
        var id = ids.Next();
        var finished = Day(fact["finishedOn"]);
        return new Case
        {
            Id = id, Number = Text(fact["number"]) ?? id.ToString("N"), ServiceCode = Text(fact["service"]) ?? service, ServiceName = new LocalText("", ""),
            ServiceVersionId = ids.Next(), ApplicantPersonId = person, ApplicantMaskedName = "", FiledByUserId = ids.Next(), FiledBy = FiledBy.Applicant,
            RegionCode = Nowhere, RegionPath = $"/{Nowhere}/", KeyId = ids.Next(), State = Text(fact["state"]) ?? "Finished", Result = Text(fact["result"]),
            SubmittedAt = Noon(Day(fact["submittedOn"])) ?? now, FinishedAt = Noon(finished),
        };
    }

    /// <summary>Who is related to whom; with an <c>id</c>, that of the choice which forms offer, registered by a case.</summary>
    internal static IEnumerable<object> Relation(IIdSource ids, Guid person, Guid relative, FeelContext fact, string service, DateTimeOffset now)
    {
        var registered = Guid.TryParse(Text(fact["id"]), out var id);
        var relation = new FamilyRelation
        {
            Id = registered ? id : ids.Next(), PersonId = person, RelativePersonId = relative, Kind = Text(fact["kind"]) ?? "relative", RegisteredAt = now,
        };
        if (!registered)
        {
            return [relation];
        }

        var by = Case(ids, person, FeelContext.Of(("result", FeelValue.Of("granted"))), service, now);
        relation.CaseId = by.Id;
        return [by, relation];
    }

    /// <summary>Somebody agreed that an employer files for them.</summary>
    internal static RepresentedPerson Agreement(IIdSource ids, Guid person, Organisation employer, DateTimeOffset now) => new()
    {
        Id = ids.Next(), OrganisationId = employer.Id, PersonId = person, NamedByUserId = Guid.Empty, NamedAt = now, State = RepresentationState.Agreed, AnsweredAt = now,
    };

    internal static string? Text(FeelValue value) => value.TryGetString(out var text) ? text : null;

    internal static DateOnly? Day(FeelValue value) =>
        value.TryGetDate(out var day) ? day
        : value.TryGetString(out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read
        : null;

    /// <summary>The middle of a day, so that it is that day in any zone of the country.</summary>
    internal static DateTimeOffset? Noon(DateOnly? day) => day is { } date ? new DateTimeOffset(date.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero) : null;
}
