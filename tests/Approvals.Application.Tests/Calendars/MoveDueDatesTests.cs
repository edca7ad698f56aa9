using Approvals.Application.Calendars;
using Approvals.Application.Jobs;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Calendars;

/// <summary>A case filed on Monday 2 March 2026: reviewed within 3 working days, promised in 10, statutory 12.</summary>
public sealed class MoveDueDatesTests
{
    [Theory, AllDatabases]
    public async Task Run_DayThatBecameOff_MovesTaskInboxAndBothLimitsOfTheCase(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var before = (Task: Assert.Single(await host.TasksAsync(id)), Case: await host.RowAsync(id));
        Assert.Equal((Notices.EndOf("2026-03-05"), Notices.EndOf("2026-03-16"), Notices.EndOf("2026-03-18")), (before.Task.DueAt, before.Case.DueAt, before.Case.StatutoryDueAt));

        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await host.MoveAllAsync();

        var (task, row) = (Assert.Single(await host.TasksAsync(id)), await host.RowAsync(id));
        Assert.Equal((Notices.EndOf("2026-03-06"), Notices.EndOf("2026-03-17"), Notices.EndOf("2026-03-19")), (task.DueAt, row.DueAt, row.StatutoryDueAt));
        Assert.All(task.Candidates, c => Assert.Equal((task.DueAt, task.YellowAt), (c.DueAt, c.YellowAt)));
        Assert.Equal((before.Task.Version, before.Case.Version), (task.Version, row.Version)); // nobody's page is out of date by it
        var revision = await host.NewestAsync();
        Assert.Equal((RevisionState.Moved, 4L), (revision.State, revision.Moved)); // the timer of the task, too
    }

