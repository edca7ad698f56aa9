using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Scenarios;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Simulation.Scenarios;

/// <summary>The people of a scenario as accounts with roles, and what is known of them beforehand.</summary>
internal sealed class Cast
{
    private readonly Dictionary<string, (Guid User, Guid Person)> _members = new(StringComparer.Ordinal);

    /// <summary>The keys of everybody.</summary>
    internal IEnumerable<string> Keys => _members.Keys;

    /// <summary>The account of a person by key.</summary>
    internal Guid UserOf(string key) => _members[key].User;

    /// <summary>Who a person is by key, whatever account.</summary>
    internal Guid PersonOf(string key) => _members[key].Person;

    /// <summary>The key of an account; null when it is nobody's of the scenario.</summary>
    internal string? KeyOf(Guid user) => _members.Where(m => m.Value.User == user).Select(m => m.Key).FirstOrDefault();

    /// <summary>Makes everybody.</summary>
    internal static Task<Cast> MakeAsync(Simulator simulator, Scenario scenario, string service) => simulator.InScopeAsync(async services =>
    {
        var making = new Making(services, scenario);
        return await making.RunAsync(service);
    });

    private sealed class Making(IServiceProvider services, Scenario scenario)
    {
        private readonly ApprovalsDbContext _context = services.GetRequiredService<ApprovalsDbContext>();
        private readonly IIdSource _ids = services.GetRequiredService<IIdSource>();
        private readonly DateTimeOffset _now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        private readonly Dictionary<string, Organisation> _organisations = new(StringComparer.Ordinal);
        private readonly Cast _cast = new();
        private Dictionary<string, string> _paths = [];

        internal async Task<Cast> RunAsync(string service)
        {
            _paths = await _context.Regions.ToDictionaryAsync(r => r.Code, r => r.Path);
            foreach (var person in scenario.People.Values)
            {
                await AddAsync(person);
            }

            foreach (var (kind, facts) in scenario.Facts)
            {
                foreach (var (person, value) in facts.Entries)
                {
                    AddFacts(kind, person, value, service);
                }
            }

            await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
            return _cast;
        }

        private async Task AddAsync(ScenarioPerson member)
        {
            var person = await services.GetRequiredService<PersonRegister>().AddAsync(Details(member), _now, CancellationToken.None);
            var organisation = OrganisationOf(member);
            var user = new User
            {
                Id = _ids.Next(), UserName = member.Key, NormalizedUserName = member.Key.ToUpperInvariant(), DisplayName = member.Name ?? member.Key,
                Email = member.Email ?? $"{member.Key}@example.org", PersonId = person.Id, IsStaff = member.Roles.Any(Roles.IsStaff),
                OrganisationId = organisation?.Id, CreatedAt = _now,
            };
            _context.Users.Add(user);
            _cast._members.Add(member.Key, (user.Id, person.Id));
            var region = member.Region ?? _paths.MinBy(p => p.Value.Length).Key;
            _context.RoleAssignments.AddRange(member.Roles.Select(role => new RoleAssignment
            {
                Id = _ids.Next(), UserId = user.Id, Role = role, RegionCode = region, RegionPath = _paths[region], OrganisationId = organisation?.Id,
                ValidFrom = _now.AddDays(-1),
            }));
            if (member.Roles.Contains(Roles.Expert))
            {
                var known = KnownExperts.Of(scenario, member.Key);
                await KnownExperts.AddAsync(services, user.Id, (region, _paths[region]), known, _now);
            }
        }

        private static PersonDetails Details(ScenarioPerson member) => new(member.Name ?? member.Key)
        {
            BirthDate = member.BirthDate, Sex = member.Sex, IdentifierKind = member.IdNumber is null ? null : "resident-id",
            IdentifierNumber = member.IdNumber, Mobile = member.Mobile, Email = member.Email,
        };

        /// <summary>Where a person works: a named organisation, else the office of a kind in the region. An employer is only made known.</summary>
        private Organisation? OrganisationOf(ScenarioPerson member)
        {
            if (member.Employer is { } employer)
            {
                Organisation(employer, "enterprise", RegionOf(employer));
            }

            return member.Organisation is { } own ? Organisation(own, member.OrganisationKind ?? "enterprise", RegionOf(own))
                : member.OrganisationKind is { } kind ? Organisation($"{kind}:{member.Region}", kind, member.Region ?? "")
                : null;
        }

        /// <summary>Where an organisation is registered: as its agent's office says, else as its code does (GB 32100).</summary>
        private string RegionOf(string uscc) =>
            scenario.People.Values.FirstOrDefault(p => p.Organisation == uscc && p.Region is not null)?.Region
            ?? (uscc.Length == 18 ? uscc[2..8] : "");

        private Organisation Organisation(string code, string kind, string region)
        {
            if (_organisations.TryGetValue(code, out var known))
            {
                return known;
            }

            var place = _paths.ContainsKey(region) ? region : _paths.MinBy(p => p.Value.Length).Key;
            var made = new Organisation
            {
                Id = _ids.Next(), Uscc = code, Name = code, Kind = kind, RegionCode = place, RegionPath = _paths[place], VerifiedAt = _now, CreatedAt = _now,
            };
            _context.Organisations.Add(made);
            return _organisations[code] = made;
        }

        /// <summary>Whose it is: an organisation by the code its people name, or one that nobody of the scenario belongs to.</summary>
        private Organisation OwnerOf(FeelContext fact)
        {
            var code = fact["owner"].TryGetString(out var text) ? text : "";
            return Organisation(code, "provider", RegionOf(code));
        }

        private void AddFacts(string kind, string person, FeelValue value, string service)
        {
            var rows = value.TryGetContext(out var single) ? [single] : value.TryGetList(out var list) ? list.Where(v => v.TryGetContext(out _)).Select(v => v.AsContext()) : [];
            foreach (var fact in rows)
            {
                _context.AddRange(kind switch
                {
                    "entitlements" => KnownFacts.Entitlement(_ids, _cast._members[person].Person, fact, service, _now),
                    "cases" => [KnownFacts.Case(_ids, _cast._members[person].Person, fact, service, _now)],
                    "quotas" => KnownAllotments.Quota(_ids, person, OwnerOf(fact), fact, service, _now),
                    "resources" => [KnownAllotments.Resource(_ids, person, OwnerOf(fact), fact, _now)],
                    "bookings" => KnownAllotments.Booking(_ids, _cast._members[person].Person, fact, service, _now),
                    "agreements" => [KnownFacts.Agreement(_ids, _cast._members[person].Person, Organisation(fact["employer"].AsString(), "enterprise", RegionOf(fact["employer"].AsString())), _now)],
                    "duties" => KnownDuties.Duty(
                        _ids, services.GetRequiredService<Vault>(), _cast._members[person].Person, Organisation(fact["employer"].AsString(), "enterprise", RegionOf(fact["employer"].AsString())), fact, _now),
                    "presence" => [KnownDuties.Stay(_ids, _cast._members[person].Person, _cast._members[person].User, fact, _now)],
                    "experts" => [],
                    "relations" => KnownFacts.Relation(_ids, _cast._members[person].Person, _cast._members[fact["person"].AsString()].Person, fact, service, _now),
                    _ => throw new NotSupportedException($"Facts of kind {kind} cannot be made yet."),
                });
            }
        }
    }
}
