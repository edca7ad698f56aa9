using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.Application.MessageTexts;
using Approvals.Application.Organisations;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Presence;
using Approvals.Application.Regions;
using Approvals.Application.Reminders;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Domain.Residency;
using Approvals.TestKit.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Year.Tests;

/// <summary>Fills a new folder: what the product loads at its start, the offices, an employer and the holders, as rows the product writes itself.</summary>
internal static class Town
{
    public const string County = "220104", City = "220100", Province = "220000";

    private const int Chunk = 250;

    /// <summary>Where an employer's agent, the county, the city and the province sit.</summary>
    private static readonly (int Number, string Name, string Role, string Region, string Kind)[] Staff =
    [
        (1, Office.Agent, Roles.EmployerAgent, County, "enterprise"),
        (2, Office.County, Roles.Reviewer, County, "hr"),
        (3, Office.CountyAgain, Roles.Reviewer, County, "hr"),
        (4, Office.CountyLead, Roles.Lead, County, "hr"),
        (5, Office.Intake, Roles.IntakeOfficer, County, "hr"),
        (6, Office.City, Roles.Reviewer, City, "hr"),
        (7, Office.Province, Roles.Reviewer, Province, "hr"),
        (8, Office.Approver, Roles.Approver, Province, "hr"),
        (9, Office.ProvinceLead, Roles.Lead, Province, "hr"),
    ];

    public static readonly Guid Employer = Ids.Of(20, 1);

    /// <summary>Fills the folder.</summary>
    public static async Task FoundAsync(string folder, IReadOnlyList<Holder> holders)
    {
        await using var platform = new YearPlatform(folder, YearLoop.Begin);
        await platform.InScopeAsync(LoadAsync);
        await platform.InScopeAsync(services => PeopleAsync(services, platform.Clock.GetUtcNow()));
        foreach (var some in holders.Chunk(Chunk))
        {
            await platform.InScopeAsync(services => HoldersAsync(services, some, platform.Clock.GetUtcNow()));
        }
    }

    /// <summary>The account of somebody in an office.</summary>
    public static Guid UserOf(string office) => Ids.Of(10, Staff.Single(s => s.Name == office).Number);

    /// <summary>Whose account it is; null where it is no office's.</summary>
    public static string? OfficeOf(Guid user) => Staff.Where(s => Ids.Of(10, s.Number) == user).Select(s => s.Name).FirstOrDefault();

    private static async Task<int> LoadAsync(IServiceProvider services)
    {
        var data = Path.Combine(CaseHost.Root(), "data");
        var context = services.GetRequiredService<ApprovalsDbContext>();
        await services.GetRequiredService<IDatabase>().MigrateAsync(context, default);
        await services.GetRequiredService<LoadRegions>().HandleAsync(Path.Combine(data, "regions.json"), default);
        await services.GetRequiredService<LoadSettings>().HandleAsync(Path.Combine(data, "settings.json"), default);
        await services.GetRequiredService<LoadMessages>().HandleAsync(Path.Combine(data, "messages"), default);
        await services.GetRequiredService<LoadReminders>().HandleAsync(Path.Combine(data, "reminders.json"), default);
        await services.GetRequiredService<LoadCalendars>().HandleAsync(Path.Combine(data, "calendars"), default);
        var import = await services.GetRequiredService<ImportPackages>().HandleAsync(PackageFolder.ReadTree(Path.Combine(CaseHost.Root(), "workflows")), default);
        Assert.Empty(import.Broken);
        await services.GetRequiredService<JobPlan>().LoadAsync(default);
        return await PlanAsync(context);
    }

