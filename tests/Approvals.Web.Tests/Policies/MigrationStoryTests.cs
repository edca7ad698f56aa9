using System.Text.Json;
using Approvals.Application.Migration;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Policies;

/// <summary>A migration over HTTP from its trial to its end, stopped once, with its way back; on each database.</summary>
public sealed class MigrationStoryTests
{
    [Theory, AllDatabases]
    public async Task Batch_TriedBegunStoppedBegunAgainAndRolledBack_SaysAtEachMomentHowFarItIs(DatabaseKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("approvals-web-migration-");
        var connection = await TestDatabase.CreateAsync(kind, folder.FullName);
        await using (var server = new DatabaseProduct(kind, connection, works: false))
        {
            await new Story(server).PlayAsync();
        }

        await TestDatabase.DropAsync(kind, connection);
        folder.Delete(recursive: true);
    }

    private sealed class Story(DatabaseProduct server)
    {
        private readonly CaseStory _cases = new(server);
        private Visitor _operators = null!;
        private string _from = "";
        private string _to = "";

        public async Task PlayAsync()
        {
            var (first, second) = (await _cases.SubmitAsync("zhang.mingyuan"), await _cases.SubmitAsync("sun.deming"));
            _operators = await server.SignInAsync(PolicyStory.Operator);
            _to = await new PolicyStory(server).InForceAsync("where cases go");
            _from = (await _operators.GetAsync($"/api/policy/versions?service={PolicyStory.Service}")).Body.EnumerateArray()
                .Single(v => v.GetProperty("number").GetInt32() == 1).GetProperty("id").GetString()!;

            await TryAsync(first, second);
            await StopAsync(second);
            await MoveAsync(first, second);
        }

        private async Task TryAsync(params SubmittedCase[] cases)
        {
            var trial = await _operators.PostAsync("/api/policy/migrations/trial", new { from = _from, to = _to });

            Assert.Equal(cases.Select(c => c.Number).Order(), trial["items"].EnumerateArray().Select(i => i.GetProperty("number").GetString()).Order());
            Assert.All(trial["items"].EnumerateArray(), i => Assert.True(i.GetProperty("possible").GetBoolean(), i.GetProperty("why").ToString()));
            Assert.All(await Task.WhenAll(cases.Select(VersionAsync)), version => Assert.Equal(1, version));
        }

        /// <summary>Stopped before its first chunk: nothing moves, and every case may be ordered again.</summary>
        private async Task StopAsync(SubmittedCase untouched)
        {
            var begun = await BeginAsync();
            Assert.Equal(("pending", 2, 0), State(begun.Body));
            var second = await BeginAsync();
            Assert.Equal((409, "migration.running"), (second.Status, second.Code));
            Assert.Contains("蔡", second.Detail, StringComparison.Ordinal);
            Assert.Equal((409, "migration.underWay"), Told(await _operators.PostAsync($"{Address(begun)}/rollback", new { reason = "再议。" })));

            Assert.Equal(204, (await _operators.PostAsync($"{Address(begun)}/stop")).Status);
            await WorkAsync();

            Assert.Equal(("stopped", 2, 0), State((await _operators.GetAsync(Address(begun))).Body));
            Assert.Equal(1, await VersionAsync(untouched));
            Assert.Equal((409, "migration.over"), Told(await _operators.PostAsync($"{Address(begun)}/stop")));
        }

        /// <summary>To its end; one case goes on meanwhile and stays when the others go back.</summary>
        private async Task MoveAsync(SubmittedCase goesOn, SubmittedCase waits)
        {
            var begun = await BeginAsync();
            await WorkAsync();

            var done = (await _operators.GetAsync(Address(begun))).Body;
            Assert.Equal(("done", 2, 2), State(done));
            Assert.NotEqual(JsonValueKind.Null, done.GetProperty("finishedAt").ValueKind);
            Assert.Equal(["migrated", "migrated"], (await OutcomesAsync(begun)).Select(o => o.Outcome));
            Assert.Equal((2, 2), (await VersionAsync(goesOn), await VersionAsync(waits)));
            Assert.Equal(200, (await _cases.ActAsync("wang.fang", goesOn.Number, "recommend", "approve")).Status);

            Assert.Equal(204, (await _operators.PostAsync($"{Address(begun)}/rollback", new { reason = "先行试点。" })).Status);
            Assert.Equal(("pending", true), ((await _operators.GetAsync(Address(begun))).Text("state"), (await _operators.GetAsync(Address(begun)))["isRollback"].GetBoolean()));
            await WorkAsync();

            var back = (await _operators.GetAsync(Address(begun))).Body;
            Assert.Equal(("done", 1, 1), (back.GetProperty("state").GetString(), back.GetProperty("rolledBack").GetInt32(), back.GetProperty("kept").GetInt32()));
            Assert.Equal([("kept", true), ("rolledBack", false)], (await OutcomesAsync(begun)).OrderBy(o => o.Outcome, StringComparer.Ordinal));
            Assert.Equal((2, 1), (await VersionAsync(goesOn), await VersionAsync(waits)));
            Assert.Equal(200, (await _cases.ActAsync("wang.fang", waits.Number, "recommend", "approve")).Status);
            Assert.Equal((409, "migration.rolledBackAlready"), Told(await _operators.PostAsync($"{Address(begun)}/rollback", new { reason = "再议。" })));
        }

        private Task<Answer> BeginAsync() =>
            _operators.PostAsync("/api/policy/migrations", new { from = _from, to = _to, reason = "新办法施行。", idempotencyKey = CaseStory.Key() });

        private Task<int> WorkAsync() => server.Services.GetRequiredService<Pump<MigrationBatch>>().DrainAsync(default);

        private async Task<IReadOnlyList<(string Outcome, bool HasReason)>> OutcomesAsync(Answer begun) =>
            [.. (await _operators.GetAsync($"{Address(begun)}/cases"))["items"].EnumerateArray()
                .Select(c => (c.GetProperty("outcome").GetString()!, c.GetProperty("why").ValueKind == JsonValueKind.String))];

        /// <summary>The version that a case follows, as the page to move it shows it.</summary>
        private async Task<int> VersionAsync(SubmittedCase filed) => (await _operators.GetAsync($"/api/admin/cases/{filed.Id}/move"))["version"].GetInt32();

        private static string Address(Answer begun) => $"/api/policy/migrations/{begun.Text("id")}";

        private static (string?, int, int) State(JsonElement batch) =>
            (batch.GetProperty("state").GetString(), batch.GetProperty("total").GetInt32(), batch.GetProperty("migrated").GetInt32());

        private static (int, string) Told(Answer answer) => (answer.Status, answer.Code);
    }
}
