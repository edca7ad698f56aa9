using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Effects;
using Approvals.Domain.Numbers;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Approvals.Workflows;

namespace Approvals.Application.Entitlements;

/// <summary>Grants an entitlement: numbered, with its items named, the duties that come with it, and a token to check it by.</summary>
internal sealed class GrantEntitlementApplier : EffectApplier<GrantEntitlement>
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    protected override async Task ApplyAsync(GrantEntitlement effect, CaseWork work, CancellationToken cancellationToken)
    {
        var (service, kind) = (work.Service.Service, work.Service.Service.Entitlement(effect.Kind));
        var row = new Entitlement
        {
            Id = StableId.Of(work.Case.Id, "grant", effect.Key),
            CaseId = work.Case.Id,
            CaseNumber = work.Case.Number,
            ServiceCode = service.Code,
            Kind = service.ScopedKind(effect.Kind),
            KindName = kind?.Name ?? new LocalText(effect.Kind, effect.Kind),
            PersonId = work.Case.ApplicantPersonId,
            HolderMaskedName = work.Case.ApplicantMaskedName,
            OrganisationId = work.Case.OrganisationId,
            Level = effect.Level,
            LevelName = service.Levels.FirstOrDefault(l => l.Code == effect.Level)?.Name,
            Number = effect.Number ?? await NumberAsync(work, effect, kind, cancellationToken),
            ValidFrom = effect.ValidFrom,
            ValidTo = effect.ValidTo ?? kind?.Validity?.LastDay(effect.ValidFrom),
            Items = EntitlementItems.Written(EntitlementItems.Of(effect, kind, service)),
            VerificationToken = work.Ids.Unordered().ToString("N"),
            RegionCode = work.Case.RegionCode,
            RegionPath = work.Case.RegionPath,
            GrantedAt = work.Now,
        };
        work.Context.Entitlements.Add(row);
        work.Context.Obligations.AddRange(Obligations(work, effect, row));
    }

    /// <summary>Numbers run by region, kind and year, whatever the pattern shows of them.</summary>
    private static async Task<string> NumberAsync(CaseWork work, GrantEntitlement effect, EntitlementKind? kind, CancellationToken cancellationToken)
    {
        if (kind?.Number is not { } pattern || !CaseNumberFormat.Parse(pattern).IsSuccess)
        {
            return $"{work.Case.Number}-{effect.Key}";
        }

        var year = new DateOnly(effect.ValidFrom.Year, 1, 1);
        var serial = await work.Serials.NextAsync(work.Case.RegionCode, $"{work.Service.Code}/{kind.Kind}", year, cancellationToken);
        var number = CaseNumberFormat.Parse(pattern).Value.Format(
            new CaseNumber(work.Case.RegionCode, effect.ValidFrom, work.Service.NumberCode, serial));
        return number.IsSuccess ? number.Value : $"{work.Case.Number}-{effect.Key}";
    }

    /// <summary>Each named by its type, or with the term of the contract it rests on; without one it rests on the right's own days.</summary>
    private static IEnumerable<Obligation> Obligations(CaseWork work, GrantEntitlement effect, Entitlement row) =>
        from duty in effect.Obligations.TryGetList(out var list) ? list : Enumerable.Empty<FeelValue>()
        let named = duty.TryGetContext(out var given) ? given : FeelContext.Of(("type", duty))
        let rule = work.Service.Service.Obligations.FirstOrDefault(o => named["type"].TryGetString(out var type) && o.Type == type)
        where rule is not null
        select new Obligation
        {
            Id = work.Ids.Next(),
            EntitlementId = row.Id,
            Type = rule.Type,
            CheckServiceCode = rule.CheckService,
            OpensOn = OpensOn(rule, effect.ValidFrom),
            State = ObligationState.Pending,
            CountsPresence = rule.Months > 0,
            IsOnce = rule.Once,
            TermFrom = named["from"].TryGetDate(out var begins) ? begins : row.ValidFrom,
            TermTo = named["to"].TryGetDate(out var ends) ? ends : row.ValidTo,
        };

    /// <summary>The first opening day after the grant's year has begun: a year is checked when it is over.</summary>
    private static DateOnly OpensOn(ObligationRule rule, DateOnly from) =>
        DateOnly.ParseExact($"{from.Year + 1}-{rule.OpensOn}", "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
