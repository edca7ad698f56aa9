using System.Collections.Immutable;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Rights;

/// <summary>Whose the thing is that a request names, seen from who asks.</summary>
internal enum Whose
{
    /// <summary>The asker's own: they are the applicant themselves.</summary>
    Own,

    /// <summary>Somebody else's, at the asker's office or employer.</summary>
    Here,

    /// <summary>Somebody else's, elsewhere.</summary>
    There,
}

/// <summary>A demo person who stands for a role; nobody for who has not signed in.</summary>
internal sealed record Asker(string Role, string? User, string Short);

/// <summary>The product with one demo person of each role, a case of each of them, one of the same office and one elsewhere.</summary>
internal sealed class Office(MeasuredProduct server)
{
    /// <summary>The applicant of the case at the askers' office.</summary>
    public const string Others = "liu.bowen";

    /// <summary>The applicant of the case elsewhere.</summary>
    public const string Elsewhere = "chen.siyu";

    public static IReadOnlyList<Asker> Askers { get; } =
    [
        new("nobody", null, "–"),
        new(Roles.Applicant, "zhou.jianhua", "App"),
        new(Roles.EmployerAgent, "wang.fang", "Agt"),
        new(Roles.IntakeOfficer, "liu.ying", "Int"),
        new(Roles.Reviewer, "xu.lei", "Rev"),
        new(Roles.Approver, "luo.jun", "Apr"),
        new(Roles.Lead, "jia.ning", "Led"),
        new(Roles.Operator, "ops.cai", "Ops"),
        new(Roles.Expert, "expert.qiao", "Exp"),
        new(Roles.Provider, "homes.lu", "Prv"),
        new(Roles.PolicyEditor, "zhou.min", "Edi"),
        new(Roles.PolicyApprover, "tao.ran", "Pub"),
        new(Roles.Auditor, "audit.he", "Aud"),
        new(Roles.SystemAdmin, "admin.system", "Sys"),
        new(Roles.SecurityAdmin, "admin.security", "Sec"),
    ];

    private readonly Dictionary<string, Belonging> _own = [];
    private Belonging _here = null!;
    private Belonging _there = null!;

    public IReadOnlyDictionary<string, Caller> Callers { get; private set; } = null!;

    public IReadOnlyDictionary<string, string> Shared { get; private set; } = null!;

    /// <summary>Makes everything once, and keeps the database so.</summary>
    public static async Task<Office> OpenAsync(MeasuredProduct server)
    {
        var office = new Office(server);
        await office.ImportAsync();
        var (here, there) = (await new PlaceStory(server, Place.Here).MakeAsync(), await new PlaceStory(server, Place.There).MakeAsync());
        office._here = await new BelongingStory(server, Place.Here, here).MakeAsync(Others);
        office._there = await new BelongingStory(server, Place.There, there).MakeAsync(Elsewhere);
        foreach (var asker in Askers.Where(a => a.User is not null))
        {
            office._own[asker.Role] = await new BelongingStory(server, Place.Here, here).MakeAsync(asker.User!);
        }

        var story = new OfficeStory(server);
        office.Shared = await story.MakeAsync(office._here.Ids["letters"]);
        office._here = Add(office._here, await story.SubstituteAsync("xu.lei"));
        office._there = Add(office._there, await story.SubstituteAsync("cui.yan"));
        var callers = new Dictionary<string, Caller>();
        foreach (var asker in Askers)
        {
            callers[asker.Role] = await Caller.SignInAsync(server, asker.User);
        }

        office.Callers = callers;
        server.Keep();
        return office;
    }

    /// <summary>What a thing's owner has; nobody has nothing of their own.</summary>
    public Belonging? Of(Asker asker, Whose whose) => whose switch
    {
        Whose.Own => _own.GetValueOrDefault(asker.Role),
        Whose.Here => _here,
        _ => _there,
    };

    private static Belonging Add(Belonging belonging, (string Substitution, string Person) substitute) => belonging with
    {
        Ids = belonging.Ids.ToImmutableDictionary().Add("substitutions", substitute.Substitution).Add("team", substitute.Person),
    };

    private async Task ImportAsync()
    {
        using var started = server.CreateClient();
        await using var scope = server.Services.CreateAsyncScope();
        var imported = await scope.ServiceProvider.GetRequiredService<ImportPackages>().HandleAsync(WholeOffice.Tree, CancellationToken.None);
        Assert.Empty(imported.Broken);
        await AppointExpertsAsync(scope.ServiceProvider);
    }

    /// <summary>
    /// The demonstration's experts sit for one service each; here they sit for the one that is measured, too, and somebody of each place
    /// who is in no pool yet is an expert.
    /// </summary>
    private static async Task AppointExpertsAsync(IServiceProvider services)
    {
        var context = services.GetRequiredService<ApprovalsDbContext>();
        var seats = await context.RoleAssignments.AsNoTracking().Where(a => a.Role == Roles.Expert).ToListAsync();
        context.RoleAssignments.AddRange(seats.Select(seat => new RoleAssignment
        {
            Id = services.GetRequiredService<IIdSource>().Next(), UserId = seat.UserId, Role = seat.Role, RegionCode = seat.RegionCode, RegionPath = seat.RegionPath,
            OrganisationId = seat.OrganisationId, ServiceCode = WholeOffice.Code, ValidFrom = seat.ValidFrom,
        }));
        string[] more = [Place.Here.Expert, Place.There.Expert];
        context.RoleAssignments.AddRange((await context.Users.Where(u => more.Contains(u.UserName!)).Select(u => u.Id).ToListAsync()).Select(user => new RoleAssignment
        {
            Id = services.GetRequiredService<IIdSource>().Next(), UserId = user, Role = Roles.Expert, RegionCode = seats[0].RegionCode, RegionPath = seats[0].RegionPath,
            ServiceCode = WholeOffice.Code, ValidFrom = seats[0].ValidFrom,
        }));
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
    }
}
