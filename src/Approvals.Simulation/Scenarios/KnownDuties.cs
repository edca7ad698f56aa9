using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Organisations;
using Approvals.Application.Presence;
using Approvals.Application.Secrets;
using Approvals.Domain.Residency;
using Approvals.Feel;

namespace Approvals.Simulation.Scenarios;

/// <summary>Rows for rights that come with a yearly duty, and for the days of presence that a scenario knows beforehand.</summary>
internal static class KnownDuties
{
    /// <summary>A right with its duty, what was granted beside it, and the case that granted them.</summary>
    internal static IEnumerable<object> Duty(IIdSource ids, Vault vault, Guid person, Organisation employer, FeelContext fact, DateTimeOffset now)
    {
        var from = KnownFacts.Day(fact["validFrom"])!.Value;
        var granting = new Case
        {
            Id = ids.Next(), Number = ids.Next().ToString("N"), ServiceCode = Service(fact["kind"]), ServiceName = new LocalText("", ""), ServiceVersionId = ids.Next(),
            ApplicantPersonId = person, ApplicantMaskedName = "", FiledByUserId = ids.Next(), FiledBy = FiledBy.Applicant, OrganisationId = employer.Id,
            OrganisationName = employer.Name, RegionCode = employer.RegionCode, RegionPath = employer.RegionPath, KeyId = vault.Create("case").Id, State = "Finished",
            Result = "granted", SubmittedAt = KnownFacts.Noon(from) ?? now, FinishedAt = KnownFacts.Noon(from),
        };
        var held = Right(ids, granting, fact["kind"].AsString(), fact, from);
        var beside = fact["beside"].TryGetList(out var kinds) ? kinds.Select(kind => (object)Right(ids, granting, kind.AsString(), fact, from)) : [];
        return [granting, held, Obligation(ids, held, fact), .. beside];
    }

    /// <summary>Days of presence with what shows them; confirmed by the employer unless said otherwise.</summary>
    internal static PresenceInterval Stay(IIdSource ids, Guid person, Guid user, FeelContext fact, DateTimeOffset now)
    {
        var (id, from, to) = (ids.Next(), KnownFacts.Day(fact["from"])!.Value, KnownFacts.Day(fact["to"])!.Value);
        var open = fact["confirmed"].TryGetBoolean(out var confirmed) && !confirmed;
        return new PresenceInterval
        {
            Id = id, PersonId = person, From = from, To = to, Source = PresenceSource.Person, EnteredByUserId = user, EnteredAt = now,
            ConfirmedAt = open ? null : now, LiveKey = PresenceInterval.KeyOf(person, null, from, to),
            Evidence = [.. Kinds(fact["proofs"]).Select(kind => new Evidence { Id = ids.Next(), IntervalId = id, Kind = kind })],
        };
    }

    /// <summary>Kinds of proof by their names.</summary>
    internal static IEnumerable<ProofKind> Kinds(FeelValue names) =>
        names.TryGetList(out var list) ? list.Select(name => Enum.Parse<ProofKind>(name.AsString(), ignoreCase: true)) : [];

    private static Obligation Obligation(IIdSource ids, Entitlement held, FeelContext fact) => new()
    {
        Id = ids.Next(), EntitlementId = held.Id, Type = fact["type"].AsString(), CheckServiceCode = fact["checkService"].AsString(),
        OpensOn = KnownFacts.Day(fact["opensOn"])!.Value, State = ObligationState.Pending, CountsPresence = !(fact["counted"].TryGetBoolean(out var counted) && !counted),
        IsOnce = fact["once"].TryGetBoolean(out var once) && once, TermFrom = KnownFacts.Day(fact["from"]) ?? held.ValidFrom, TermTo = KnownFacts.Day(fact["to"]) ?? held.ValidTo,
    };

    private static Entitlement Right(IIdSource ids, Case granting, string kind, FeelContext fact, DateOnly from) => new()
    {
        Id = ids.Next(), CaseId = granting.Id, CaseNumber = granting.Number, ServiceCode = granting.ServiceCode, Kind = kind, KindName = new LocalText(kind, kind),
        PersonId = granting.ApplicantPersonId, HolderMaskedName = "", OrganisationId = granting.OrganisationId, Level = KnownFacts.Text(fact["level"]),
        Number = ids.Next().ToString("N"), ValidFrom = from, ValidTo = KnownFacts.Day(fact["validTo"]), VerificationToken = ids.Unordered().ToString("N"),
        RegionCode = granting.RegionCode, RegionPath = granting.RegionPath, GrantedAt = granting.SubmittedAt,
    };

    private static string Service(FeelValue kind) => kind.AsString().Split('/')[0];
}
