using Approvals.Application.Resources;
using Approvals.Infrastructure.Spreadsheets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of those who give out and of those who wait.</summary>
[Collection(SharedCare.Name)]
public sealed class AllotmentTwiceTests(CarefulProduct server)
{
    private readonly AllotmentStory _story = new(server);

    [Fact]
    [Holds(Bad.Twice, "POST /api/waiting-lists"), Holds(Bad.Twice, "PUT /api/waiting-lists/{id}"), Holds(Bad.Stale, "PUT /api/waiting-lists/{id}")]
    [Holds(Bad.Twice, "POST /api/waiting-lists/{id}/quotas"), Holds(Bad.Twice, "PUT /api/quotas/{id}"), Holds(Bad.Stale, "PUT /api/quotas/{id}")]
    [Holds(Bad.Twice, "POST /api/resources"), Holds(Bad.Twice, "PUT /api/resources/{id}"), Holds(Bad.Stale, "PUT /api/resources/{id}")]
    public async Task Rows_MadeAndChangedTwice_AreOneEach()
    {
        var given = await _story.PrepareAsync("rows");

        Assert.Equal([200, 409], (await given.Provider.TwiceAsync("POST", "/api/waiting-lists", given.NewList("more"))).Select(a => a.Status));
        Assert.Equal([200, 409], (await given.Provider.TwiceAsync("POST", "/api/resources", given.NewResource("desk-more"))).Select(a => a.Status));
        var quotas = await given.Provider.TwiceAsync("POST", $"/api/waiting-lists/{given.List}/quotas", AllotmentStory.NewQuota(3));
        Twins.BothDone(quotas);
        Assert.Equal(quotas[0].Text("id"), quotas[1].Text("id"));
        Assert.Equal([20, 3], (await given.Provider.GetAsync($"/api/waiting-lists/{given.List}/quotas")).Body.EnumerateArray().Select(q => q.GetProperty("total").GetInt32()));

        await ChangedOnceAsync(given.Provider, $"/api/waiting-lists/{given.List}", new { etag = "0", nameZh = "新", nameEn = "New", closed = false, organisation = given.Owner });
        await ChangedOnceAsync(given.Provider, $"/api/quotas/{given.Quota}", new { etag = "0", nameZh = "新", nameEn = "New", total = 30, closed = false });
        await ChangedOnceAsync(given.Provider, $"/api/resources/{given.Resource}", new { etag = "0", nameZh = "新", nameEn = "New", slotMinutes = 15, closed = false });
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/waiting-lists/{id}/offers"), Holds(Bad.Twice, "POST /api/offers/{id}/withdraw"), Holds(Bad.Twice, "POST /api/waiting-entries/{id}/place")]
    [Holds(Bad.Stale, "POST /api/waiting-entries/{id}/place"), Holds(Bad.Twice, "POST /api/offers/{id}/answer"), Holds(Bad.Stale, "POST /api/offers/{id}/answer")]
    public async Task Offer_MadeAnsweredAndTakenBackTwice_IsDoneOnce()
    {
        var given = await _story.PrepareAsync("offers");
        var (one, other) = (await given.FileAsync("zhao.yongqiang"), await given.FileAsync("luo.jun"));
        var moved = new { etag = "0", idempotencyKey = CaseStory.Key(), place = 1, reason = "登记有误" };
        Twins.BothDone(await given.Provider.TwiceAsync("POST", $"/api/waiting-entries/{other.Entry}/place", moved));
        Assert.Equal("rights.stale", (await given.Provider.PostAsync($"/api/waiting-entries/{other.Entry}/place", new { moved.etag, idempotencyKey = CaseStory.Key(), moved.place, moved.reason })).Code);
        var entries = (await given.Provider.GetAsync($"/api/waiting-lists/{given.List}/entries"))["items"].EnumerateArray().Select(e => e.GetProperty("id").GetString());
        Assert.Equal([other.Entry, one.Entry], entries);

        var offered = await given.Provider.TwiceAsync("POST", $"/api/waiting-lists/{given.List}/offers", new { idempotencyKey = CaseStory.Key() });
        Twins.BothDone(offered);
        Assert.Equal((other.Entry, offered[0].Text("offerId")), (offered[0].Text("entryId"), offered[1].Text("offerId")));
        Twins.BothDone(await given.Provider.TwiceAsync("POST", $"/api/offers/{offered[0].Text("offerId")}/withdraw", new { reason = "登记有误" }));

        var offer = await given.OfferAsync(other);
        Assert.Equal("tasks.changed", (await other.Applicant.PostAsync($"/api/offers/{offer.Id}/answer", new { etag = "999", idempotencyKey = CaseStory.Key(), accepted = true })).Code);
        Twins.BothDone(await other.Applicant.TwiceAsync("POST", $"/api/offers/{offer.Id}/answer", await AllotmentStory.AnswerAsync(offer, true)));
        Assert.Equal(1, await server.ReadAsync(c => c.Quotas.Where(q => q.Id == Guid.Parse(given.Quota)).Select(q => q.Taken).SingleAsync()));
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/bookings/{id}/answer"), Holds(Bad.Twice, "POST /api/bookings/{id}/reply"), Holds(Bad.Twice, "POST /api/bookings/{id}/attendance")]
    [Holds(Bad.Stale, "POST /api/bookings/{id}/answer"), Holds(Bad.Stale, "POST /api/bookings/{id}/reply"), Holds(Bad.Stale, "POST /api/bookings/{id}/attendance")]
    public async Task Booking_AnsweredRepliedAndKeptTwice_IsDoneOnce()
    {
        var given = await _story.PrepareAsync("bookings");
        var offer = await given.OfferAsync(await given.FileAsync("chen.siyu"));
        await AllotmentStory.TakeAsync(offer);
        var id = await AllotmentStory.BookingAsync(offer);
        var starts = await server.ReadAsync(c => c.Bookings.Where(b => b.Id == Guid.Parse(id)).Select(b => b.RequestedAt).SingleAsync());
        object Answer(string etag) => new { etag, idempotencyKey = CaseStory.Key(), answer = "propose", startsAt = starts.AddDays(3) };

        await OnceAsync(given.Provider, $"/api/bookings/{id}", "answer", Answer);
        await OnceAsync(offer.Case.Applicant, $"/api/bookings/{id}", "reply", etag => new { etag, idempotencyKey = CaseStory.Key(), reply = "accept" });
        await server.ReadAsync(c => c.Bookings.Where(b => b.Id == Guid.Parse(id)).ExecuteUpdateAsync(b => b.SetProperty(x => x.StartsAt, starts)));
        await OnceAsync(given.Provider, $"/api/bookings/{id}", "attendance", etag => new { etag, idempotencyKey = CaseStory.Key(), attended = true });

        var kept = (await given.Provider.GetAsync("/api/bookings?state=attended"))["items"].EnumerateArray().Single(b => b.GetProperty("id").GetString() == id);
        Assert.Equal("腰疼", kept.GetProperty("personal").GetProperty("details").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "trouble").GetProperty("text").GetString());
        Assert.Equal(3, await server.CountAsync(c => c.CaseEvents.Where(e => e.CaseId == Guid.Parse(offer.Case.Id) && e.Type == "BookingChanged")));
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/resources/{id}/free"), Holds(Bad.Stale, "POST /api/resources/{id}/free"), Holds(Bad.Twice, "POST /api/resources/import")]
    public async Task Things_BroughtInAndFreedTwice_AreThereOnce()
    {
        var given = await _story.PrepareAsync("brought");
        var sheet = XlsxWriter.Write(ResourceSheet.Name, [ResourceSheet.Head("zh-CN"), ["T-once", "一号", "One"]]);
        await given.Provider.GetAsync("/api/antiforgery");
        Task<Answer> Bring() => given.Provider.UploadAsync($"/api/resources/import?organisation={given.Owner}&dryRun=false", sheet, "things.xlsx", "application/octet-stream");

        var answers = await Task.WhenAll(Bring(), Bring());
        Assert.Contains(answers, a => a.Status == 200);
        Assert.All(answers, a => Assert.Contains(a.Status, new[] { 200, 409 }));
        Assert.Equal(1, (await Bring())["unchanged"].GetInt32());
        Assert.Equal(1, await server.CountAsync(c => c.Resources.Where(r => r.Code == "T-once")));

        var free = new { etag = "0", reason = "租约期满" };
        Twins.BothDone(await given.Provider.TwiceAsync("POST", $"/api/resources/{given.Resource}/free", free));
        Assert.Equal("rights.stale", (await given.Provider.PostAsync($"/api/resources/{given.Resource}/free", new { etag = "999", free.reason })).Code);
    }

    /// <summary>An old version is refused, the same click twice is one act.</summary>
    private static async Task OnceAsync(Visitor visitor, string address, string act, Func<string, object> request)
    {
        Assert.Equal("rights.stale", (await visitor.PostAsync($"{address}/{act}", request("999"))).Code);
        Twins.BothDone(await visitor.TwiceAsync("POST", $"{address}/{act}", request((await visitor.GetAsync(address)).Text("etag"))));
    }

    /// <summary>Two changes of the version both saw: one is made.</summary>
    private static async Task ChangedOnceAsync(Visitor visitor, string address, object change)
    {
        Assert.Equal([200, 409], (await visitor.TwiceAsync("PUT", address, change)).Select(a => a.Status));
        Assert.Equal("rights.stale", (await visitor.PutAsync(address, change)).Code);
    }
}
