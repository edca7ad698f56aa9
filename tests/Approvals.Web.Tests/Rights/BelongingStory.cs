using Approvals.Application.Outbox;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.TestKit.Cases;
using Approvals.Web.Tests.BadInput;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Rights;

/// <summary>Makes everything an address can name, for one person at one place, through the API as far as it makes it.</summary>
/// <param name="server">The product.</param>
/// <param name="place">The place.</param>
/// <param name="office">What the office there has that is no single person's.</param>
internal sealed class BelongingStory(ProductServer server, Place place, IReadOnlyDictionary<string, string> office)
{
    private const string Password = "demo-pass-2026";

    /// <summary>Everything of a person.</summary>
    public async Task<Belonging> MakeAsync(string user)
    {
        var owner = await server.SignInAsync(user);
        var made = await FileAsync(owner);
        var ids = new Dictionary<string, string>(office) { ["cases"] = made.ToString() };
        var draft = Id(await owner.PostAsync($"/api/services/{WholeOffice.Code}/drafts"));
        ids["drafts"] = draft;
        ids["documents"] = Id(await owner.UploadAsync($"/api/documents?draft={draft}&type=paper", CaseStory.Pdf, "a.pdf", "application/pdf"));
        var tasks = await server.ReadAsync(async c => (await c.TaskItems.AsNoTracking().Where(t => t.CaseId == made).Select(t => new { t.ActivityId, t.Id }).ToListAsync())
            .GroupBy(t => t.ActivityId).ToDictionary(t => t.Key, t => t.First().Id));
        await AddOwnAsync(owner, IsKeeper(user), ids, made);
        await AddRowsAsync(ids, made);
        ids["offers"] = await OfferAsync(ids["entries"]);
        await AddRepresentedAsync(owner, user, ids);
        ids["relatives"] = await RelativeTwiceTests.RegisteredAsync(server, user, made.ToString());
        var ledger = await PresenceTwiceTests.MakeAsync(server, user, made.ToString(), null);
        (ids["presence people"], ids["presence entries"]) = (ledger.Person, ledger.Entry);
        ids["presence documents"] = await PresenceTwiceTests.ProveAsync(server, owner, ledger.Entry);
        ids["consents"] = await ConsentAsync(user, made);
        return new Belonging(made, ids, tasks);
    }

    /// <summary>Keepers of accounts and of roles get no keys.</summary>
    private static bool IsKeeper(string user) => user.StartsWith("admin.", StringComparison.Ordinal);

    private async Task<Guid> FileAsync(Visitor owner)
    {
        var draft = Id(await owner.PostAsync($"/api/services/{WholeOffice.Code}/drafts"));
        var shown = await owner.GetAsync($"/api/drafts/{draft}");
        var saved = await owner.PutAsync(
            $"/api/drafts/{draft}", new { values = new { name = "张试", idNumber = "11010519491231002X", uscc = place.EmployerUscc }, etag = shown.Text("etag") });
        var filed = await owner.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(filed.Status == 200, filed.Body.ToString());
        return Guid.Parse(filed.Text("caseId"));
    }

    private static async Task AddOwnAsync(Visitor owner, bool isKeeper, Dictionary<string, string> ids, Guid made)
    {
        Assert.Equal(204, (await owner.PostAsync("/api/session/confirm-password", new { password = Password })).Status);
        if (!isKeeper)
        {
            (ids["keys"], ids["webhooks"], ids["deliveries"]) = await KeyTwiceTests.MakeAsync(owner);
        }

        ids["phrases"] = Id(await owner.PostAsync("/api/phrases", new { text = "同意。" }));
        ids["views"] = Id(await owner.PostAsync("/api/views", new { name = "红灯", query = "tab=todo", columns = Array.Empty<string>() }));
        ids["feedback"] = Id(await owner.PostAsync($"/api/cases/{made}/complaints", new { topic = "delay", text = "三周没有进展。", idempotencyKey = "click-0001" }));
        ids["data-requests"] = Id(await owner.PostAsync("/api/me/data/corrections", new { field = "address", value = "试例路 1 号", reason = "已搬家" }));
    }

