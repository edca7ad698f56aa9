using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Inbox;
using Approvals.Application.Rights;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Tests.Letters;

/// <summary>A case copied to somebody who has nothing to do with it.</summary>
public sealed class CopyTests
{
    [Theory, AllDatabases]
    public async Task Copy_OfARunningCase_IsReadButNotActedOn(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var reader = await host.PersonAsync("reader", Roles.Expert, "220104");
        var other = await host.PersonAsync("other", Roles.Provider, "220104");

        var id = await host.CaseAsync("copies");

        var read = await ReadAsync(host, id, reader);
        Assert.Null(read.Error?.Code);
        Assert.Empty(read.Value.Actions);
        Assert.False((await ReadAsync(host, id, other)).IsSuccess);
        var message = await host.UseAsync<SendMessage, Result<SendMessage.Sent>>(u => u.HandleAsync(new SendMessage.Request(id, "你好"), reader, default));
        Assert.Equal("cases.notYours", message.Error?.Code);
    }

    [Theory, AllDatabases]
    public async Task Copy_InTheInbox_StandsUnderCopiedUntilTheCaseEnds(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var reader = await host.PersonAsync("reader", Roles.Expert, "220104");
        var id = await host.CaseAsync("copies");

        var before = await InboxAsync(host, reader);
        await host.DecideAsync((await host.TasksAsync(id))[0], host.First, "approve", "click-0002");
        var after = await InboxAsync(host, reader);

        Assert.Equal((id.ToString(), 1), (Assert.Single(before.Items).CaseId, before.Counts.Copied.Count));
        Assert.Equal((0, 0), (after.Items.Count, after.Counts.Copied.Count));
        Assert.False((await ReadAsync(host, id, reader)).IsSuccess);
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind)
    {
        var host = await CaseHost.CreateAsync(kind);
        await host.LoadAsync(FlowPackage.Begin("copies")
            .Step("copy", "Approvals.Copy", ("to", System.Text.Json.Nodes.JsonNode.Parse("""[{ "kind": "role", "role": "Expert", "level": "county" }]""")))
            .Review("look").End("yes", "granted").End("no", "refused").Ways("apply>copy", "copy>look", "look:Approved>yes", "look:Rejected>no"));
        return host;
    }

    private static Task<Result<CaseDto>> ReadAsync(CaseHost host, Guid id, CurrentUser user) =>
        host.UseAsync<CaseView, Result<CaseDto>>(u => u.ReadAsync(id, user, default));

    private static async Task<InboxDto> InboxAsync(CaseHost host, CurrentUser user) => (await host.UseAsync<InboxPage, Result<InboxDto>>(u =>
        u.ReadAsync(new InboxRequest(InboxTab.Copied, null, null, null, null, InboxClaim.Any, null, null), user, default))).Value;
}
