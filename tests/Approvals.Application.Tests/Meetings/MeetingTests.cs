using Approvals.Application.Meetings;
using Approvals.Application.Rights;
using Approvals.Application.Sheets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Application.Tests.Meetings;

/// <summary>What goes to a meeting: cases that wait at a step, by right, in the order chosen, and with names only where the reader may know them.</summary>
public sealed class MeetingTests
{
    private const string County = "220104";
    private static readonly MeetingRequest AtReview = new(SmallPackage.Code, "review", null, [], null);

    [Theory, AllDatabases]
    public async Task List_OfAStep_HoldsWhatWaitsThere_AndChosenOnesInTheirOrder(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var cases = await FiledAsync(host, 3);
        var lead = await host.PersonAsync("lead", Roles.Lead, County);
        await host.DecideAsync(Assert.Single(await host.TasksAsync(cases[1])), host.First, "approve", "click-0001");

        var all = await ReadAsync(host, lead, AtReview);
        var chosen = await ReadAsync(host, lead, AtReview with { Cases = [cases[2], cases[1], cases[0]] });
        var none = await ReadAsync(host, lead, AtReview with { DueBy = new DateOnly(2020, 1, 1) });

        Assert.Equal([cases[0].ToString(), cases[2].ToString()], all.Items.Select(i => i.CaseId).Order());
        Assert.Equal([cases[2].ToString(), cases[0].ToString()], chosen.Items.Select(i => i.CaseId));
        Assert.Equal((0, 1, false), (all.Gone, chosen.Gone, all.Redacted));
        Assert.Empty(none.Items);
        Assert.All(all.Items, i => Assert.EndsWith("*", i.Applicant.TrimEnd('试') + "*", StringComparison.Ordinal));
        Assert.Contains(all.Services, s => s.Code == SmallPackage.Code && s.Steps.Any(o => o.Value == "review"));
    }

    [Theory, AllDatabases]
    public async Task List_OfAVote_NamesNobody_UnlessAskedByWhoHasNoSeat(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, "Vote");
        await FiledAsync(host, 1);
        var lead = await host.PersonAsync("lead", Roles.Lead, County);

        var usual = Assert.Single((await ReadAsync(host, lead, AtReview)).Items);
        var named = Assert.Single((await ReadAsync(host, lead, AtReview with { Redacted = false })).Items);
        var seat = await ReadAsync(host, host.First, AtReview with { Redacted = false });

        Assert.Equal(("申请人（匿名）", "0/2"), (usual.Applicant, usual.Progress));
        Assert.NotEqual("申请人（匿名）", named.Applicant);
        Assert.Equal((true, true, "申请人（匿名）"), (seat.Redacted, seat.MustRedact, Assert.Single(seat.Items).Applicant));
    }

    [Theory, AllDatabases]
    public async Task List_SaysWhatTheTableProposes_AndTheSheetTheSame(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind, Graded());
        var id = Assert.Single(await FiledAsync(host, 1));
        var lead = await host.PersonAsync("lead", Roles.Lead, County);

        var waiting = Assert.Single((await ReadAsync(host, lead, AtReview)).Items);
        var chosen = Assert.Single((await ReadAsync(host, lead, AtReview with { Cases = [id] })).Items);
        var sheet = (await host.UseAsync<MeetingSheet, Result<SheetTable>>(u => u.ReadAsync(AtReview with { Cases = [id] }, lead, default))).Value;

        Assert.Null(waiting.Proposal);
        Assert.Equal(("定级", "第三条"), (chosen.Proposal!.Name, chosen.Proposal.Clause));
        Assert.Equal(["1", chosen.Number], sheet.Rows[2].Take(2));
        Assert.Contains("第三条", sheet.Rows[2]);
    }

    [Theory, AllDatabases]
    public async Task List_IsForWhoReadsCasesOfTheRegion(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var cases = await FiledAsync(host, 1);
        var far = await host.PersonAsync("far", Roles.Lead, "220204");

        Assert.Empty((await ReadAsync(host, far, AtReview with { Cases = cases })).Items);
        Assert.Equal(ErrorKind.Forbidden, (await host.UseAsync<MeetingPage, Result<MeetingDto>>(u => u.ReadAsync(AtReview, host.Applicant, default))).Error?.Kind);
        Assert.Equal("meetings.tooMany", (await host.UseAsync<MeetingPage, Result<MeetingDto>>(u => u.ReadAsync(
            AtReview with { Cases = [.. Enumerable.Range(0, 31).Select(_ => Guid.NewGuid())] }, far, default))).Error?.Code);
    }

    private static async Task<MeetingDto> ReadAsync(CaseHost host, CurrentUser user, MeetingRequest request) =>
        (await host.UseAsync<MeetingPage, Result<MeetingDto>>(u => u.ReadAsync(request, user, default))).Value;

    private static async Task<List<Guid>> FiledAsync(CaseHost host, int count)
    {
        List<Guid> cases = [];
        for (var i = 0; i < count; i++)
        {
            var applicant = await host.PersonAsync($"applicant-{i}", Roles.Applicant, County);
            cases.Add(await host.FileAsync(SmallPackage.Code, applicant, new { name = "张试", amount = 12.5m, account = "6222000011112222" }));
            host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        return cases;
    }

    /// <summary>The small package whose table is asked before people look at the case.</summary>
    private static Application.Policies.PackageTree Graded() => new(
        [new Application.Policies.PackageFolder(SmallPackage.Code, GradedPackage.Files(
            ("\"apply\", \"port\": \"Done\" }, \"target\": { \"activity\": \"review\"", "\"apply\", \"port\": \"Done\" }, \"target\": { \"activity\": \"grade\""),
            ("\"review\", \"port\": \"Approved\" }, \"target\": { \"activity\": \"grade\"", "\"review\", \"port\": \"Approved\" }, \"target\": { \"activity\": \"grant\""),
            ("\"grade\", \"port\": \"pass\" }, \"target\": { \"activity\": \"grant\"", "\"grade\", \"port\": \"pass\" }, \"target\": { \"activity\": \"review\"")))],
        System.Collections.Immutable.ImmutableSortedDictionary<string, ReadOnlyMemory<byte>>.Empty);
}
