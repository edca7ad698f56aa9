using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Dictionaries;
using Approvals.Application.Policies;
using Approvals.Application.Regions;
using Approvals.Application.Relatives;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Forms;

/// <summary>The choices that forms name instead of listing them.</summary>
public sealed class NamedLists(ApprovalsDbContext context, FamilyView family, DictionariesInForce dictionaries, CalendarInForce calendar, TimeProvider clock)
{
    private const string HospitalKind = "hospital";
    private static readonly string[] Own = ["regions", "organisations", "hospitals", "entitlements", "family"];

    /// <summary>Whether there is a list of a name: the platform's own, or one of the service's package.</summary>
    public static bool Knows(string name, ServiceSnapshot service) => Own.Contains(name) || service.Package.Dictionaries.ContainsKey(name);

    /// <summary>The lists that a form names.</summary>
    public async Task<ImmutableDictionary<string, ImmutableArray<FormOption>>> OfAsync(
        Form form, ServiceSnapshot service, Guid person, CancellationToken cancellationToken)
    {
        var lists = ImmutableDictionary.CreateBuilder<string, ImmutableArray<FormOption>>(StringComparer.Ordinal);
        foreach (var name in form.All.Select(c => c.Rules.List).OfType<string>().Distinct())
        {
            lists[name] = await OfAsync(name, service, person, cancellationToken);
        }

        return lists.ToImmutable();
    }

    /// <summary>One list by name; a dictionary of the package, or one of the platform's own.</summary>
    public async Task<ImmutableArray<FormOption>> OfAsync(string name, ServiceSnapshot service, Guid person, CancellationToken cancellationToken) => name switch
    {
        "regions" => await RegionsAsync(cancellationToken),
        "organisations" => await OrganisationsAsync(null, [], cancellationToken),
        "hospitals" => await OrganisationsAsync(HospitalKind, service.Service.Regions.Roots, cancellationToken),
        "family" => await family.OptionsAsync(person, cancellationToken),
        "entitlements" => await EntitlementsAsync(person, cancellationToken),
        _ => (await dictionaries.OfAsync(service, calendar.Today(clock), context, cancellationToken)).GetValueOrDefault(name, []),
    };

    /// <summary>One list by name as far as it is everybody's; what belongs to a person has no choices here.</summary>
    internal async Task<ImmutableArray<FormOption>> PublicAsync(string name, ImmutableArray<string> roots, CancellationToken cancellationToken) => name switch
    {
        "regions" => await RegionsAsync(cancellationToken),
        "organisations" => await OrganisationsAsync(null, [], cancellationToken),
        "hospitals" => await OrganisationsAsync(HospitalKind, roots, cancellationToken),
        _ => [],
    };

    private async Task<ImmutableArray<FormOption>> RegionsAsync(CancellationToken cancellationToken)
    {
        var rows = await context.Regions.AsNoTracking().OrderBy(r => r.Code).ToListAsync(cancellationToken);
        var today = calendar.Today(clock);
        return [.. rows.Select(r => new FormOption(r.Code, r.Name) { HasEnded = r.EndsOn < today })];
    }

    /// <summary>Verified organisations, of one kind and within the regions where the service is offered where these are given.</summary>
    private async Task<ImmutableArray<FormOption>> OrganisationsAsync(string? kind, ImmutableArray<string> roots, CancellationToken cancellationToken)
    {
        var rows = await context.Organisations.AsNoTracking()
            .Where(o => o.ClosedAt == null && o.VerifiedAt != null && (kind == null || o.Kind == kind)).OrderBy(o => o.Uscc)
            .Select(o => new { o.Uscc, o.Name, o.RegionPath }).ToListAsync(cancellationToken);
        return
        [
            .. rows.Where(o => roots.IsEmpty || RegionPath.Codes(o.RegionPath).Any(roots.Contains))
                .Select(o => new FormOption(o.Uscc, new LocalText(o.Name, o.Name))),
        ];
    }

    private async Task<ImmutableArray<FormOption>> EntitlementsAsync(Guid person, CancellationToken cancellationToken)
    {
        var rows = await context.Entitlements.AsNoTracking().Where(e => e.PersonId == person && e.EndedOn == null).OrderBy(e => e.GrantedAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(e => new FormOption(e.Number, new LocalText($"{e.KindName.Zh} {e.Number}", $"{e.KindName.En} {e.Number}")))];
    }
}