    /// <summary>As staff may set it: reminders are looked for three times a day, and what keeps the house runs once a month; figures are another story.</summary>
    private static async Task<int> PlanAsync(ApprovalsDbContext context)
    {
        string[] house = ["news.forgetSignals", "documents.removeOrphans", "jobs.forgetRuns", "signIns.forget", "retention.erase", "retention.archive", "projections.compare", "audit.verify"];
        await context.JobSchedules.Where(s => s.Job == "figures.keep").ExecuteUpdateAsync(s => s.SetProperty(x => x.IsEnabled, false));
        await context.JobSchedules.Where(s => house.Contains(s.Job)).ExecuteUpdateAsync(s => s.SetProperty(x => x.Cron, "0 40 4 2 * ?"));
        return await context.JobSchedules.Where(s => s.Job == "reminders.find").ExecuteUpdateAsync(s => s.SetProperty(x => x.Cron, "0 5 8,9,15 * * ?"));
    }

    private static async Task<int> PeopleAsync(IServiceProvider services, DateTimeOffset now)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var paths = await context.Regions.ToDictionaryAsync(r => r.Code, r => r.Path);
        Organisation At(Guid id, string kind, string region, string code) => new()
        {
            Id = id, Uscc = code, Name = code, Kind = kind, RegionCode = region, RegionPath = paths[region], VerifiedAt = now, CreatedAt = now,
        };
        var offices = new[] { County, City, Province }.Select((region, i) => At(Ids.Of(21, i), "hr", region, $"hr:{region}")).ToDictionary(o => o.RegionCode);
        var employer = At(Employer, "enterprise", County, "91220104MA99T0018D");
        context.Organisations.AddRange(offices.Values.Append(employer));
        foreach (var one in Staff)
        {
            var person = await services.GetRequiredService<PersonRegister>().AddAsync(new PersonDetails(one.Name), now, default);
            Add(context, (10, one.Number), one.Name, person, one.Role, (one.Region, paths[one.Region]), one.Kind == "hr" ? offices[one.Region].Id : Employer, now);
        }

