using Approvals.Application.Cases;
using Approvals.Application.Children;
using Approvals.Application.Entitlements;
using Approvals.Application.Jobs;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Presence;

/// <summary>The case of a duty is opened on its day, once, and the next year's duty follows.</summary>
public sealed class OpenObligationsTests
{
    private static readonly DateTimeOffset Day = new(2027, 1, 4, 2, 0, 0, TimeSpan.FromHours(8));

    [Theory, AllDatabases]
    public async Task Run_BeforeTheDay_OpensNothing(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        MoveTo(ledgers, Day.AddDays(-1));

        await RunAsync(ledgers, Day.AddDays(-1));

        Assert.Equal(ObligationState.Pending, (await DutiesAsync(ledgers)).Single().State);
    }

    [Theory, AllDatabases]
    public async Task Run_OnTheDay_OpensOneCaseAndTheNextDutyFollows(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        MoveTo(ledgers, Day);

        await RunAsync(ledgers, Day);
        await RunAsync(ledgers, Day.AddHours(1));
        await ledgers.Host.PumpAsync();
        await RunAsync(ledgers, Day.AddHours(2));

        var duties = await DutiesAsync(ledgers);
        Assert.Equal([(ObligationState.Opened, new DateOnly(2027, 1, 4)), (ObligationState.Pending, new DateOnly(2028, 1, 4))], duties.Select(d => (d.State, d.OpensOn)));
        var opened = Assert.Single(await ledgers.Host.ReadAsync(c => c.Cases.AsNoTracking().Where(x => x.Id == duties[0].OpenedCaseId).ToListAsync()));
        Assert.Equal((SmallPackage.Code, ledgers.Held.PersonId, ledgers.Employer), (opened.ServiceCode, opened.ApplicantPersonId, opened.OrganisationId!.Value));
        Assert.Equal("Fill", Assert.Single(await ledgers.Host.TasksAsync(opened.Id)).Kind);
        Assert.Equal(1, await ledgers.Host.ReadAsync(c => c.ChildCases.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Run_ByTwoNodesAtOnce_OpensOneCaseForEachDuty(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        MoveTo(ledgers, Day);

        await Task.WhenAll(OpenAsync(ledgers), OpenAsync(ledgers));

        Assert.Equal(1, await ledgers.Host.ReadAsync(c => c.ChildCases.CountAsync()));
        Assert.Equal(2, (await DutiesAsync(ledgers)).Count);
    }

    [Theory, AllDatabases]
    public async Task Run_OfADutyCheckedOnce_LeavesNone(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.DutyAsync(new DateOnly(2026, 3, 1), once: true);

        await RunAsync(ledgers, Day);

        Assert.Equal(["once:Opened", "yearly:Pending"], (await DutiesAsync(ledgers)).Select(d => $"{d.Type}:{d.State}"));
    }

    [Theory, AllDatabases]
    public async Task Run_AfterTheContractOrTheRight_LeavesNoFurtherDuty(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.Host.ReadAsync(c => c.Obligations.ExecuteUpdateAsync(s => s.SetProperty(o => o.TermTo, new DateOnly(2026, 12, 31))));
        MoveTo(ledgers, Day);

        await RunAsync(ledgers, Day);

        Assert.Equal(ObligationState.Opened, Assert.Single(await DutiesAsync(ledgers)).State);
    }

    [Theory, AllDatabases]
    public async Task Run_OfARightThatWasRevoked_OpensNothing(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        await ledgers.Host.ReadAsync(c => c.Entitlements.ExecuteUpdateAsync(s => s.SetProperty(e => e.EndedOn, new DateOnly(2026, 6, 1))));
        MoveTo(ledgers, Day);

        await RunAsync(ledgers, Day);

        Assert.Equal(ObligationState.Cancelled, Assert.Single(await DutiesAsync(ledgers)).State);
        Assert.False(await ledgers.Host.ReadAsync(c => c.ChildCases.AnyAsync()));
    }

    [Theory, AllDatabases]
    public async Task Run_KilledAfterAChunk_GoesOnWithTheRest(DatabaseKind kind)
    {
        await using var ledgers = await Ledgers.OpenAsync(kind);
        for (var i = 0; i < OpenObligations.ChunkSize + 20; i++)
        {
            await ledgers.DutyAsync(new DateOnly(2020, 1, 1).AddDays(i), once: true);
        }

        await ledgers.Host.UseAsync<OpenObligations, OpenObligations.Chunk?>(u => u.NextAsync(OpenObligations.Place.Read(null), default));
        Assert.Equal(OpenObligations.ChunkSize, await ledgers.Host.ReadAsync(c => c.ChildCases.CountAsync()));
        await RunAsync(ledgers, Day);

        Assert.Equal(OpenObligations.ChunkSize + 20, await ledgers.Host.ReadAsync(c => c.ChildCases.CountAsync()));
        Assert.Equal(OpenObligations.ChunkSize + 20, await ledgers.Host.ReadAsync(c => c.InboundEvents.CountAsync()));
    }

    private static void MoveTo(Ledgers ledgers, DateTimeOffset instant) => ledgers.Host.Host.Time.Advance(instant - ledgers.Host.Host.Time.GetUtcNow());

    private static Task<bool> RunAsync(Ledgers ledgers, DateTimeOffset due) =>
        ledgers.Host.UseAsync<JobRunner, bool>(runner => runner.RunAsync("obligations.open", due, default));

    private static Task<int> OpenAsync(Ledgers ledgers) => ledgers.Host.UseAsync<OpenObligations, int>(async open =>
    {
        var (after, opened) = (OpenObligations.Place.Read(null), 0);
        while (await open.NextAsync(after, default) is { } chunk)
        {
            (after, opened) = (chunk.Last, opened + chunk.Opened);
        }

        return opened;
    });

    private static Task<List<Obligation>> DutiesAsync(Ledgers ledgers) => ledgers.Host.ReadAsync(c => c.Obligations.AsNoTracking().OrderBy(o => o.OpensOn).ThenBy(o => o.Id).ToListAsync());
}
