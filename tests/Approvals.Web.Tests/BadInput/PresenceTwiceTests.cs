using Approvals.Application.Database;
using Approvals.Application.Entitlements;
using Approvals.Application.Presence;
using Approvals.Domain.Residency;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and an old version, of a ledger of presence.</summary>
[Collection(SharedCare.Name)]
public sealed class PresenceTwiceTests(CarefulProduct server)
{
    private static readonly object Days = new { from = "2025-03-05", to = "2025-03-06", proofs = new[] { "tax", "travel" } };

    [Fact]
    [Holds(Bad.Twice, "POST /api/presence/entries"), Holds(Bad.Twice, "POST /api/presence/people/{id}/entries")]
    [Holds(Bad.Twice, "POST /api/presence/entries/{id}/correction"), Holds(Bad.Stale, "POST /api/presence/entries/{id}/correction")]
    [Holds(Bad.Twice, "POST /api/presence/entries/{id}/withdrawal"), Holds(Bad.Twice, "POST /api/presence/entries/{id}/documents")]
    public async Task Entry_EnteredCorrectedProvedAndWithdrawnTwice_IsOne()
    {
        var owner = await server.SignInAsync("liu.bowen");
        var entered = await owner.TwiceAsync("POST", "/api/presence/entries", Days);
        Twins.BothDone(entered);
        Assert.Equal(entered[0].Text("id"), entered[1].Text("id"));
        var person = (await owner.GetAsync("/api/presence?year=2025")).Text("person");
        Assert.Equal(entered[0].Text("id"), (await owner.PostAsync($"/api/presence/people/{person}/entries", Days)).Text("id"));
        Twins.BothDone(await owner.TwiceAsync("POST", $"/api/presence/people/{person}/entries", Days));

        var id = entered[0].Text("id");
        var uploads = await Task.WhenAll(UploadAsync(owner, id), UploadAsync(owner, id));
        Assert.Contains(uploads, u => u.Status == 204);
        Assert.Equal("rights.stale", (await owner.PostAsync($"/api/presence/entries/{id}/correction", Corrected("999"))).Code);
        var corrected = await owner.TwiceAsync("POST", $"/api/presence/entries/{id}/correction", Corrected(await EtagAsync(owner, id)));
        Twins.BothDone(corrected);
        Assert.Equal(corrected[0].Text("id"), corrected[1].Text("id"));

        Twins.BothDone(await owner.TwiceAsync("POST", $"/api/presence/entries/{corrected[0].Text("id")}/withdrawal", new { reason = "重复登记" }));
        var read = await owner.GetAsync("/api/presence?year=2025");
        Assert.Empty(read["entries"].EnumerateArray());
        Assert.Equal(["withdrawn", "corrected"], read["history"].EnumerateArray().Select(e => e.GetProperty("state").GetString()));
        static object Corrected(string etag) => new { from = "2025-03-05", to = "2025-03-07", proofs = new[] { "tax", "travel" }, reason = "返程晚一天", etag };
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/presence/entries/{id}/confirmation"), Holds(Bad.Twice, "POST /api/employers/{id}/presence")]
    public async Task Entry_ConfirmedTwiceAndFilesTakenTwice_CountOnce()
    {
        var agent = await server.SignInAsync("wang.fang");
        var employer = (await agent.GetAsync("/api/mandates"))["own"][0].GetProperty("employer").GetString()!;
        var made = await MakeAsync(server, "sun.deming", (await server.BelongingsAsync()).Ids[Thing.Case], Guid.Parse(employer));

        Twins.BothDone(await agent.TwiceAsync("POST", $"/api/presence/entries/{made.Entry}/confirmation"));
        var file = System.Text.Encoding.UTF8.GetBytes($"number,from,to,proofs\n{made.Number},2025-05-05,2025-05-06,tax;travel\n");
        Twins.BothDone(await Task.WhenAll(Take(), Take()));

        var read = await agent.GetAsync($"/api/presence/people/{made.Person}?year=2025");
        Assert.Equal(["confirmed", "confirmed"], read["entries"].EnumerateArray().Select(e => e.GetProperty("state").GetString()));
        Task<Answer> Take() => agent.UploadAsync($"/api/employers/{employer}/presence", file, "rows.csv", "text/csv");
    }

    /// <summary>Somebody's ledger with one entry that a document shows, and the right it comes with.</summary>
    internal static async Task<(string Person, string Entry, string Number)> MakeAsync(ProductServer server, string user, string by, Guid? employer)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (context, ids) = (scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>(), scope.ServiceProvider.GetRequiredService<IIdSource>());
        var (owner, now) = (await context.Users.SingleAsync(u => u.UserName == user), scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow());
        var granting = await context.Cases.AsNoTracking().SingleAsync(c => c.Id == Guid.Parse(by));
        var right = new Entitlement
        {
            Id = ids.Next(), CaseId = granting.Id, CaseNumber = granting.Number, ServiceCode = granting.ServiceCode, Kind = "test/presence", KindName = new LocalText("试例证书", "Test"),
            PersonId = owner.PersonId!.Value, HolderMaskedName = "张*", OrganisationId = employer ?? granting.OrganisationId, Number = ids.Next().ToString("N"),
            ValidFrom = new DateOnly(2025, 1, 1), VerificationToken = ids.Unordered().ToString("N"), RegionCode = granting.RegionCode, RegionPath = granting.RegionPath, GrantedAt = now,
        };
        var (entry, from) = (ids.Next(), new DateOnly(2025, 4, 1));
        context.Entitlements.Add(right);
        context.PresenceIntervals.Add(new PresenceInterval
        {
            Id = entry, PersonId = right.PersonId, OrganisationId = right.OrganisationId, From = from, To = from.AddDays(2), Source = PresenceSource.Person, EnteredByUserId = owner.Id,
            EnteredAt = now, LiveKey = PresenceInterval.KeyOf(right.PersonId, right.OrganisationId, from, from.AddDays(2)),
            Evidence = [new Evidence { Id = ids.Next(), IntervalId = entry, Kind = ProofKind.Tax }, new Evidence { Id = ids.Next(), IntervalId = entry, Kind = ProofKind.Travel }],
        });
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return (right.PersonId.ToString(), entry.ToString(), right.Number);
    }

    /// <summary>Hands in a document for an entry; its id.</summary>
    internal static async Task<string> ProveAsync(ProductServer server, Visitor owner, string entry)
    {
        var answer = await UploadAsync(owner, entry);
        Assert.True(answer.Status == 204, answer.Body.ToString());
        return await server.ReadAsync(c => c.Set<Evidence>().Where(e => e.IntervalId == Guid.Parse(entry) && e.DocumentId != null).Select(e => e.DocumentId.ToString()!).SingleAsync());
    }

    private static Task<Answer> UploadAsync(Visitor owner, string entry) =>
        owner.UploadAsync($"/api/presence/entries/{entry}/documents?kind=tax", CaseStory.Pdf, "tax.pdf", "application/pdf");

    private static async Task<string> EtagAsync(Visitor owner, string entry) => (await owner.GetAsync("/api/presence?year=2025"))["entries"].EnumerateArray()
        .Single(e => e.GetProperty("id").ValueEquals(entry)).GetProperty("etag").GetString()!;
}
