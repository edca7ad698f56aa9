using System.Collections.Immutable;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Inbox;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.People;

/// <summary>Somebody acts for a colleague who is away: on the days, for the service, with the record of both.</summary>
public sealed class SubstitutionTests
{
    [Theory, AllDatabases]
    public async Task Act_ForSomebodyAway_IsDoneAndRecordedForBoth(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        var id = await host.CaseAsync();
        var task = (await host.TasksAsync(id)).Single(t => t.OwnerUserId == host.First.Id);
        var other = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        await SetAsync(host, host.First, other.Id);
        var standIn = await AsAsync(host, other);

        var done = await host.DecideAsync(task, standIn, "approve", "click-0001");

        Assert.Null(done.Error?.Code);
        var written = await host.ReadAsync(c => c.CaseEvents.AsNoTracking().Where(e => e.CaseId == id).OrderBy(e => e.Number).LastAsync());
        Assert.Equal((other.Id, host.First.Id), (written.ActorUserId!.Value, written.OnBehalfOfUserId!.Value));
        Assert.Contains("\"Substitutes\"", written.Facts, StringComparison.Ordinal);
        var opinion = await host.ReadAsync(c => c.Opinions.AsNoTracking().SingleAsync(o => o.CaseId == id));
        Assert.Equal((other.Id, host.First.Id), (opinion.AuthorUserId, opinion.OnBehalfOfUserId!.Value));
    }

    [Theory, AllDatabases]
    public async Task Timeline_OfWhatASubstituteDid_NamesBothToStaff_AndNobodyToTheApplicant(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        var id = await host.CaseAsync();
        var other = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        await SetAsync(host, host.First, other.Id);
        await host.DecideAsync((await host.TasksAsync(id)).Single(t => t.OwnerUserId == host.First.Id), await AsAsync(host, other), "approve", "click-0001");
        host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        await host.DecideAsync(Assert.Single(await host.TasksAsync(id)), host.Second, "approve", "click-0002");

        var steps = await host.UseAsync<CaseTimeline, Result<IReadOnlyList<StepDto>>>(t => t.OfAsync(id, host.Second, default));
        var own = await host.UseAsync<CaseTimeline, Result<IReadOnlyList<StepDto>>>(t => t.OfAsync(id, host.Applicant, default));

        Assert.Equal(["third（代 first 办理）", "second"], steps.Value.Single(s => s.Activity == "review").Lines.Select(l => l.Actor));
        Assert.All(own.Value.SelectMany(s => s.Lines), l => Assert.Null(l.Actor));
    }

    [Theory, AllDatabases]
    public async Task Claim_ByASubstitute_NamesBothAtTheStepAndOnTheTask(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var other = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        await SetAsync(host, host.First, other.Id);
        var (standIn, task) = (await AsAsync(host, other), Assert.Single(await host.TasksAsync(id)));
        Assert.Equal("first", (await PageAsync(host, task, standIn)).StandsInFor);

        Assert.Null((await host.UseAsync<ClaimTask, Result<ActDone>>(c => c.HandleAsync(new ClaimTask.Request(task.Id), standIn, default))).Error?.Code);

        var steps = await host.UseAsync<CaseTimeline, Result<IReadOnlyList<StepDto>>>(t => t.OfAsync(id, host.First, default));
        Assert.Equal("third（代 first 办理）", steps.Value.Single(s => s.Activity == "review").Actor);
        var (own, substitute) = (await PageAsync(host, task, host.First), await PageAsync(host, task, standIn));
        Assert.Equal(("third（代 first 办理）", true), (own.ClaimedBy!.Name, own.ClaimedBy.Me));
        Assert.Equal(("third（代 first 办理）", true), (substitute.ClaimedBy!.Name, substitute.ClaimedBy.Me));
        Assert.Null(own.StandsInFor);
    }

    [Theory, AllDatabases]
    public async Task Fill_OfAnOffice_IsTheSubstitutesToo_NotWhatThePersonFillsInAsAnApplicant(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, change: flow => flow
            .Replace("\"type\": \"Approvals.Review\"", "\"type\": \"Approvals.Fill\", \"form\": { \"typeName\": \"String\", \"expression\": { \"type\": \"Literal\", \"value\": \"application\" } }", StringComparison.Ordinal)
            .Replace("\"participants\"", "\"who\"", StringComparison.Ordinal).Replace("\"port\": \"Approved\"", "\"port\": \"Done\"", StringComparison.Ordinal)
            .Replace("\"port\": \"Rejected\"", "\"port\": \"Withdrawn\"", StringComparison.Ordinal));
        var id = await host.CaseAsync();
        var other = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        await SetAsync(host, host.First, other.Id);
        var standIn = await AsAsync(host, other);
        var task = Assert.Single(await host.TasksAsync(id));

        Assert.Equal(nameof(TaskKind.Fill), task.Kind);
        Assert.Equal(id, Assert.Single(await TodoAsync(host, standIn)).CaseId);
        Assert.NotNull(TaskRights.StandInFor(standIn, task));
        Assert.True(TeamRights.IsAssignable(task));

