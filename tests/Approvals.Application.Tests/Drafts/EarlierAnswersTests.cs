using System.Text.Json;
using Approvals.Application.Drafts;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Drafts;

/// <summary>Who applies again need not write again what they wrote the last time.</summary>
public sealed class EarlierAnswersTests
{
    [Theory, AllDatabases]
    public async Task Open_ASecondTime_BeginsWithTheAnswersOfTheFirstAndTheNameOfThePerson(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "reject", "refuse-0001");

        var answers = await OpenAsync(host, host.Applicant);

        Assert.Equal(("6222000011112222", 12.5m), (answers.GetProperty("account").GetString(), answers.GetProperty("amount").GetDecimal()));
        Assert.Equal("applicant", answers.GetProperty("name").GetString());
    }

    [Theory, AllDatabases]
    public async Task Open_AsAnother_KnowsNothingOfIt(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        await host.CaseAsync();
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");

        Assert.False((await OpenAsync(host, other)).TryGetProperty("account", out _));
    }

    private static async Task<JsonElement> OpenAsync(CaseHost host, CurrentUser user)
    {
        var opened = await host.UseAsync<OpenDraft, Result<OpenDraft.Opened>>(u => u.HandleAsync(new OpenDraft.Request(SmallPackage.Code), user, default));
        return await host.InAsync(async services =>
        {
            var draft = await services.GetRequiredService<Application.Database.ApprovalsDbContext>().Drafts.SingleAsync(d => d.Id == opened.Value.Id);
            var plain = await services.GetRequiredService<Vault>().OpenAsync(draft.KeyId, draft.Payload, LoadedDraft.Place(draft.Id), default);
            using var json = JsonDocument.Parse(plain.Value);
            return json.RootElement.Clone();
        });
    }
}
