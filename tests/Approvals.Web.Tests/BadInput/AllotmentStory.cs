using Approvals.Application.Policies;
using Approvals.TestKit.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.BadInput;

/// <summary>A list with a quota and something to book, kept by a demo provider over HTTP.</summary>
internal sealed class AllotmentStory(ProductServer server)
{
    public Visitor Provider { get; private set; } = null!;

    public string Service { get; private set; } = "";

    public string Owner { get; private set; } = "";

    public string List { get; private set; } = "";

    public string Quota { get; private set; } = "";

    public string Resource { get; private set; } = "";

    /// <summary>A service of its own with its list, a quota of twenty and one desk.</summary>
    public async Task<AllotmentStory> PrepareAsync(string name)
    {
        Provider = await server.SignInAsync("homes.lu");
        var owner = await server.ReadAsync(async c => await c.RoleAssignments.Where(a => c.Users.Any(u => u.Id == a.UserId && u.UserName == "homes.lu"))
            .Join(c.Organisations, a => a.OrganisationId, o => o.Id, (_, o) => o).SingleAsync());
        (Owner, Service) = (owner.Id.ToString(), $"small-{name}");
        await using (var scope = server.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ImportPackages>().HandleAsync(
                AllotmentPackage.Tree(Service, desk: $"desk-{name}", owner: owner.Uscc), CancellationToken.None);
        }

        List = Id(await Provider.PostAsync("/api/waiting-lists", NewList()));
        Quota = Id(await Provider.PostAsync($"/api/waiting-lists/{List}/quotas", NewQuota(20)));
        Resource = Id(await Provider.PostAsync("/api/resources", NewResource($"desk-{name}")));
        return this;
    }

    public object NewList(string code = AllotmentPackage.List) =>
        new { service = Service, code, nameZh = "物品", nameEn = "Things", region = "220100", organisation = Owner };

    public static object NewQuota(int total) => new { idempotencyKey = CaseStory.Key(), nameZh = "批次", nameEn = "Batch", total };

    public object NewResource(string code) => new { code, nameZh = "窗口", nameEn = "Desk", organisation = Owner, slotMinutes = 30, capacity = 1 };

    /// <summary>A case of somebody that waits.</summary>
    public async Task<WaitingCase> FileAsync(string user)
    {
        var applicant = await server.SignInAsync(user);
        var draft = (await applicant.PostAsync($"/api/services/{Service}/drafts")).Text("id");
        var etag = (await applicant.GetAsync($"/api/drafts/{draft}")).Text("etag");
        var saved = await applicant.PutAsync($"/api/drafts/{draft}", new { values = new { rank = 1, trouble = "腰疼" }, etag });
        var filed = await applicant.PostAsync($"/api/drafts/{draft}/submit", new { etag = saved.Text("etag"), idempotencyKey = CaseStory.Key() });
        Assert.True(filed.Status == 200, filed.Body.ToString());
        var place = (await applicant.GetAsync($"/api/cases/{filed.Text("caseId")}/waiting")).Body[0].GetProperty("entry");
        return new WaitingCase(applicant, filed.Text("caseId"), place.GetProperty("id").GetString()!);
    }

    /// <summary>The offer that comes to a case which is next.</summary>
    public async Task<MadeOffer> OfferAsync(WaitingCase waiting)
    {
        var offered = await Provider.PostAsync($"/api/waiting-lists/{List}/offers", new { idempotencyKey = CaseStory.Key(), what = "三号", entry = waiting.Entry });
        Assert.True(offered.Status == 200, offered.Body.ToString());
        return new MadeOffer(offered.Text("offerId"), waiting.Entry, waiting);
    }

    public static async Task TakeAsync(MadeOffer offer)
    {
        var answer = await offer.Case.Applicant.PostAsync($"/api/offers/{offer.Id}/answer", await AnswerAsync(offer, true));
        Assert.True(answer.Status == 204, answer.Body.ToString());
    }

    /// <summary>An answer as the page would send it.</summary>
    public static async Task<object> AnswerAsync(MadeOffer offer, bool accepted)
    {
        var place = await offer.Case.Applicant.GetAsync($"/api/waiting-entries/{offer.Entry}");
        return new { etag = place["entry"].GetProperty("offer").GetProperty("etag").GetString(), idempotencyKey = CaseStory.Key(), accepted, reason = accepted ? null : "太远" };
    }

    public static async Task<string> BookingAsync(MadeOffer offer) =>
        (await offer.Case.Applicant.GetAsync($"/api/cases/{offer.Case.Id}/bookings")).Body[0].GetProperty("id").GetString()!;

    private static string Id(Answer answer)
    {
        Assert.True(answer.Status == 200, answer.Body.ToString());
        return answer.Text("id");
    }
}

/// <summary>A case that waits.</summary>
internal sealed record WaitingCase(Visitor Applicant, string Id, string Entry);

/// <summary>An offer that was made.</summary>
internal sealed record MadeOffer(string Id, string Entry, WaitingCase Case);
