namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once, and old versions, of employers, their agents, the people they file for, and clerks at the counter.</summary>
[Collection(SharedCare.Name)]
public sealed class EmployerTwiceTests(CarefulProduct server)
{
    private const string Consultant = "91220104MA99A0088Q";

    [Fact]
    [Holds(Bad.Twice, "POST /api/mandates"), Holds(Bad.Twice, "POST /api/mandates/{id}/documents"), Holds(Bad.Twice, "POST /api/mandates/{id}/decision")]
    [Holds(Bad.Stale, "POST /api/mandates/{id}/decision"), Holds(Bad.Twice, "POST /api/mandates/{id}/revoke")]
    [Holds(Bad.Twice, "POST /api/employer-desk/{id}/changes"), Holds(Bad.Stale, "POST /api/employer-desk/{id}/changes")]
    public async Task Mandate_AskedGrantedAndRevokedTwice_IsOne()
    {
        var (agent, clerk) = (await server.SignInAsync("liu.bowen"), await server.SignInAsync("liu.ying"));
        var today = DateOnly.Parse((await agent.GetAsync("/api/session")).Text("today"), System.Globalization.CultureInfo.InvariantCulture);
        var asked = await agent.TwiceAsync("POST", "/api/mandates", new { uscc = Consultant, name = "长春例行咨询有限公司", region = "220104", from = today, to = today.AddDays(90) });
        Twins.BothDone(asked);
        Assert.Equal(asked[0].Text("id"), asked[1].Text("id"));
        var id = asked[0].Text("id");
        foreach (var type in new[] { "powerOfAttorney", "registration" })
        {
            var uploads = await Task.WhenAll(UploadAsync(agent, $"/api/mandates/{id}/documents?type={type}"), UploadAsync(agent, $"/api/mandates/{id}/documents?type={type}"));
            Twins.OneDone([.. uploads.OrderBy(u => u.Status)], 409);
        }

        var file = await FileAsync(clerk, "长春例行咨询有限公司");
        var etag = file["mandates"][0].GetProperty("etag").GetString();
        Assert.Equal("rights.stale", (await clerk.PostAsync($"/api/mandates/{id}/decision", new { granted = true, etag = "999" })).Code);
        Twins.OneDone(await clerk.TwiceAsync("POST", $"/api/mandates/{id}/decision", new { granted = true, etag }), 409);
        Assert.Equal("inForce", (await agent.GetAsync("/api/mandates"))["own"][0].GetProperty("state").GetString());

        var employer = file.Text("id");
        Assert.Equal("rights.stale", (await clerk.PostAsync($"/api/employer-desk/{employer}/changes", Renamed("999"))).Code);
        Twins.OneDone(await clerk.TwiceAsync("POST", $"/api/employer-desk/{employer}/changes", Renamed((await FileAsync(clerk, "长春例行咨询有限公司")).Text("etag"))), 409);
        Assert.Equal("renamed", (await FileAsync(clerk, "长春新例咨询有限公司"))["history"][0].GetProperty("kind").GetString());

        Twins.BothDone(await agent.TwiceAsync("POST", $"/api/mandates/{id}/revoke", new { reason = "离职" }));
        Assert.Equal("revoked", (await agent.GetAsync("/api/mandates"))["own"][0].GetProperty("state").GetString());
        object Renamed(string version) => new { kind = "renamed", on = today, reason = "工商变更登记", etag = version, name = "长春新例咨询有限公司" };
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/employers/{id}/people"), Holds(Bad.Twice, "POST /api/represented/{id}/consent"), Holds(Bad.Twice, "POST /api/represented/{id}/drafts")]
    [Holds(Bad.Twice, "POST /api/representations/{id}/answer"), Holds(Bad.Stale, "POST /api/representations/{id}/answer")]
    public async Task Person_NamedAgreedAndFiledForTwice_IsOne()
    {
        var agent = await server.SignInAsync("he.jing");
        var employer = (await agent.GetAsync("/api/mandates"))["own"][0].GetProperty("employer").GetString();
        var someone = new { name = "章试样", kind = "passport-foreign", number = "ZZ9900117", birthDate = "1980-01-02" };
        var named = await agent.TwiceAsync("POST", $"/api/employers/{employer}/people", someone);
        Twins.BothDone(named);
        Assert.Equal(named[0].Text("id"), named[1].Text("id"));
        var id = named[0].Text("id");
        Assert.Equal("drafts.noConsent", (await agent.PostAsync($"/api/represented/{id}/drafts", new { service = "talent-classification" })).Code);

        var papers = await Task.WhenAll(UploadAsync(agent, $"/api/represented/{id}/consent"), UploadAsync(agent, $"/api/represented/{id}/consent"));
        Twins.OneDone([.. papers.OrderBy(p => p.Status)], 409);
        var drafts = await agent.TwiceAsync("POST", $"/api/represented/{id}/drafts", new { service = "talent-classification" });
        Twins.BothDone(drafts);
        Assert.Equal(drafts[0].Text("id"), drafts[1].Text("id"));

        var applicant = await server.SignInAsync("li.ruolan");
        var own = await agent.PostAsync($"/api/employers/{employer}/people", new { name = "李若兰", kind = "resident-id", number = "110108197203081060" });
        Assert.Equal("represented.hasAccount", (await UploadAsync(agent, $"/api/represented/{own.Text("id")}/consent")).Code);
        var asked = (await applicant.GetAsync("/api/representations")).Body[0];
        var address = $"/api/representations/{asked.GetProperty("id").GetString()}/answer";
        Assert.Equal("rights.stale", (await applicant.PostAsync(address, new { agreed = true, etag = "999" })).Code);
        Twins.BothDone(await applicant.TwiceAsync("POST", address, new { agreed = true, etag = asked.GetProperty("etag").GetString() }));
        Assert.Equal(1, await server.CountAsync(c => c.Consents.Where(x => x.Purpose == "filedByEmployer" && x.Wording != "paper")));
    }

    [Fact, Holds(Bad.Twice, "POST /api/counter/drafts")]
    public async Task Counter_FilingBegunTwice_IsOneDraft()
    {
        var clerk = await server.SignInAsync("liu.ying");
        var person = new { name = "窗试样", kind = "passport-foreign", number = "ZZ9900118", birthDate = "1981-01-02" };

        var opened = await clerk.TwiceAsync("POST", "/api/counter/drafts", new { service = "talent-classification", person, documentSeen = true });

        Twins.BothDone(opened);
        Assert.Equal(opened[0].Text("id"), opened[1].Text("id"));
        var draft = Guid.Parse(opened[0].Text("id"));
        Assert.Equal(1, await server.CountAsync(c => c.Consents.Where(x => x.DraftId == draft && x.Purpose == "filedAtCounter")));
        Assert.Single((await clerk.GetAsync("/api/counter"))["drafts"].EnumerateArray());
    }



    private static async Task<Answer> UploadAsync(Visitor visitor, string address) => await visitor.UploadAsync(address, CaseStory.Pdf, "proof.pdf", "application/pdf");

    private static async Task<Answer> FileAsync(Visitor clerk, string name)
    {
        var row = Assert.Single((await clerk.GetAsync($"/api/employer-desk?q={Uri.EscapeDataString(name)}")).Body.GetProperty("rows").EnumerateArray());
        return await clerk.GetAsync($"/api/employer-desk/{row.GetProperty("id").GetString()}");
    }
}
