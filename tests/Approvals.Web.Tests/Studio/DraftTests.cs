using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Policies;

namespace Approvals.Web.Tests.Studio;

/// <summary>Drafts through the API: what is hostile or broken is told, and goes nowhere.</summary>
[Collection(SharedCare.Name)]
public sealed class DraftTests(CarefulProduct server)
{
    private readonly PolicyStory _story = new(server);

    [Theory]
    [InlineData("value.set", "../service.json", "/order", "5", 404, "studio.file.missing")]
    [InlineData("file.write", "../../etc/passwd", null, "\"x\"", 400, "studio.file.path")]
    [InlineData("file.write", "forms/.hidden.json", null, "\"x\"", 400, "studio.file.path")]
    [InlineData("file.write", "a/b/c/d.json", null, "\"x\"", 400, "studio.file.path")]
    [InlineData("value.set", "service.json", "order", "5", 400, "studio.address")]
    [InlineData("value.set", "service.json", "/nobody/there", "5", 404, "studio.nowhere")]
    [InlineData("no.such", "service.json", "/order", "5", 400, "studio.command.unknown")]
    public async Task Edit_ThatIsHostile_IsRefusedAndChangesNothing(string kind, string file, string? at, string value, int status, string code)
    {
        var (editor, draft) = (await server.SignInAsync(PolicyStory.Editor), $"/api/studio/drafts/{await _story.DraftAsync($"hostile {kind} {file} {at}")}");

        var answer = await SendAsync(editor, draft, 0, kind, file, at, value);

        Assert.Equal((status, code), (answer.Status, answer.Code));
        Assert.Equal(0, (await editor.GetAsync(draft))["revision"].GetInt32());
    }

    [Fact]
    public async Task Edit_NestedTooDeep_IsRefused()
    {
        var (editor, draft) = (await server.SignInAsync(PolicyStory.Editor), $"/api/studio/drafts/{await _story.DraftAsync("nested")}");
        var deep = string.Concat(Enumerable.Repeat("[", 5_000)) + string.Concat(Enumerable.Repeat("]", 5_000));

        Assert.Equal(400, (await SendAsync(editor, draft, 0, "value.set", "service.json", "/order", deep)).Status);
    }

    [Fact]
    public async Task Edit_FarTooLarge_IsRefused()
    {
        var (editor, draft) = (await server.SignInAsync(PolicyStory.Editor), $"/api/studio/drafts/{await _story.DraftAsync("too large")}");

        Assert.Equal(413, (await SendAsync(editor, draft, 0, "file.write", "letters/big.en.md", null, $"\"{new string('x', 9 * 1024 * 1024)}\"")).Status);
    }

    [Fact]
    public async Task Draft_ThatIsBroken_IsToldAndCannotBePublished()
    {
        var id = await _story.DraftAsync("to be broken");
        var (editor, publisher, draft) = (await server.SignInAsync(PolicyStory.Editor), await server.SignInAsync(PolicyStory.Publisher), $"/api/studio/drafts/{id}");

        Assert.Equal(200, (await SendAsync(editor, draft, 0, "file.write", "workflow.json", null, "\"{ not a flow\"")).Status);
        var problems = (await editor.GetAsync($"{draft}/problems")).Body.EnumerateArray().ToList();
        Assert.Contains(problems, p => p.GetProperty("file").GetString() == "workflow.json" && p.GetProperty("severity").GetString() == "error");
        Assert.Equal(200, (await editor.GetAsync($"{draft}/history")).Status);
        var submitted = await editor.PostAsync($"/api/policy/versions/{id}/submit", PolicyStory.Proposal);
        var published = await publisher.PostAsync(
            $"/api/policy/versions/{id}/publish", new { effectiveFrom = PolicyStory.Today, etag = await PolicyStory.HashAsync(publisher, id) });

        Assert.Equal((409, "policies.notSound"), (submitted.Status, submitted.Code));
        Assert.Equal((409, "policies.notSubmitted"), (published.Status, published.Code));
    }

    [Fact]
    public async Task Draft_UnderAnotherCode_CannotBePublished()
    {
        var id = await _story.DraftAsync("another code");
        var editor = await server.SignInAsync(PolicyStory.Editor);

        Assert.Equal(200, (await SendAsync(editor, $"/api/studio/drafts/{id}", 0, "value.set", "service.json", "/code", "\"another\"")).Status);

        Assert.Contains((await editor.GetAsync($"/api/studio/drafts/{id}/problems")).Body.EnumerateArray(), p => p.GetProperty("code").GetString() == "policies.otherCode");
    }

    [Fact]
    public async Task NewService_FromTheSmallest_HasNoErrors()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var begun = await editor.PostAsync("/api/studio/services", new { code = "smallest", nameZh = "最小事项", nameEn = "Smallest" });

        Assert.Equal(200, begun.Status);
        var problems = (await editor.GetAsync($"/api/studio/drafts/{begun.Text("id")}/problems")).Body.EnumerateArray().ToList();
        Assert.DoesNotContain(problems, p => p.GetProperty("severity").GetString() == "error");
    }

    [Fact]
    public async Task NewService_ThatSomebodyHas_IsRefused()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);

        Assert.Equal((409, "studio.codeTaken"), await CodeAsync(editor.PostAsync("/api/studio/services", new { code = PolicyStory.Service, nameZh = "一", nameEn = "One" })));
        Assert.Equal((422, "studio.code"), await CodeAsync(editor.PostAsync("/api/studio/services", new { code = "../x", nameZh = "一", nameEn = "One" })));
    }

    private static async Task<(int, string?)> CodeAsync(Task<Answer> answer) => ((await answer).Status, (await answer).Code);

    private static Task<Answer> SendAsync(Visitor visitor, string draft, int on, string kind, string file, string? at, string value)
    {
        var place = at is null ? "" : $"\"at\": \"{at}\", ";
        var body = $$"""{ "base": {{on}}, "key": "{{CaseStory.Key()}}", "commands": [ { "kind": "{{kind}}", "file": "{{file}}", {{place}}"value": {{value}} } ] }""";
        return SendAsync(visitor, $"{draft}/edits", body);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string path, string body)
    {
        await visitor.GetAsync("/api/antiforgery");
        return await visitor.SendRawAsync(HttpMethod.Post, path, body);
    }
}
