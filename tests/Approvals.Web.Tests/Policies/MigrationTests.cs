namespace Approvals.Web.Tests.Policies;

[Collection(SharedProduct.Name)]
public sealed class MigrationTests(ProductServer server)
{
    [Theory]
    [InlineData("xu.lei", false)]
    [InlineData("admin.system", false)]
    [InlineData(PolicyStory.Editor, true)]
    [InlineData(PolicyStory.Publisher, true)]
    public async Task Migrations_ForWhoDoesNotOperate_AreForbiddenButForTheTrialOfAProposal(string user, bool tries)
    {
        var (visitor, id) = (await server.SignInAsync(user), Guid.NewGuid());
        var (way, begin) = (new { from = id, to = id }, new { from = id, to = id, reason = "政策调整。", idempotencyKey = CaseStory.Key() });

        Assert.All(
            [
                await visitor.GetAsync("/api/policy/migrations"), await visitor.GetAsync($"/api/policy/migrations/{id}"), await visitor.GetAsync($"/api/policy/migrations/{id}/cases"),
                await visitor.PostAsync("/api/policy/migrations", begin), await visitor.PostAsync($"/api/policy/migrations/{id}/stop"),
                await visitor.PostAsync($"/api/policy/migrations/{id}/rollback", new { reason = "再议。" }),
            ],
            answer => Assert.Equal((403, "rights.forbidden"), (answer.Status, answer.Code)));
        Assert.All(
            [await visitor.PostAsync("/api/policy/migrations/plan", way), await visitor.PostAsync("/api/policy/migrations/trial", way)],
            answer => Assert.Equal(tries ? (404, "policies.unknownVersion") : (403, "rights.forbidden"), (answer.Status, answer.Code)));
    }

    [Fact]
    public async Task Plan_WithAPlaceThatIsNone_NamesTheStep()
    {
        var story = new PolicyStory(server);
        var to = await story.InForceAsync("a place that is none");
        var operators = await server.SignInAsync(PolicyStory.Operator);
        var versions = (await operators.GetAsync($"/api/policy/versions?service={PolicyStory.Service}")).Body.EnumerateArray();
        var from = versions.First(v => v.GetProperty("number").GetInt32() == 1).GetProperty("id").GetString();

        var plan = await operators.PostAsync("/api/policy/migrations/plan", new { from, to });
        var wrong = await operators.PostAsync("/api/policy/migrations/plan", new { from, to, activities = new { cityReview = "nowhere" } });

        Assert.Contains(plan["steps"].EnumerateArray(), s => s.GetProperty("activity").GetString() == "cityReview" && s.GetProperty("found").GetString() == "sameId");
        Assert.Equal((422, "workflow.move.unknownPlace"), (wrong.Status, wrong.Code));
        Assert.Equal(["activities.cityReview"], wrong.Wrong);
    }

    [Fact]
    public async Task Start_ToAVersionThatIsNotInForce_IsRefusedWhileItsTrialIsNot()
    {
        var story = new PolicyStory(server);
        var draft = await story.DraftAsync("only a draft");
        var operators = await server.SignInAsync(PolicyStory.Operator);
        var versions = (await operators.GetAsync($"/api/policy/versions?service={PolicyStory.Service}")).Body.EnumerateArray();
        var from = versions.First(v => v.GetProperty("number").GetInt32() == 1).GetProperty("id").GetString();

        var trial = await (await server.SignInAsync(PolicyStory.Editor)).PostAsync("/api/policy/migrations/trial", new { from, to = draft });
        var answer = await operators.PostAsync("/api/policy/migrations", new { from, to = draft, reason = "政策调整。", idempotencyKey = CaseStory.Key() });

        Assert.Equal(200, trial.Status);
        Assert.All(trial["items"].EnumerateArray(), c => Assert.Equal(System.Text.Json.JsonValueKind.Null, c.GetProperty("number").ValueKind));
        Assert.Equal((409, "migration.notInForce"), (answer.Status, answer.Code));
    }
}
