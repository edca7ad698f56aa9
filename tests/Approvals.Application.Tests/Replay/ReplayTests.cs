using Approvals.Application.Database;
using Approvals.Application.Replay;
using Approvals.Application.Sheets;
using Approvals.Application.Secrets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Replay;

public sealed class ReplayTests
{
    [Theory, AllDatabases]
    public async Task Run_AgainstTheSameVersion_ChangesNothing(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        var first = await replaying.CaseAsync(50);
        await replaying.CaseAsync(700);
        await replaying.CaseAsync(90, "reject");
        await replaying.CaseAsync(80, act: null);

        var (run, cases) = await replaying.RunAsync(await replaying.VersionOfAsync(first), open: true);

        Assert.Equal((ReplayState.Done, 4, 4, 4, 0, 0), (run.State, run.Total, run.Played, run.Same, run.Changed, run.Undetermined));
        Assert.Empty(run.Reasons);
        Assert.All(cases, c => Assert.Empty(c.Changes));
    }

    [Theory, AllDatabases]
    public async Task Run_AgainstACopyWithAnotherThreshold_ChangesTheCasesBetweenAndNamesRuleAndClause(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        await replaying.CaseAsync(50);
        var between = await replaying.CaseAsync(300);
        await replaying.CaseAsync(700);

        var (run, cases) = await replaying.RunAsync(await replaying.DraftAsync(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100")));

        Assert.Equal((2, 1, 0), (run.Same, run.Changed, run.Undetermined));
        var changed = Assert.Single(cases, c => c.Verdict == ReplayVerdict.Changed);
        Assert.Equal((await replaying.Host.RowAsync(between)).Number, changed.CaseNumber);
        var decision = changed.Changes[0];
        Assert.Equal((ReplayDifference.Decision, "定级", "定级条件", "pass", "fail"), (decision.Kind, decision.Step, decision.Decision, decision.Before, decision.After));
        Assert.Equal(new ReplayRule("定级条件", 1, "第三条"), Assert.Single(decision.RulesBefore));
        Assert.Equal(new ReplayRule("定级条件", 2, "第四条"), Assert.Single(decision.RulesAfter));
        Assert.Equal(("granted", "refused"), (changed.Changes[1].Before, changed.Changes[1].After));
        Assert.Equal((1, "fail"), (Assert.Single(run.Reasons).Cases, run.Reasons[0].Change.After));
    }

    [Theory, AllDatabases]
    public async Task Run_OfDecidedCases_CountsEachStepsTasksByWeekOnBothSides(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        await replaying.CaseAsync(50);
        await replaying.CaseAsync(300);

        var (run, _) = await replaying.RunAsync(await replaying.DraftAsync(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100")));
        var work = await replaying.WorkAsync(run.Id);

        Assert.Equal(0, work.LeftOut);
        Assert.All(work.Rows, row => Assert.Equal(DayOfWeek.Monday, row.Week.DayOfWeek));
        var review = work.Rows.Where(r => r.Activity == "review").ToList();
        Assert.Equal(("审核", 2, 2), (review[0].Step, review.Sum(r => r.Before), review.Sum(r => r.After)));
    }

    [Theory, AllDatabases]
    public async Task Run_WhereAnActHasNoPlace_IsUndeterminedAndSaysWhich(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        await replaying.CaseAsync(50);

        var (run, cases) = await replaying.RunAsync(await replaying.DraftAsync(("\"id\": \"review\"", "\"id\": \"examine\""), ("\"activity\": \"review\"", "\"activity\": \"examine\"")));

        Assert.Equal((0, 0, 1), (run.Same, run.Changed, run.Undetermined));
        Assert.Equal("“review”环节的操作“Approved”没有对应位置：该环节没有待办。", Assert.Single(cases).Why);
        Assert.Equal(1, Assert.Single(run.Open).Cases);
    }

    [Theory, AllDatabases]
    public async Task Run_OverAnErasedCase_SaysSoAndPlaysTheOthers(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        var (kept, erased) = (await replaying.CaseAsync(50), await replaying.CaseAsync(60));
        var key = (await replaying.Host.RowAsync(erased)).KeyId;
        await replaying.Host.InAsync(async services =>
        {
            await services.GetRequiredService<Vault>().DestroyAsync(key, CancellationToken.None);
            return await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        });

        var (run, _) = await replaying.RunAsync(await replaying.VersionOfAsync(kept));

        Assert.Equal((1, 1), (run.Same, run.Undetermined));
        var report = await replaying.Host.ReadAsync(c => c.ReplayedCases.Where(r => r.CaseId == erased).Select(r => r.Report).SingleAsync());
        Assert.Contains("secrets.erased", report, StringComparison.Ordinal);
    }

    [Theory, AllDatabases]
    public async Task Cancel_BeforeTheNextCase_StopsAndCannotBeRepeated(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        var version = await replaying.VersionOfAsync(await replaying.CaseAsync(50));
        var run = (await replaying.StartAsync(version, key: "click-same")).Value;
        var again = await replaying.StartAsync(version, key: "click-same");
        var second = await replaying.StartAsync(version);
        Task<Result<Unit>> CancelAsync() => replaying.Host.UseAsync<CancelReplay, Result<Unit>>(u => u.HandleAsync(run, replaying.Versions.Editor, default));

        var (cancelled, twice) = (await CancelAsync(), await CancelAsync());
        await replaying.PumpAsync();

        Assert.Equal((run, "replay.running"), (again.Value, second.Error?.Code));
        Assert.True(cancelled.IsSuccess);
        Assert.Equal("replay.over", twice.Error?.Code);
        Assert.Equal((ReplayState.Cancelled, 1, 0), ((await replaying.ReadAsync(run)).State, (await replaying.ReadAsync(run)).Total, (await replaying.ReadAsync(run)).Played));
    }

    [Theory, AllDatabases]
    public async Task Cases_ForAnEditorWhoReadsNoCases_BearNoNumberAndNoAnswer(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        var (id, draft) = (await replaying.CaseAsync(300), await replaying.DraftAsync(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100")));
        var (run, read) = await replaying.RunAsync(draft);

        var unread = Assert.Single(await replaying.CasesAsync(run.Id, replaying.Versions.Editor, ReplayVerdict.Changed));
        var refused = await replaying.StartAsync(draft, by: replaying.Versions.Operator);
        var table = await replaying.Host.UseAsync<ReplayList, Result<SheetTable>>(u => u.TableAsync(run.Id, replaying.Versions.Editor, default));

        Assert.Equal((null, null, 1), (unread.Id, unread.CaseNumber, unread.Place));
        Assert.Equal((id, ReplayVerdict.Changed), (Assert.Single(read).Id, read[0].Verdict));
        Assert.Equal(ErrorKind.Forbidden, refused.Error?.Kind);
        Assert.Equal("–", table.Value.Rows[1][1]);
        var report = await replaying.Host.ReadAsync(c => c.ReplayedCases.Select(r => r.Report).SingleAsync());
        Assert.DoesNotContain("300", report, StringComparison.Ordinal);
        Assert.DoesNotContain("张试", report, StringComparison.Ordinal);
    }
}
