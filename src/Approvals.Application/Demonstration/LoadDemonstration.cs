using Approvals.Application.Database;
using Approvals.Application.Experts;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Demonstration;

/// <summary>
/// Fills a development database with invented organisations and people, once; what is there already stays as it is. The
/// accounts share one password, which is printed at the start.
/// </summary>
public sealed class LoadDemonstration(
    ApprovalsDbContext context, PersonRegister register, IPasswordHasher<User> passwords, ILookupNormalizer names, Vault vault, IIdSource ids, TimeProvider clock)
{
    /// <summary>The password of every demonstration account; there are none outside Development.</summary>
    public const string Password = "demo-pass-2026";

    /// <summary>Loads the folder's files.</summary>
    /// <returns>How many people were added.</returns>
    public async Task<int> HandleAsync(string folder, CancellationToken cancellationToken)
    {
        var files = await DemonstrationFiles.ReadAsync(folder, cancellationToken);
        var regions = await context.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, r => r.Path, cancellationToken);
        var organisations = await AddOrganisationsAsync(files.Organisations, regions, cancellationToken);
        var known = await context.Users.AsNoTracking().Select(u => new { u.Id, u.UserName }).ToListAsync(cancellationToken);

        // An account that was erased has lost its name; its id, which follows from the name, says that the person was here.
        var added = files.People.Where(p => !known.Exists(k => k.UserName == p.User || k.Id == IdOf(p.User))).ToList();
        var hash = added.Count == 0 ? "" : passwords.HashPassword(new User(), Password);
        foreach (var person in added)
        {
            await AddPersonAsync(person, hash, regions, organisations, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await AddRelationsAsync(added, cancellationToken);
        await DemoAllotments.AddAsync(context, folder, organisations, regions, clock.GetUtcNow(), cancellationToken);
        return added.Count;
    }

    /// <summary>Who is related to whom, so that nobody decides a relative's case; once all are there.</summary>
    private async Task AddRelationsAsync(IEnumerable<DemoPerson> added, CancellationToken cancellationToken)
    {
        var persons = await context.Users.AsNoTracking().Where(u => u.PersonId != null).ToDictionaryAsync(u => u.UserName!, u => u.PersonId!.Value, cancellationToken);
        context.FamilyRelations.AddRange(
            from person in added
            from relation in person.Relations ?? []
            where persons.ContainsKey(relation.User)
            select new FamilyRelation
            {
                Id = ids.Next(), PersonId = persons[person.User], RelativePersonId = persons[relation.User], Kind = relation.Kind, RegisteredAt = clock.GetUtcNow(),
            });
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<Dictionary<string, Guid>> AddOrganisationsAsync(
        IReadOnlyList<DemoOrganisation> files, Dictionary<string, string> regions, CancellationToken cancellationToken)
    {
        var known = await context.Organisations.AsNoTracking().ToDictionaryAsync(o => o.Uscc, o => o.Id, cancellationToken);
        var now = clock.GetUtcNow();
        foreach (var file in files.Where(f => !known.ContainsKey(f.Uscc)))
        {
            var organisation = new Organisation
            {
                Id = ids.Next(), Uscc = file.Uscc, Name = file.Name.Zh, Kind = file.Kind, RegionCode = file.Region,
                RegionPath = regions[file.Region], VerifiedAt = file.Verified ? now : null, CreatedAt = now,
            };
            context.Organisations.Add(organisation);
            known.Add(file.Uscc, organisation.Id);
        }

        return files.ToDictionary(f => f.Id, f => known[f.Uscc]);
    }

    private async Task AddPersonAsync(
        DemoPerson file, string hash, Dictionary<string, string> regions, Dictionary<string, Guid> organisations, CancellationToken cancellationToken)
    {
        var person = await register.AddAsync(DetailsOf(file), clock.GetUtcNow(), cancellationToken);
        var office = file.Roles.Select(r => r.Organisation).FirstOrDefault(o => o is not null);
        var user = new User
        {
            Id = IdOf(file.User), UserName = file.User, NormalizedUserName = names.NormalizeName(file.User),
            Email = file.Email, NormalizedEmail = names.NormalizeEmail(file.Email), EmailConfirmed = true,
            DisplayName = file.Name.Zh, PersonId = person.Id, IsStaff = file.Roles.Any(r => Roles.IsStaff(r.Role)),
            OrganisationId = office is null ? null : organisations[office], IsDemo = true, LockoutEnabled = true,
            PasswordHash = hash, SecurityStamp = ids.Unordered().ToString("N"), CreatedAt = clock.GetUtcNow(),
        };
        context.Users.Add(user);
        context.RoleAssignments.AddRange(file.Roles.Select(r => new RoleAssignment
        {
            Id = ids.Next(), UserId = user.Id, Role = r.Role, RegionCode = r.Region, RegionPath = regions[r.Region],
            OrganisationId = r.Organisation is null ? null : organisations[r.Organisation], ServiceCode = r.Service, ValidFrom = clock.GetUtcNow(),
        }));
        if (file.Expert is { } expert)
        {
            AddExpert(user.Id, expert, file.Roles[0].Region, regions);
        }

        context.Mandates.AddRange((file.Mandates ?? []).Select(m => new Mandate
        {
            Id = ids.Next(), AgentUserId = user.Id, OrganisationId = organisations[m.Organisation], ValidFrom = clock.GetUtcNow(),
        }));
    }

    private static Guid IdOf(string user) => StableId.Of(Guid.Empty, "demonstration", user);

    private void AddExpert(Guid user, DemoExpert file, string region, Dictionary<string, string> regions)
    {
        var row = new Expert
        {
            Id = ids.Next(), UserId = user, RegionCode = region, RegionPath = regions[region], EmployerName = file.Employer, KeyId = vault.Create("expert").Id, CreatedAt = clock.GetUtcNow(),
        };
        context.Experts.Add(row);
        context.ExpertFields.AddRange(file.Fields.Select(code => new ExpertField { ExpertId = row.Id, Code = code }));
    }

    private static PersonDetails DetailsOf(DemoPerson file) => new(file.Name.Zh)
    {
        IdentifierKind = file.Person.IdType,
        IdentifierNumber = file.Person.IdNumber,
        Nationality = file.Person.Nationality,
        Sex = file.Person.Gender,
        BirthDate = file.Person.BirthDate,
        Mobile = file.Mobile,
        Email = file.Email,
    };
}
