using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Policies;

namespace Approvals.Web.Tests.Studio;

/// <summary>The flow designer's requests: the kinds of blocks, the flow as blocks, who would act.</summary>
[Collection(SharedCare.Name)]
public sealed class FlowTests(CarefulProduct server)
{
    private readonly PolicyStory _story = new(server);

    [Fact]
    public async Task Catalogue_NamesKindsAndSettingsInBothLanguages()
    {
        var kinds = (await (await server.SignInAsync(PolicyStory.Editor)).GetAsync("/api/studio/catalogue/blocks")).Body.EnumerateArray().ToList();

        var review = kinds.Single(k => k.GetProperty("kind").GetString() == "Approvals.Review");
        Assert.All(review.GetProperty("settings").EnumerateArray(), s => Assert.NotEmpty(s.GetProperty("help").GetString()!));
        Assert.DoesNotContain(kinds, k => k.GetProperty("name").GetString()!.StartsWith("blocks.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Flow_AfterAStepWasPutIn_ShowsItWithItsWaysAndWhoWouldAct()
    {
        var (editor, draft) = (await server.SignInAsync(PolicyStory.Editor), $"/api/studio/drafts/{await _story.DraftAsync("a further step")}");
        var before = await editor.GetAsync($"{draft}/flow");
        object[] commands =
        [
            new { kind = "flow.insert", file = "workflow.json", value = new { kind = "Approvals.Review", after = "cityReview", port = "Approved" } },
            new
            {
                kind = "flow.set", file = "workflow.json", at = "review", to = "participants",
                value = new { type = "Object", value = new[] { new { kind = "role", role = "Reviewer", level = "city", organisationKind = "hr" } } },
            },
        ];

        var edited = await editor.PostAsync($"{draft}/edits", new { @base = 0, key = "click-flow-1", commands });

        Assert.True(edited.Status == 200, edited.Body.ToString());
        var flow = await editor.GetAsync($"{draft}/flow");
        Assert.Equal(before["steps"].GetArrayLength() + 1, flow["steps"].GetArrayLength());
        var step = flow["steps"].EnumerateArray().Single(s => s.GetProperty("id").GetString() == "review");
        Assert.NotEmpty(step.GetProperty("summary").GetString()!);
        Assert.Contains(flow["ways"].EnumerateArray(), w => w.GetProperty("source").GetString() == "cityReview" && w.GetProperty("target").GetString() == "review");
        var staffing = await editor.GetAsync($"{draft}/flow/staffing?activity=review");
        Assert.NotEmpty(staffing["places"].EnumerateArray());
    }

    [Theory]
    [InlineData("zh-CN", "“办理人”")]
    [InlineData("en", "“Who acts”")]
    public async Task Problems_OfANewReview_NameSettingsAsTheDrawerDoes(string language, string setting)
    {
        var (editor, draft) = (await server.SignInAsync(PolicyStory.Editor, language), $"/api/studio/drafts/{await _story.DraftAsync($"a new review in {language}")}");
        object[] commands = [new { kind = "flow.insert", file = "workflow.json", value = new { kind = "Approvals.Review", after = "cityReview", port = "Approved" } }];
        Assert.Equal(200, (await editor.PostAsync($"{draft}/edits", new { @base = 0, key = "new-review", commands })).Status);

        var own = (await editor.GetAsync($"{draft}/problems")).Body.EnumerateArray().Where(p => p.GetProperty("activity").GetString() == "review").ToList();

        var missing = Assert.Single(own, p => p.GetProperty("code").GetString() == "workflow.check.inputMissing");
        Assert.Contains(setting, missing.GetProperty("text").GetString()!, StringComparison.Ordinal);
        Assert.Contains(setting, missing.GetProperty("advice").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Flow_ThatIsNotThere_IsNotFound()
    {
        var (editor, draft) = (await server.SignInAsync(PolicyStory.Editor), $"/api/studio/drafts/{await _story.DraftAsync("no such flow")}");

        Assert.Equal(404, (await editor.GetAsync($"{draft}/flow?file=flows/none.json")).Status);
        Assert.Equal(404, (await editor.GetAsync($"{draft}/flow/staffing?activity=nobody")).Status);
    }
}
