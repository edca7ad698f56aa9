using Approvals.Application.Replay;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Replay;

/// <summary>What those who write and publish a version say to the cases that come out otherwise.</summary>
public sealed class ReplayNoteTests
{
    [Theory, AllDatabases]
    public async Task Note_ToAChangedCase_IsKeptShownAndTakenOut(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        var run = await ChangedAsync(replaying);
        var place = Assert.Single(await replaying.CasesAsync(run, verdict: ReplayVerdict.Changed)).Place;

        Assert.Null((await NoteAsync(replaying, run, place, " 符合预期 ", replaying.Versions.Editor)).Error?.Code);
        Assert.Null((await NoteAsync(replaying, run, place, "符合预期", replaying.Versions.Editor)).Error?.Code);

        var shown = Assert.Single(await replaying.CasesAsync(run, replaying.Versions.Approver, ReplayVerdict.Changed));
        Assert.Equal(("符合预期", 1, true), (shown.Note, (await replaying.ReadAsync(run)).Noted, (await replaying.ReadAsync(run)).IsCurrent));
        Assert.NotNull(shown.NotedBy);
        var table = (await replaying.Host.UseAsync<ReplayList, Result<SheetTable>>(u => u.TableAsync(run, replaying.Versions.Approver, default))).Value;
        Assert.Contains(table.Rows, r => r.Contains("符合预期") && r.Contains(shown.NotedBy!));
        Assert.Equal(1, await replaying.Host.ReadAsync(c => c.AuditEntries.CountAsync(a => a.Action == "replay.noted")));
        var heads = await replaying.Host.UseAsync<ReplayList, Result<IReadOnlyList<ReplayHeadDto>>>(async u =>
            await u.ListAsync((await replaying.ReadAsync(run)).Version, replaying.Versions.Approver, default));
        Assert.Equal(run, Assert.Single(heads.Value).Id);
    }

    [Fact]
    public async Task Note_OnceEmpty_IsTakenBack()
    {
        await using var replaying = await Replaying.CreateAsync(DatabaseKind.Sqlite);
        var run = await ChangedAsync(replaying);
        var place = Assert.Single(await replaying.CasesAsync(run, verdict: ReplayVerdict.Changed)).Place;
        await NoteAsync(replaying, run, place, "待查", replaying.Versions.Editor);

        await NoteAsync(replaying, run, place, "", replaying.Versions.Approver);

        var shown = Assert.Single(await replaying.CasesAsync(run, verdict: ReplayVerdict.Changed));
        Assert.Null(shown.Note);
        Assert.Null(shown.NotedBy);
        Assert.Null(shown.NotedAt);
    }

    [Fact]
    public async Task Note_ByOthersOrToAVersionThatIsPublished_IsRefused()
    {
        await using var replaying = await Replaying.CreateAsync(DatabaseKind.Sqlite);
        var first = await replaying.CaseAsync(50);
        var run = (await replaying.RunAsync(await replaying.VersionOfAsync(first))).Run.Id;

        Assert.Equal("replay.published", (await NoteAsync(replaying, run, 1, "晚了", replaying.Versions.Editor)).Error?.Code);
        Assert.Equal("rights.forbidden", (await NoteAsync(replaying, run, 1, "无权", replaying.Versions.Operator)).Error?.Code);
        Assert.Equal(ErrorKind.NotFound, (await NoteAsync(replaying, run, 99, "没有", replaying.Versions.Editor)).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Note_ToAllAlike_LeavesOutWhatChangesOtherwiseOrHasANote(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        foreach (var amount in new[] { 300, 300, 300, 600 })
        {
            await replaying.CaseAsync(amount);
        }

        var run = (await replaying.RunAsync(await replaying.DraftAsync(("&lt;= 500", "&ge; 501"), ("&gt; 500", "&lt;= 500"), ("&ge; 501", "&gt; 500")))).Run.Id;
        var changed = await replaying.CasesAsync(run, verdict: ReplayVerdict.Changed);
        var groups = changed.GroupBy(c => c.Changes[0].Before).OrderByDescending(g => g.Count()).Select(g => g.ToList()).ToList();
        var (small, other) = (groups[0], groups[1]);
        await NoteAsync(replaying, run, small[2].Place, "另有说明", replaying.Versions.Editor);

        await NoteAsync(replaying, run, small[0].Place, "符合预期", replaying.Versions.Editor, alike: true);

        var notes = (await replaying.CasesAsync(run, verdict: ReplayVerdict.Changed)).ToDictionary(c => c.Place, c => c.Note);
        Assert.Equal(["符合预期", "符合预期", "另有说明"], small.Select(c => notes[c.Place]));
        Assert.All(other, c => Assert.Null(notes[c.Place]));
    }

    [Theory, AllDatabases]
    public async Task Note_IsKept_WhenTheNextReplayShowsTheSame(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        await replaying.CaseAsync(300);
        var draft = await replaying.DraftAsync(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100"));
        var run = (await replaying.RunAsync(draft)).Run.Id;
        await NoteAsync(replaying, run, Assert.Single(await replaying.CasesAsync(run, verdict: ReplayVerdict.Changed)).Place, "符合预期", replaying.Versions.Editor);

        var again = (await replaying.RunAsync(draft)).Run.Id;

        var shown = Assert.Single(await replaying.CasesAsync(again, verdict: ReplayVerdict.Changed));
        Assert.NotEqual(run, again);
        Assert.Equal("符合预期", shown.Note);
        Assert.NotNull(shown.NotedBy);
    }

    [Theory, AllDatabases]
    public async Task Submit_WhileAChangedCaseHasNoNote_IsRefusedUntilItHasOne(DatabaseKind kind)
    {
        await using var replaying = await Replaying.CreateAsync(kind);
        await replaying.CaseAsync(300);
        var draft = await replaying.DraftAsync(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100"));
        var run = (await replaying.RunAsync(draft)).Run.Id;

        var refused = (await replaying.Versions.SubmitAsync(draft)).Error!;
        await NoteAsync(replaying, run, 1, "符合预期", replaying.Versions.Editor);

        Assert.Equal(("policies.unsaid", "1"), (refused.Code, refused.Data["count"]));
        Assert.Null((await replaying.Versions.SubmitAsync(draft)).Error?.Code);
    }

    private static async Task<Guid> ChangedAsync(Replaying replaying)
    {
        await replaying.CaseAsync(300);
        return (await replaying.RunAsync(await replaying.DraftAsync(("&lt;= 500", "&lt;= 100"), ("&gt; 500", "&gt; 100")))).Run.Id;
    }

    private static Task<Result<Unit>> NoteAsync(Replaying replaying, Guid run, int place, string note, CurrentUser by, bool alike = false) =>
        replaying.Host.UseAsync<NoteReplayedCase, Result<Unit>>(u => u.HandleAsync(new NoteReplayedCase.Request(run, place, note, alike), by, default));
}
