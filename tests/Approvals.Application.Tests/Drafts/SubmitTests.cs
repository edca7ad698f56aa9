using Approvals.Application.Cases;
using Approvals.Application.Drafts;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Drafts;

public sealed class SubmitTests
{
    [Theory, AllDatabases]
    public async Task Submit_TwiceWithOneClick_MakesOneCase(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var draft = await host.DraftAsync();

        var both = await Task.WhenAll(Task.Run(() => host.SubmitAsync(draft)), Task.Run(() => host.SubmitAsync(draft)));

        Assert.All(both, r => Assert.Null(r.Error?.Code));
        Assert.Equal(both[0].Value.CaseId, both[1].Value.CaseId);
        Assert.Equal(1, await host.ReadAsync(c => c.Cases.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Submit_SecondForTheSameThing_LeadsToTheFirst(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var first = await host.SubmitAsync(await host.DraftAsync());

        var second = await host.SubmitAsync(await host.DraftAsync());

        Assert.Equal("drafts.alreadyOpen", second.Error?.Code);
        Assert.Equal((first.Value.Number, first.Value.CaseId.ToString()), (second.Error!.Data["number"], second.Error.Data["caseId"]));
    }

    [Theory, AllDatabases]
    public async Task Submit_WithWrongAnswers_NamesEachFieldAndMakesNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var draft = await host.DraftAsync(new { name = "张试", amount = 5000 });

        var submitted = await host.SubmitAsync(draft);

        Assert.Equal(["amount", "account"], submitted.Error!.Fields.Select(f => f.Path));
        Assert.Equal(0, await host.ReadAsync(c => c.Cases.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Submit_WithAnOldPage_IsRefused(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var draft = await host.DraftAsync();
        await host.UseAsync<SaveDraft, Result<SaveDraft.Saved>>(u => u.HandleAsync(
            new SaveDraft.Request(draft.Id, CaseHost.Values(new { amount = 7 }), draft.Etag), host.Applicant, default));

        var submitted = await host.SubmitAsync(draft);

        Assert.Equal("drafts.changed", submitted.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Load_OfSomebodyElsesDraft_FindsNothing(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var draft = await host.DraftAsync();

        var loaded = await host.UseAsync<DraftLoader, Result<LoadedDraft>>(u => u.LoadAsync(draft.Id, host.First, default));

        Assert.Equal(ErrorKind.NotFound, loaded.Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Save_AnswersAtRest_AreNotReadable(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();

        var payloads = await host.ReadAsync(c => c.Submissions.Where(s => s.CaseId == id).Select(s => s.Payload).ToListAsync());
        var events = await host.ReadAsync(c => c.CaseEvents.Where(e => e.CaseId == id).Select(e => e.Event + e.Facts + e.Effects).ToListAsync());
        var state = await host.ReadAsync(c => c.CaseStates.Where(s => s.CaseId == id).Select(s => s.State).SingleAsync());

        Assert.DoesNotContain(payloads, p => System.Text.Encoding.UTF8.GetString(p).Contains("6222000011112222", StringComparison.Ordinal));
        Assert.DoesNotContain(events.Append(state), t => t.Contains("6222000011112222", StringComparison.Ordinal) || t.Contains("张试", StringComparison.Ordinal));
    }

    [Theory, AllDatabases]
    public async Task Urge_TwiceADay_IsRefusedTheSecondTime(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();

        var once = await host.UseAsync<UrgeCase, Result<UrgeCase.Urged>>(u => u.HandleAsync(new UrgeCase.Request(id), host.Applicant, default));
        var twice = await host.UseAsync<UrgeCase, Result<UrgeCase.Urged>>(u => u.HandleAsync(new UrgeCase.Request(id), host.Applicant, default));
        host.Host.Time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await host.UseAsync<UrgeCase, Result<UrgeCase.Urged>>(u => u.HandleAsync(new UrgeCase.Request(id), host.Applicant, default));

        Assert.Equal((null, "cases.alreadyUrged", null), (once.Error?.Code, twice.Error?.Code, tomorrow.Error?.Code));
    }

    [Theory, AllDatabases]
    public async Task Withdraw_ByTheApplicantOnly_EndsTheCase(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();

        var foreign = await host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(id, null), host.First, default));
        var own = await host.UseAsync<WithdrawCase, Result<Unit>>(u => u.HandleAsync(new WithdrawCase.Request(id, "不再需要"), host.Applicant, default));

        Assert.Equal(("cases.notYours", null), (foreign.Error?.Code, own.Error?.Code));
        Assert.Equal("withdrawn", (await host.RowAsync(id)).Result);
    }

    [Theory, AllDatabases]
    public async Task Serials_ManyAtOnce_AreAllDifferent(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);

        var serials = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() =>
            host.UseAsync<CaseSerials, int>(u => u.NextAsync("220104", "s", new DateOnly(2026, 3, 2), default)))));

        Assert.Equal(50, serials.Distinct().Count());
    }
}
