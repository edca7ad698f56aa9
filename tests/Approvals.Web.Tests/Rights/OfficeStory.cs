using System.Collections.Immutable;
using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Migration;
using Approvals.Application.Replay;
using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Policies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests.Rights;

/// <summary>What offices have that belongs to no case: versions, runs, batches, substitutes.</summary>
internal sealed class OfficeStory(ProductServer server)
{
    public async Task<IReadOnlyDictionary<string, string>> MakeAsync(string letter)
    {
        var version = await server.ReadAsync(c => c.ServiceVersions.Where(v => v.ServiceCode == WholeOffice.Code).Select(v => v.Id).SingleAsync());
        return new Dictionary<string, string>
        {
            ["versions"] = await new PolicyStory(server).DraftAsync("measured"),
            ["version in force"] = version.ToString(),
            ["replays"] = await ReplayAsync(version),
            ["migrations"] = await MigrationAsync(version),
            ["batches"] = await RetryAsync(version),
            ["card token"] = await CardTokenAsync(),
            ["letter token"] = await LetterTokenAsync(letter),
            ["provider"] = (await server.ReadAsync(c => c.Organisations.Where(o => o.Uscc == Place.Here.ProviderUscc).Select(o => o.Id).SingleAsync())).ToString(),
        };
    }

    /// <summary>A substitute that somebody set, and a colleague whom their lead leads.</summary>
    public async Task<(string Substitution, string Person)> SubstituteAsync(string user)
    {
        var reviewer = await server.SignInAsync(user);
        var day = (await reviewer.GetAsync("/api/session")).Text("today");
        var me = (await reviewer.GetAsync("/api/substitutions"))["people"][0].GetProperty("id").GetString()!;
        var colleague = (await reviewer.GetAsync("/api/substitutions/colleagues")).Body[0].GetProperty("id").GetString();
        var set = await reviewer.PostAsync("/api/substitutions", new { person = me, substitute = colleague, from = day, to = day, reason = "休假" });
        Assert.True(set.Status == 200, set.Body.ToString());
        return (set.Text("id"), me);
    }

    private async Task<string> ReplayAsync(Guid version)
    {
        var editor = await server.SignInAsync(PolicyStory.Editor);
        var started = await editor.PostAsync($"/api/policy/services/{WholeOffice.Code}/replays", new { version, idempotencyKey = CaseStory.Key(), atMost = 5 });
        Assert.True(started.Status == 200, started.Body.ToString());
        await PlayAsync(Guid.Parse(started.Text("id")), version);
        return started.Text("id");
    }

    /// <summary>A case of a run, as it is once it was played.</summary>
    private async Task PlayAsync(Guid run, Guid version)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var report = new ReplayReport(ReplayVerdict.Same, [], null, ImmutableSortedDictionary<string, string>.Empty);
        context.ReplayedCases.Add(new ReplayedCase
        {
            RunId = run, CaseId = await context.Cases.Where(c => c.ServiceVersionId == version).OrderBy(c => c.Number).Select(c => c.Id).FirstAsync(), Place = 1,
            Verdict = report.Verdict, Report = JsonSerializer.Serialize(report, JsonSerializerOptions.Web), At = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow(),
        });
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
    }

    private async Task<string> RetryAsync(Guid version)
    {
        var operators = await server.SignInAsync(PolicyStory.Operator);
        var group = (await operators.GetAsync("/api/admin/incidents")).Body.EnumerateArray().First(g => g.GetProperty("version").GetString() == version.ToString());
        var ordered = await operators.PostAsync("/api/admin/incidents/retry", new
        {
            version,
            activity = group.GetProperty("activity").GetString(),
            code = group.GetProperty("code").GetString(),
            idempotencyKey = CaseStory.Key(),
        });
        Assert.True(ordered.Status == 200, ordered.Body.ToString());
        return ordered.Text("batch");
    }

    /// <summary>A batch as it is before its work begins.</summary>
    private async Task<string> MigrationAsync(Guid version)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        var batch = new MigrationBatch
        {
            Id = scope.ServiceProvider.GetRequiredService<IIdSource>().Next(), ServiceCode = WholeOffice.Code, FromVersionId = version, ToVersionId = version, Activities = "{}",
            Reason = "政策调整。", State = MigrationState.Pending, Total = 0, CreatedAt = now, ReadyAt = now,
            CreatedByUserId = await context.Users.Where(u => u.UserName == PolicyStory.Operator).Select(u => u.Id).SingleAsync(),
        };
        context.MigrationBatches.Add(batch);
        await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return batch.Id.ToString();
    }

    private async Task<string> CardTokenAsync() =>
        Last((await (await server.SignInAsync(Office.Others)).GetAsync("/api/cards")).Body[0].GetProperty("verifyUrl").GetString()!);

    private async Task<string> LetterTokenAsync(string letter) =>
        Last((await (await server.SignInAsync(Office.Others)).GetAsync($"/api/letters/{letter}")).Text("verifyUrl"));

    private static string Last(string address) => address.Split('/')[^1];
}