    [Theory, AllDatabases]
    public async Task Run_Moved_ListsEachDateOnceWithAnAuditEntryAChunk(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await host.MoveAllAsync();

        var number = (await host.NewestAsync()).Number;
        var moves = await host.ReadAsync(c => c.DueDateMoves.AsNoTracking().ToListAsync());

        Assert.Equal([DateKind.Case, DateKind.Statutory, DateKind.Task, DateKind.Timer], moves.Select(m => m.Kind).Order());
        Assert.All(moves, m => Assert.Equal((number, (Guid?)id), (m.Revision, m.CaseId)));
        var task = moves.Single(m => m.Kind == DateKind.Task);
        Assert.Equal((Notices.EndOf("2026-03-05"), Notices.EndOf("2026-03-06")), (task.From, task.To));
        Assert.Equal(4, await host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "calendars.moved")));
        Assert.Equal(1, await host.ReadAsync(c => c.AuditEntries.CountAsync(e => e.Action == "calendars.imported")));
    }

    [Theory, AllDatabases]
    public async Task Run_Again_ChangesNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await host.MoveAllAsync();
        var (moves, due) = (await host.ReadAsync(c => c.DueDateMoves.CountAsync()), (await host.RowAsync(id)).DueAt);

        await host.MoveAllAsync();

        Assert.Equal((moves, due), (await host.ReadAsync(c => c.DueDateMoves.CountAsync()), (await host.RowAsync(id)).DueAt));
    }

    [Theory, AllDatabases]
    public async Task Run_DatesThatAreOver_AndFinishedCases_Stay(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var finished = await host.GrantedAsync();
        var late = await host.FileAsync(SmallPackage.Code, await host.PersonAsync("late", "Applicant", "220104"), new { name = "张晚", amount = 1m, account = "6222000011112222" });
        host.Host.Time.Advance(TimeSpan.FromDays(5)); // past the review's last day, before the case's
        var (task, due) = (Assert.Single(await host.TasksAsync(late)).DueAt, (await host.RowAsync(finished)).DueAt);

        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-04", "2026-03-10"));
        await host.MoveAllAsync();

        Assert.Equal(task, Assert.Single(await host.TasksAsync(late)).DueAt);
        Assert.Equal(due, (await host.RowAsync(finished)).DueAt);
        Assert.Equal(Notices.EndOf("2026-03-18"), (await host.RowAsync(late)).DueAt);
    }

    [Theory, AllDatabases]
    public async Task Run_YearThatWasNotLoaded_IsProvisionalNoMore(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        host.Host.Time.Advance(new DateTimeOffset(2026, 12, 28, 1, 0, 0, TimeSpan.Zero) - host.Host.Time.GetUtcNow());
        var id = await host.CaseAsync();
        Assert.Equal((true, Notices.EndOf("2027-01-11")), ((await host.RowAsync(id)).IsProvisional, (await host.RowAsync(id)).DueAt));

        await host.ImportAsync(Notices.File(2027, ["2027-01-01", "2027-01-02", "2027-01-03"], ["2027-01-09"]));
        await host.MoveAllAsync();

        // Friday is off, Saturday the 9th is worked: the case ends on the same day, the task a day later.
        var (row, task) = (await host.RowAsync(id), Assert.Single(await host.TasksAsync(id)));
        Assert.Equal((false, Notices.EndOf("2027-01-11")), (row.IsProvisional, row.DueAt));
        Assert.Equal((false, Notices.EndOf("2026-12-31")), (task.IsProvisional, task.DueAt));
        Assert.True((await host.NewestAsync()).Confirmed >= 1);
    }

    [Theory, AllDatabases]
    public async Task Run_CorrectionThatEndsALimitEarlier_EndsNothingBeforeTheDayOfLoading(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"));
        var id = await host.CaseAsync();
        Assert.Equal(Notices.EndOf("2026-03-11"), Assert.Single(await host.TasksAsync(id)).DueAt);
        host.Host.Time.Advance(TimeSpan.FromDays(7)); // Monday 9 March

        await host.ImportAsync(await Notices.With2026Async(host) is var all ? Without(all, "2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06") : []);
        await host.MoveAllAsync();

        Assert.Equal(Notices.EndOf("2026-03-09"), Assert.Single(await host.TasksAsync(id)).DueAt);
        Assert.Equal(Notices.EndOf("2026-03-16"), (await host.RowAsync(id)).DueAt);
    }

    [Theory, AllDatabases]
    public async Task Run_KilledBetweenChunks_GoesOnAndDoublesNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        var due = host.Host.Time.GetUtcNow();
        for (var chunks = 1; chunks < OpenDueDates.Kinds.Length; chunks++)
        {
            await host.OneChunkAsync(); // and the process is gone
        }

        await host.RunAsync(due);

        Assert.Equal(RevisionState.Settling, (await host.NewestAsync()).State);
        Assert.Equal(4, await host.ReadAsync(c => c.DueDateMoves.CountAsync()));
        Assert.Equal(Notices.EndOf("2026-03-17"), (await host.RowAsync(id)).DueAt);
    }

    [Theory, AllDatabases]
    public async Task Run_TwoNodesAtOnce_MoveEachDateOnce(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await using var other = await host.BesideAsync(_ => { });
        var at = host.Host.Time.GetUtcNow();

        await Task.WhenAll(Task.Run(() => host.RunAsync(at)), Task.Run(() => other.RunAsync(at.AddSeconds(1))));

        Assert.Equal(4, await host.ReadAsync(c => c.DueDateMoves.CountAsync()));
        Assert.Equal((RevisionState.Settling, 4L), ((await host.NewestAsync()).State, (await host.NewestAsync()).Moved));
        Assert.Equal(Notices.EndOf("2026-03-17"), (await host.RowAsync(id)).DueAt);
    }

    [Theory, AllDatabases]
    public async Task Run_DateOfANodeThatHadNotHeard_IsMovedBySecondLook(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await using var other = await host.BesideAsync(_ => { });
        await host.CaseAsync();
        await other.ImportAsync(await Notices.With2026Async(host, "2026-03-05"));
        await other.RunAsync(host.Host.Time.GetUtcNow());
        var stale = await host.FileAsync(SmallPackage.Code, await host.PersonAsync("slow", "Applicant", "220104"), new { name = "张迟", amount = 1m, account = "6222000011112222" });
        Assert.Equal(Notices.EndOf("2026-03-16"), (await host.RowAsync(stale)).DueAt);

        host.Host.Time.Advance(TimeSpan.FromMinutes(2));
        await other.RunAsync(host.Host.Time.GetUtcNow());

        Assert.Equal(Notices.EndOf("2026-03-17"), (await host.RowAsync(stale)).DueAt);
        Assert.Equal(RevisionState.Moved, (await host.NewestAsync()).State);
    }

    private static byte[] Without(byte[] file, params string[] days) => System.Text.Encoding.UTF8.GetBytes(
        days.Aggregate(System.Text.Encoding.UTF8.GetString(file), (text, day) => text.Replace($",\"{day}\"", "", StringComparison.Ordinal)));
}
