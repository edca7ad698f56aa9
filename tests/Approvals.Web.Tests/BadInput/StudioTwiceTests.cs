using Approvals.Web.Tests.Policies;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once of those who change drafts.</summary>
[Collection(SharedCare.Name)]
public sealed class StudioTwiceTests(CarefulProduct server)
{
    private readonly PolicyStory _story = new(server);

    [Fact]
    [Holds(Bad.Twice, "POST /api/studio/drafts/{id}/edits"), Holds(Bad.Twice, "POST /api/studio/drafts/{id}/undo"), Holds(Bad.Twice, "POST /api/studio/drafts/{id}/redo")]
    [Holds(Bad.Twice, "POST /api/studio/drafts/{id}/restore"), Holds(Bad.Twice, "POST /api/studio/drafts/{id}/presence")]
    public async Task Draft_ChangedTakenBackAndRestoredTwice_IsChangedOnce()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var draft = $"/api/studio/drafts/{await _story.DraftAsync("changed twice")}";

        Twins.BothDone(await editor.TwiceAsync("POST", $"{draft}/edits", Edit(0, CaseStory.Key(), 77)));
        Assert.Equal(1, await RevisionAsync(editor, draft));
        Twins.BothDone(await editor.TwiceAsync("POST", $"{draft}/undo", new { @base = 1 }));
        Assert.Equal(2, await RevisionAsync(editor, draft));
        Twins.BothDone(await editor.TwiceAsync("POST", $"{draft}/redo", new { @base = 2 }));
        Assert.Equal(3, await RevisionAsync(editor, draft));
        Twins.BothDone(await editor.TwiceAsync("POST", $"{draft}/restore", new { @base = 3, revision = 0 }));
        Assert.Equal(4, await RevisionAsync(editor, draft));
        Twins.BothDone(await editor.TwiceAsync("POST", $"{draft}/presence", new { place = "overview" }));
        var id = Guid.Parse(draft[^36..]);
        Assert.Equal(1, await server.CountAsync(c => c.DraftEditors.Where(e => e.ServiceVersionId == id)));
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/studio/services"), Holds(Bad.Twice, "POST /api/studio/drafts/{id}/fork")]
    public async Task Draft_BegunTwice_HasANumberOfItsOwn()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);

        Twins.OneDone(await editor.TwiceAsync("POST", "/api/studio/services", new { code = "begun-twice", nameZh = "新事项", nameEn = "New" }), 409);
        var draft = (await editor.GetAsync("/api/policy/versions?service=begun-twice")).Body.EnumerateArray().Single().GetProperty("id").GetString();
        Twins.OneDone(await editor.TwiceAsync("POST", $"/api/studio/drafts/{draft}/fork", new { }), 409);
        var numbers = (await editor.GetAsync("/api/policy/versions?service=begun-twice")).Body.EnumerateArray().Select(v => v.GetProperty("number").GetInt32()).ToList();
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
    }

    [Fact, Holds(Bad.Twice, "POST /api/studio/drafts/{id}/rebase")]
    public async Task Variant_HasTheNewerBaseTakenOverTwice_InheritsItOnce()
    {
        var older = await _story.InForceAsync("a base");
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var begun = await editor.PostAsync("/api/studio/services", new { code = "rebased-twice", nameZh = "样例", nameEn = "Variant", variantOf = older, region = "220100" });
        Assert.True(begun.Status == 200, begun.Body.ToString());
        var draft = $"/api/studio/drafts/{begun.Text("id")}";
        await _story.InForceAsync("a newer base");

        Twins.BothDone(await editor.TwiceAsync("POST", $"{draft}/rebase", new { @base = 0 }));

        var shown = (await editor.GetAsync(draft)).Body;
        Assert.Equal((1, "null"), (shown.GetProperty("revision").GetInt32(), shown.GetProperty("variant").GetProperty("newer").GetRawText()));
    }

    private static object Edit(int on, string key, int value) =>
        new { @base = on, key, commands = new[] { new { kind = "value.set", file = "service.json", at = "/order", value } } };

    private static async Task<int> RevisionAsync(Visitor visitor, string draft) => (await visitor.GetAsync(draft))["revision"].GetInt32();
}