        return await context.SaveChangesAsync();
    }

    private static void Add(ApprovalsDbContext context, (short Kind, int Number) account, string name, Person person, string role, (string Code, string Path) region, Guid? organisation, DateTimeOffset now)
    {
        var id = Ids.Of(account.Kind, account.Number);
        context.Users.Add(new User
        {
            Id = id, UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, Email = $"{name}@example.org", PersonId = person.Id,
            IsStaff = Roles.IsStaff(role), OrganisationId = organisation, CreatedAt = now,
        });
        context.RoleAssignments.Add(new RoleAssignment
        {
            Id = Ids.Of((short)(30 + account.Kind), account.Number), UserId = id, Role = role, RegionCode = region.Code, RegionPath = region.Path, OrganisationId = organisation, ValidFrom = now.AddDays(-1),
        });
    }

    private static async Task<int> HoldersAsync(IServiceProvider services, IReadOnlyList<Holder> holders, DateTimeOffset now)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var (vault, register) = (services.GetRequiredService<Vault>(), services.GetRequiredService<PersonRegister>());
        var path = await context.Regions.Where(r => r.Code == County).Select(r => r.Path).SingleAsync();
        foreach (var holder in holders)
        {
            var person = await register.AddAsync(new PersonDetails($"试例{holder.Number}") { BirthDate = new DateOnly(1990, 1, 1) }, now, default);
            Add(context, (1, holder.Number), holder.Key, person, Roles.Applicant, (County, path), null, now);
            var granting = Granting(holder, 1, "talent-classification", person, vault, path);
            context.Cases.Add(granting);
            context.Entitlements.AddRange(
                Right(holder.Grade, granting, "talent-classification/talent-grade", holder.First, holder.Last, person),
                Right(holder.Card, granting, "talent-classification/jixiang", holder.First, holder.Last, person));
            if (holder.LeaseLast is { } last)
            {
                var letting = Granting(holder, 2, "housing", person, vault, path);
                context.Cases.Add(letting);
                context.Entitlements.Add(Right(holder.Lease, letting, "housing/lease", last.AddYears(-3).AddDays(1), last, person));
            }

            AddDuty(context, holder, person.Id, now);
        }

        return await context.SaveChangesAsync();
    }

    private static void AddDuty(ApprovalsDbContext context, Holder holder, Guid person, DateTimeOffset now)
    {
        var enclave = holder.Check == Check.Enclave;
        context.Obligations.Add(new Obligation
        {
            Id = holder.Duty, EntitlementId = holder.Grade, Type = enclave ? "result-transfer" : "residency", CheckServiceCode = "residency-check",
            OpensOn = new DateOnly(holder.Check == Check.None ? 2027 : 2026, 1, 4), State = ObligationState.Pending, CountsPresence = !enclave,
            TermFrom = new DateOnly(2022, 1, 1), TermTo = new DateOnly(2029, 12, 31),
        });
        // 119 days are one too few, 120 are enough; overlaps count once.
        var last = new DateOnly(2025, 1, 1).AddDays(holder.IsShort ? 118 : 119);
        context.PresenceIntervals.AddRange(Stay(holder, person, 1, new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 10), now), Stay(holder, person, 2, new DateOnly(2025, 3, 1), last, now));
    }

    private static PresenceInterval Stay(Holder holder, Guid person, short count, DateOnly from, DateOnly to, DateTimeOffset now)
    {
        var id = Ids.Of((short)(90 + count), holder.Number);
        return new PresenceInterval
        {
            Id = id, PersonId = person, OrganisationId = Employer, From = from, To = to, Source = PresenceSource.Employer, EnteredByUserId = UserOf(Office.Agent), EnteredAt = now,
            ConfirmedAt = now, LiveKey = PresenceInterval.KeyOf(person, Employer, from, to),
            Evidence = [new Evidence { Id = Ids.Of((short)(50 + count), holder.Number), IntervalId = id, Kind = ProofKind.Tax }, new Evidence { Id = Ids.Of((short)(60 + count), holder.Number), IntervalId = id, Kind = ProofKind.Travel }],
        };
    }

    private static Case Granting(Holder holder, short count, string service, Person person, Vault vault, string path) => new()
    {
        Id = Ids.Of((short)(70 + count), holder.Number), Number = $"{count}{holder.Number:0000000}", ServiceCode = service, ServiceName = new LocalText(service, service),
        ServiceVersionId = Ids.Of(80, count), ApplicantPersonId = person.Id, ApplicantUserId = holder.User, ApplicantMaskedName = person.MaskedName, FiledByUserId = holder.User,
        FiledBy = FiledBy.Applicant, OrganisationId = Employer, OrganisationName = "91220104MA99T0018D", RegionCode = County, RegionPath = path, KeyId = vault.Create("case").Id,
        State = "Finished", Result = "granted", SubmittedAt = At(holder.First), FinishedAt = At(holder.First),
    };

    private static Entitlement Right(Guid id, Case granting, string kind, DateOnly first, DateOnly last, Person person) => new()
    {
        Id = id, CaseId = granting.Id, CaseNumber = granting.Number, ServiceCode = granting.ServiceCode, Kind = kind, KindName = new LocalText(kind, kind), PersonId = person.Id,
        HolderMaskedName = person.MaskedName, OrganisationId = Employer, Level = kind.EndsWith("lease", StringComparison.Ordinal) ? "talent-flat" : "E", Number = $"{id:N}",
        ValidFrom = first, ValidTo = last, VerificationToken = $"{id:N}", RegionCode = granting.RegionCode, RegionPath = granting.RegionPath, GrantedAt = granting.SubmittedAt,
    };

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.FromHours(8)).ToUniversalTime();
}

/// <summary>Who sits where.</summary>
internal static class Office
{
    public const string Agent = "agent", County = "county", CountyAgain = "county2", CountyLead = "county-lead", Intake = "intake", City = "city",
        Province = "province", Approver = "approver", ProvinceLead = "lead";
}