    private async Task AddRowsAsync(Dictionary<string, string> ids, Guid made) => await server.ReadAsync(async c =>
    {
        var filed = await c.Cases.AsNoTracking().SingleAsync(x => x.Id == made);
        ids["letters"] = (await c.Letters.Where(l => l.CaseId == made).Select(l => l.Id).FirstAsync()).ToString();
        ids["notices"] = (await c.PublicNotices.Where(n => n.CaseId == made).Select(n => n.Id).SingleAsync()).ToString();
        ids["incidents"] = (await c.Incidents.Where(i => i.CaseId == made).Select(i => i.Id).FirstAsync()).ToString();
        ids["outside"] = (await c.OutsideRequests.Where(r => r.CaseId == made).Select(r => r.Id).SingleAsync()).ToString();
        ids["entries"] = (await c.WaitingListEntries.Where(e => e.CaseId == made).Select(e => e.Id).SingleAsync()).ToString();
        ids["bookings"] = (await c.Bookings.Where(b => b.CaseId == made).Select(b => b.Id).SingleAsync()).ToString();
        ids["news"] = (await c.Notifications.Where(n => n.UserId == filed.FiledByUserId).Select(n => n.Id).FirstAsync()).ToString();
        var unsent = new OutboxMessage
        {
            Id = Guid.NewGuid(), Kind = "mail.flow", IdempotencyKey = $"unsent:{made:N}", Payload = "{}", CaseId = made, State = OutboxState.Failed, CreatedAt = filed.SubmittedAt, ReadyAt = filed.SubmittedAt,
        };
        c.OutboxMessages.Add(unsent);
        await c.SaveChangesAsync();
        ids["dead-letters"] = unsent.Id.ToString();
        ids["people"] = filed.FiledByUserId.ToString();
        ids["assignments"] = (await c.RoleAssignments.Where(a => a.UserId == filed.FiledByUserId).Select(a => a.Id).FirstAsync()).ToString();
        ids["sessions"] = (await c.SignInSessions.Where(s => s.UserId == filed.FiledByUserId && s.EndedAt == null).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync()).ToString();
        ids["organisations"] = filed.OrganisationId.ToString()!;
        ids["mandates"] = (await c.Mandates.Where(m => m.OrganisationId == filed.OrganisationId).OrderBy(m => m.Id).Select(m => m.Id).FirstAsync()).ToString();
        return 0;
    });

    /// <summary>The employer names the person among those it files for; nobody names themselves.</summary>
    private async Task AddRepresentedAsync(Visitor owner, string user, Dictionary<string, string> ids)
    {
        using var file = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(CaseHost.Root(), "data", "demo", "people.json")));
        var person = file.RootElement.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("user").ValueEquals(user));
        var identity = person.GetProperty("person");
        var named = await (await server.SignInAsync(place.Agent)).PostAsync($"/api/employers/{ids["organisations"]}/people", new
        {
            name = person.GetProperty("name").GetProperty("zh-CN").GetString(),
            kind = identity.GetProperty("idType").GetString(),
            number = identity.GetProperty("idNumber").GetString(),
            birthDate = identity.GetProperty("birthDate").GetString(),
        });
        Assert.True(named.Status == 200 || named.Code == "represented.oneself", named.Body.ToString());
        if (named.Status == 200)
        {
            ids["represented"] = named.Text("id");
            await AgreeAsync(owner, ids["represented"]);
        }
    }

    /// <summary>Who is named agrees, so that the employer may file for them.</summary>
    private static async Task AgreeAsync(Visitor owner, string id)
    {
        var asked = (await owner.GetAsync("/api/representations")).Body.EnumerateArray().Single(r => r.GetProperty("id").ValueEquals(id));
        var agreed = await owner.PostAsync($"/api/representations/{id}/answer", new { agreed = true, etag = asked.GetProperty("etag").GetString() });
        Assert.True(agreed.Status == 204, agreed.Body.ToString());
    }

    private async Task<string> OfferAsync(string entry)
    {
        var provider = await server.SignInAsync(place.Provider);
        var offered = await provider.PostAsync($"/api/waiting-lists/{office["waiting-lists"]}/offers", new { idempotencyKey = CaseStory.Key(), what = "三号", entry });
        Assert.True(offered.Status == 200, offered.Body.ToString());
        return offered.Text("offerId");
    }

    private async Task<string> ConsentAsync(string user, Guid made)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var owner = await context.Users.SingleAsync(u => u.UserName == user);
        var consent = new Consent
        {
            Id = scope.ServiceProvider.GetRequiredService<IIdSource>().Next(), PersonId = owner.PersonId!.Value, Purpose = "agreed", Wording = "0", CaseId = made,
            GivenByUserId = owner.Id, GivenAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(),
        };
        context.Consents.Add(consent);
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return consent.Id.ToString();
    }

    private static string Id(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return answer.Text("id");
    }
}