        // What a clerk filed at the counter is the applicant's to answer, whoever does it for them.
        task.Candidates.Add(new TaskCandidate { TaskId = task.Id, Key = CandidateKey.Party, ServiceCode = task.ServiceCode, IsOpen = true, DueAt = default, YellowAt = default });
        Assert.Equal((null, false, false), (TaskRights.StandInFor(standIn, task), TeamRights.IsAssignable(task), TaskRights.IsOfAnOffice(task)));
        task.Candidates.Clear();
        task.Candidates.Add(new TaskCandidate { TaskId = task.Id, Key = CandidateKey.User(host.First.Id), ServiceCode = task.ServiceCode, IsOpen = true, DueAt = default, YellowAt = default });
        Assert.Null(TaskRights.StandInFor(standIn, task));
    }

    [Theory, AllDatabases]
    public async Task Inbox_OfTheSubstitute_ShowsTheTasksOfTheAbsentOnTheDaysOnly(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var other = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        await SetAsync(host, host.First, other.Id, fromInDays: 1, days: 2);

        Assert.Empty(await TodoAsync(host, await AsAsync(host, other)));
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(id, Assert.Single(await TodoAsync(host, await AsAsync(host, other))).CaseId);
        host.Host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Empty(await TodoAsync(host, await AsAsync(host, other)));
    }

    [Theory, AllDatabases]
    public async Task Act_AfterTheSubstitutionEnded_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));
        var other = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        var substitution = await SetAsync(host, host.First, other.Id);
        var standIn = await AsAsync(host, other);
        await host.UseAsync<EndSubstitution, Result<Unit>>(u => u.HandleAsync(substitution.Value, host.First, default));

        var still = await host.DecideAsync(task, standIn, "approve", "click-0001");

        Assert.Equal("workflow.notSubstitute", still.Error?.Code);
        Assert.Equal("tasks.notYours", (await host.DecideAsync(task, await AsAsync(host, other), "approve", "click-0002")).Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Act_BySubstituteInAllOf_ForBothSeats_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "AllOf");
        var id = await host.CaseAsync();
        var tasks = await host.TasksAsync(id);
        await SetAsync(host, host.First, host.Second.Id);
        var second = await AsAsync(host, host.Second);
        Assert.Null((await host.DecideAsync(tasks.Single(t => t.OwnerUserId == host.First.Id), second, "approve", "click-0001")).Error?.Code);

        var own = (await host.TasksAsync(id)).Single(t => t.OwnerUserId == host.Second.Id);
        var refused = await host.DecideAsync(own, second, "approve", "click-0002");

        Assert.Equal("workflow.twoVoices", refused.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Set_TwiceAtOnce_IsOneRowAndBothAreAnswered(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => SetAsync(host, host.First, host.Second.Id))));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal(1, await host.ReadAsync(c => c.Substitutions.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Set_OnDaysThatAreTaken_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var third = await host.PersonAsync("third", Roles.IntakeOfficer, "220104");
        await SetAsync(host, host.First, host.Second.Id, days: 5);

        Assert.Equal("substitutes.overlap", (await SetAsync(host, host.First, third.Id, fromInDays: 4, days: 5)).Error?.Code);
        Assert.Null((await SetAsync(host, host.First, third.Id, fromInDays: 5, days: 5)).Error?.Code);
    }

    [Fact]
    public async Task Set_ForWhomOneDoesNotLeadOrWithWhoCannotAct_IsRefused()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var far = await host.PersonAsync("far", Roles.Reviewer, "220600");
        var lead = await host.PersonAsync("lead", Roles.Lead, "220104");
        var foreign = await host.PersonAsync("foreign", Roles.Lead, "220600");

        Assert.Equal("substitutes.nobody", (await SetAsync(host, host.First, far.Id)).Error?.Code);
        Assert.Equal("substitutes.nobody", (await SetAsync(host, host.First, host.First.Id)).Error?.Code);
        Assert.Equal("substitutes.past", (await SetAsync(host, host.First, host.Second.Id, fromInDays: -1)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await SetAsync(host, host.First, host.Second.Id, by: foreign)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await SetAsync(host, host.Applicant, host.Second.Id)).Error?.Kind);
        Assert.Null((await SetAsync(host, host.First, host.Second.Id, by: lead)).Error?.Code);
    }

    internal static Task<Result<Guid>> SetAsync(CaseHost host, CurrentUser person, Guid substitute, int fromInDays = 0, int days = 3, CurrentUser? by = null)
    {
        var from = Today(host).AddDays(fromInDays);
        return host.UseAsync<SetSubstitute, Result<Guid>>(u =>
            u.HandleAsync(new SetSubstitute.Request(person.Id, substitute, from, from.AddDays(days - 1), null, "休假"), by ?? person, default));
    }

    /// <summary>Somebody as a session of that moment knows them.</summary>
    internal static async Task<CurrentUser> AsAsync(CaseHost host, CurrentUser user)
    {
        var standsIn = await host.ReadAsync(c => StandIns.ReadAsync(c, user.Id, Today(host), host.Host.Time.GetUtcNow(), CancellationToken.None));
        return user with { StandsInFor = [.. standsIn] };
    }

    private static async Task<WorkTaskDto> PageAsync(CaseHost host, TaskItem task, CurrentUser user) =>
        (await host.UseAsync<WorkTaskPage, Result<WorkTaskDto>>(p => p.ReadAsync(task.Id, user, default))).Value;

    private static DateOnly Today(CaseHost host) => host.Host.Services.GetRequiredService<CalendarInForce>().Today(host.Host.Time);

    private static async Task<List<TaskItem>> TodoAsync(CaseHost host, CurrentUser user)
    {
        var ids = await host.InAsync(services => InboxQuery.First(services.GetRequiredService<InboxQuery>().Walks(user), 10).Select(w => w.TaskId).ToListAsync());
        return await host.ReadAsync(c => c.TaskItems.AsNoTracking().Where(t => ids.Contains(t.Id)).ToListAsync());
    }
}
