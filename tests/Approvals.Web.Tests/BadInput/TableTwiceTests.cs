using System.Text;
using Approvals.Web.Tests.Policies;

namespace Approvals.Web.Tests.BadInput;

/// <summary>Two clicks at once of those who look at tables and expressions of drafts: nothing of it is written.</summary>
[Collection(SharedCare.Name)]
public sealed class TableTwiceTests(CarefulProduct server)
{
    private readonly PolicyStory _story = new(server);

    [Fact]
    [Holds(Bad.Twice, "POST /api/studio/drafts/{id}/decisions/{file}/{decision}/trial"), Holds(Bad.Twice, "POST /api/studio/drafts/{id}/decisions/{file}/{decision}/sheet")]
    public async Task Table_ChangedTriedAndReadTwice_AnswersAlike()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var draft = $"/api/studio/drafts/{await _story.DraftAsync("tables twice")}";
        var made = await editor.PostAsync($"{draft}/edits", new
        {
            @base = 0,
            key = CaseStory.Key(),
            commands = new object[]
            {
                new { kind = "decision.addModel", file = "decisions/fees.dmn" },
                new { kind = "decision.add", file = "decisions/fees.dmn", value = new { kind = "input", name = "months", type = "number" } },
                new { kind = "decision.add", file = "decisions/fees.dmn", value = new { kind = "table", name = "fee", type = "number" } },
                new { kind = "decision.require", file = "decisions/fees.dmn", at = "/fee/requires/months", value = true },
                new { kind = "table.addColumn", file = "decisions/fees.dmn", at = "/fee/columns", value = new { kind = "input", name = "months", type = "number", allowedValues = "[0..12]" } },
                new { kind = "table.addRule", file = "decisions/fees.dmn", at = "/fee/rules", value = new { id = "r1", texts = new Dictionary<string, string> { ["input_1"] = "< 4", ["fee_o1"] = "10" } } },
            },
        });
        Assert.True(made.Status == 200, made.Body.ToString());
        var table = $"{draft}/decisions/fees.dmn/fee";
        var read = (await editor.GetAsync(table)).Body;
        Assert.Equal(["< 4", "10", ""], read.GetProperty("rules")[0].GetProperty("texts").EnumerateArray().Select(t => t.GetString()));

        var tried = await editor.TwiceAsync("POST", $"{table}/trial", new { inputs = new[] { "3" } });
        Twins.BothDone(tried);
        Assert.All(tried, answer => Assert.Equal("10", answer.Text("value")));
        var found = await editor.GetAsync($"{table}/analysis");
        Assert.Contains("gap", found.Body.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("kind").GetString()));
        var sheet = Encoding.UTF8.GetBytes("fee,UNIQUE\nkind,input,output\nlabel,,\nexpression,months,\ntype,number,number\nallowed values,,\ndefault,,\nr1,< 6,10\n,>= 6,20\n");
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => editor.UploadAsync($"{table}/sheet", sheet, "fee.csv", "text/csv")));
        Twins.BothDone(both);
        Assert.All(both, answer => Assert.Equal((1, 1), (answer["added"].GetInt32(), answer["changed"].GetInt32())));
    }

    [Fact]
    [Holds(Bad.Twice, "POST /api/studio/feel/check"), Holds(Bad.Twice, "POST /api/studio/feel/try"), Holds(Bad.Twice, "POST /api/studio/feel/parts")]
    public async Task Expression_CheckedAndTriedTwice_AnswersAlike()
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var draft = await _story.DraftAsync("expressions twice");

        Twins.BothDone(await editor.TwiceAsync("POST", "/api/studio/feel/check", new { draft, file = "workflow.json", expression = "today > today", expected = "boolean" }));
        var tried = await editor.TwiceAsync("POST", "/api/studio/feel/try", new { draft, file = "workflow.json", expression = "case.number = \"a\"", samples = new Dictionary<string, string> { ["case.number"] = "\"a\"" } });
        Twins.BothDone(tried);
        Assert.All(tried, answer => Assert.Equal("true", answer.Text("value")));
        var parts = await editor.TwiceAsync("POST", "/api/studio/feel/parts", new { expression = "case.number = \"a\" or case.city != null" });
        Twins.BothDone(parts);
        Assert.All(parts, answer => Assert.Equal("any", answer["groups"].GetProperty("match").GetString()));
    }
}
