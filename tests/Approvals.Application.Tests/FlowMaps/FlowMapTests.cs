using Approvals.Application.CaseViews;
using Approvals.Application.FlowMaps;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Application.Tests.FlowMaps;

/// <summary>The map of a case's flow: where it went, where it stands, who has it and since when.</summary>
public sealed class FlowMapTests
{
    [Theory, AllDatabases]
    public async Task Map_OfACaseUnderReview_SaysWhoHasItAndSinceWhen(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.CaseAsync();
        var task = Assert.Single(await host.TasksAsync(id));

        var queued = await MapAsync(host, id, host.First);
        await host.UseAsync<ClaimTask, Result<ActDone>>(u => u.HandleAsync(new ClaimTask.Request(task.Id), host.First, default));
        var claimed = Assert.Single((await MapAsync(host, id, host.Second)).Nodes, n => n.Status == StepStatus.Current);
        var told = Assert.Single((await MapAsync(host, id, host.Applicant)).Nodes, n => n.Status == StepStatus.Current);

        Assert.Equal([("apply", StepStatus.Done), ("review", StepStatus.Current)], queued.Nodes.Take(2).Select(n => (n.Id, n.Status)));
        Assert.All(queued.Nodes.Skip(2), n => Assert.Equal(StepStatus.Coming, n.Status));
        Assert.Equal(("review", task.ReceivedAt), (claimed.Id, claimed.Since));
        Assert.EndsWith("first", Assert.Single(claimed.Holders), StringComparison.Ordinal);
        Assert.DoesNotContain("first", Assert.Single(told.Holders), StringComparison.Ordinal);
        Assert.Equal([("apply", "review")], queued.Links.Where(l => l.Taken).Select(l => (l.From, l.To)));
    }

    [Theory, AllDatabases]
    public async Task Map_OfAFinishedCase_ShowsTheWayItWentAndNoOther(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var id = await host.GrantedAsync();

        var map = await MapAsync(host, id, host.First);

        Assert.Equal(
            [("apply", "review"), ("review", "grant"), ("grant", "granted")], map.Links.Where(l => l.Taken).Select(l => (l.From, l.To)));
        Assert.Equal(["apply", "review", "grant", "granted"], map.Nodes.Where(n => n.Status == StepStatus.Done).Select(n => n.Id));
        Assert.Equal("同意", Assert.Single(map.Links, l => l.To == "grant").Label);
    }

    [Fact]
    public async Task Map_OfACaseOfSomebodyElse_IsNotFound()
    {
        await using var host = await CaseHost.CreateAsync(DatabaseKind.Sqlite);
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");
        var id = await host.CaseAsync();

        Assert.Equal(ErrorKind.NotFound, (await host.UseAsync<FlowMap, Result<FlowMapDto>>(u => u.ReadAsync(id, other, default))).Error?.Kind);
    }

    private static async Task<FlowMapDto> MapAsync(CaseHost host, Guid id, CurrentUser user) =>
        (await host.UseAsync<FlowMap, Result<FlowMapDto>>(u => u.ReadAsync(id, user, default))).Value;
}
