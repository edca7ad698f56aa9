using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Policies;

namespace Approvals.Web.Tests.Studio;

/// <summary>What the designers of forms, letters and rules ask for.</summary>
[Collection(SharedProduct.Name)]
public sealed class DesignerTests(ProductServer server)
{
    private const string First = "/api/studio/drafts";

    private readonly PolicyStory _story = new(server);

    [Theory]
    [InlineData(PolicyStory.Editor, 200)]
    [InlineData(PolicyStory.Publisher, 200)]
    [InlineData(PolicyStory.Operator, 200)]
    [InlineData("zhang.mingyuan", 403)]
    public async Task Catalogue_ByRole_IsGiven(string user, int status)
    {
        var visitor = await server.SignInAsync(user);

        Assert.Equal(status, (await visitor.GetAsync("/api/studio/catalogue/service")).Status);
        Assert.Equal(status, (await visitor.GetAsync("/api/studio/catalogue/forms")).Status);
        Assert.Equal(status, (await visitor.GetAsync("/api/studio/settings")).Status);
    }

    [Fact]
    public async Task Catalogue_OfForms_NamesKindsAndTheirSettingsInWords()
    {
        var kinds = (await (await server.SignInAsync(PolicyStory.Editor)).GetAsync("/api/studio/catalogue/forms"))["kinds"];

        var file = kinds.EnumerateArray().Single(k => k.GetProperty("name").GetString() == "filepicker");
        Assert.DoesNotContain("catalogue.", file.ToString(), StringComparison.Ordinal);
        Assert.Contains("approvals/maxMegabytes", file.ToString(), StringComparison.Ordinal);
    }

    [Fact, Holds(Bad.Twice, "POST /api/studio/drafts/{id}/forms/{form}/evaluate")]
    public async Task Evaluate_FormOfADraftTwice_SaysTheSameAndKeepsNothing()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var address = $"{First}/{await _story.DraftAsync("evaluate")}/forms/application/evaluate";
        var asked = await editor.TwiceAsync("POST", address, new { values = new { name = "张三", nobody = 1 }, language = "en" });

        Twins.BothDone(asked);
        Assert.Equal(asked[0]["state"].ToString(), asked[1]["state"].ToString());
        Assert.Equal("application", asked[0]["form"].GetProperty("id").GetString());
        Assert.Contains(asked[0]["state"].GetProperty("errors").EnumerateArray(), e => e.GetProperty("path").GetString() == "nobody");
        Assert.Equal(404, (await editor.PostAsync(address.Replace("application", "none", StringComparison.Ordinal), new { values = new { } })).Status);
        Assert.Equal(422, (await editor.PostAsync(address, new { values = new { }, language = "fr" })).Status);
    }

    [Fact]
    public async Task Prepared_OfTheStartForm_CountsWithoutAnswers()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var answer = await editor.GetAsync($"{First}/{await _story.DraftAsync("prepared")}/forms/application/prepared");

        Assert.Equal(200, answer.Status);
        Assert.True(answer["drafts"].GetInt32() >= answer["looked"].GetInt32());
        Assert.Empty(answer["dropped"].EnumerateArray());
    }

    [Fact]
    public async Task Letter_OnASample_IsFilledInAndOnAStrangersCaseRefused()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var address = $"{First}/{await _story.DraftAsync("letter")}/letters";
        var shown = await editor.GetAsync($"{address}/recognition-decision/preview?language=zh-CN");

        Assert.Equal(200, shown.Status);
        Assert.Empty(shown["unknown"].EnumerateArray());
        Assert.Contains("<", shown.Text("html"), StringComparison.Ordinal);
        Assert.Equal(404, (await editor.GetAsync($"{address}/recognition-decision/preview?language=zh-CN&caseNumber=nobody")).Status);
        Assert.Equal(404, (await editor.GetAsync($"{address}/none/preview")).Status);
        Assert.Contains((await editor.GetAsync($"{address}/names")).Body.EnumerateArray(), n => n.GetProperty("expression").GetString() == "case.number");
    }

    [Fact]
    public async Task ClausesAndGuide_OfADraft_AreGiven()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var address = $"{First}/{await _story.DraftAsync("clauses")}";

        Assert.Contains((await editor.GetAsync($"{address}/clauses")).Body.EnumerateArray(), c => c.GetProperty("article").GetInt32() == 7 && c.GetProperty("uses").GetArrayLength() > 0);
        Assert.Contains("<h2", (await editor.GetAsync($"{address}/guide?language=en")).Text("html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ClauseChanges_OfADraft_SayWhatRestsOnWhatChanged()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var address = $"{First}/{await _story.DraftAsync("clause-changes")}";
        var limit = new { kind = "value.set", file = "service.json", at = "/limits/deliver/length", value = 12 };
        Assert.Equal(200, (await editor.PostAsync($"{address}/edits", new { @base = 0, key = CaseStory.Key(), commands = new[] { limit } })).Status);

        var changes = (await editor.GetAsync($"{address}/clauses/changes")).Body;
        Assert.Contains(changes.GetProperty("clauses").EnumerateArray(), c => c.GetProperty("act").GetString() == "application" && c.GetProperty("article").GetInt32() == 44);
        Assert.True(changes.GetProperty("from").GetInt32() > 0);
    }

    [Fact]
    public async Task SharedSettings_OfTheProduct_AreCountedForPolicyStaff()
    {
        var settings = (await (await server.SignInAsync(PolicyStory.Editor)).GetAsync("/api/studio/settings")).Body;

        Assert.NotEmpty(settings.GetProperty("calendar").GetProperty("years").EnumerateArray());
        Assert.All(["reminders", "messages", "jobs", "dictionaries"], name => Assert.True(settings.GetProperty(name).GetProperty("count").GetInt32() > 0, name));
        Assert.True(settings.GetProperty("regions").GetInt32() > 0);
        Assert.False(settings.GetProperty("channels").GetProperty("mailServer").GetBoolean());
        Assert.True(settings.GetProperty("retention").GetProperty("archiveAfterDays").GetInt32() > 0);
    }
}
