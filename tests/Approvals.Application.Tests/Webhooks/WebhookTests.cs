using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Approvals.Application.Outside;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Webhooks;
using Approvals.Infrastructure.Outside;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.TestKit.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Webhooks;

/// <summary>Programs hear of the cases of their owners: signed, at least once, again after a failure, and nothing of anybody else's.</summary>
public sealed class WebhookTests
{
    [Theory, AllDatabases]
    public async Task Case_ThatMoves_IsToldSignedWithIdsAlone(DatabaseKind kind)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(204));
        await using var host = await HostAsync(kind, server.Origin);
        var made = (await MakeAsync(host, server.Origin)).Value;

        var id = await host.GrantedAsync();
        await host.PumpAsync();

        var told = server.Asked.ConvertAll(a => JsonDocument.Parse(AnsweringServer.Body(a)).RootElement);
        Assert.Equal([WebhookEvents.Changed, WebhookEvents.Changed, WebhookEvents.Finished], told.Select(t => t.GetProperty("event").GetString()).Where(e => e != WebhookEvents.Letter).Order());
        Assert.All(told, t => Assert.Equal(id.ToString(), t.GetProperty("case").GetProperty("id").GetString()));
        Assert.All(server.Asked, a => Assert.DoesNotContain("张试", a, StringComparison.Ordinal));
        Assert.All(server.Asked, a => Assert.Equal(Signature(made.Secret, a), AnsweringServer.Header(a, WebhookSender.SignatureHeader)));
        Assert.Equal(server.Asked.Count, told.Select(t => t.GetProperty("id").GetString()).Distinct().Count());
        Assert.All(await DeliveriesAsync(host, made), d => Assert.Equal((WebhookDeliveryState.Delivered, 1), (d.State, d.Attempts)));
    }

    [Theory, AllDatabases]
    public async Task Case_OfSomebodyElse_IsNotTold(DatabaseKind kind)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(204));
        await using var host = await HostAsync(kind, server.Origin);
        var other = await host.PersonAsync("other", Roles.Applicant, "220104");
        Assert.True((await MakeAsync(host, server.Origin, other)).IsSuccess);

        await host.GrantedAsync();
        await host.PumpAsync();

        Assert.Empty(server.Asked);
        Assert.Equal(0, await host.ReadAsync(c => c.WebhookDeliveries.CountAsync()));
    }

    [Theory, AllDatabases]
    public async Task Delivery_ThatFails_ComesAgainLaterAndIsTaken(DatabaseKind kind)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(500), AnsweringServer.Answer(503), AnsweringServer.Answer(200));
        await using var host = await HostAsync(kind, server.Origin);
        var made = (await MakeAsync(host, server.Origin)).Value;

        await TryAsync(host, made, "trial-0001");
        await host.PumpAsync();
        Assert.Equal((WebhookDeliveryState.Pending, 500), await StateAsync(host, made));
        for (var i = 0; i < 2; i++)
        {
            host.Host.Time.Advance(TimeSpan.FromSeconds(10));
            await host.PumpAsync();
        }

        Assert.Equal((WebhookDeliveryState.Delivered, 200), await StateAsync(host, made));
        Assert.Equal(3, server.Asked.Count);
        Assert.Single(server.Asked.Select(a => AnsweringServer.Header(a, "Idempotency-Key")).Distinct());
    }

    [Theory, AllDatabases]
    public async Task Delivery_ThatNobodyTakes_IsGivenUpAndCanBeSentAgain(DatabaseKind kind)
    {
        await using var server = new AnsweringServer([.. Enumerable.Repeat(AnsweringServer.Answer(500), WebhookSender.MostAttempts), AnsweringServer.Answer(200)]);
        await using var host = await HostAsync(kind, server.Origin);
        var made = (await MakeAsync(host, server.Origin)).Value;
        await TryAsync(host, made, "trial-0001");
        for (var i = 0; i < WebhookSender.MostAttempts + 3; i++)
        {
            await host.PumpAsync();
            host.Host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Equal((WebhookDeliveryState.Failed, 500), await StateAsync(host, made));
        Assert.Equal(WebhookSender.MostAttempts, server.Asked.Count);

        var delivery = Guid.Parse((await DeliveriesAsync(host, made))[0].Id);
        var twice = await Task.WhenAll(ResendAsync(host, delivery, host.Applicant), ResendAsync(host, delivery, host.Applicant));
        Assert.All(twice, r => Assert.True(r.IsSuccess));
        Assert.Equal("rights.notFound", (await ResendAsync(host, delivery, host.First)).Error!.Code);
        await host.PumpAsync();

        Assert.Equal((WebhookDeliveryState.Delivered, 200), await StateAsync(host, made));
        Assert.Equal(WebhookSender.MostAttempts + 1, server.Asked.Count);
    }

    [Theory, AllDatabases]
    public async Task Webhook_ThatEnded_IsToldNothingMore(DatabaseKind kind)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(204));
        await using var host = await HostAsync(kind, server.Origin);
        var made = (await MakeAsync(host, server.Origin)).Value;
        await TryAsync(host, made, "trial-0001");

        Assert.True((await host.UseAsync<KeepWebhook, Result<Unit>>(u => u.EndAsync(Guid.Parse(made.Webhook.Id), host.Applicant, default))).IsSuccess);
        await host.GrantedAsync();
        await host.PumpAsync();

        Assert.Empty(server.Asked);
        Assert.Equal(WebhookDeliveryState.Dropped, Assert.Single(await DeliveriesAsync(host, made)).State);
        Assert.Equal("webhooks.ended", (await TryAsync(host, made, "trial-0002")).Error!.Code);
    }

    [Fact]
    public async Task Webhook_AtAHostThatIsNotListed_IsRefusedWithItsName()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, "https://told.example.org");

        var refused = await MakeAsync(host, "https://elsewhere.example.org");

        Assert.Equal("webhooks.fields", refused.Error!.Code);
        Assert.Equal(("url", "outside.hostNotAllowed"), (refused.Error!.Fields[0].Path, refused.Error!.Fields[0].Code));
        Assert.Equal("elsewhere.example.org", refused.Error!.Fields[0].Data["host"]);
    }

    [Fact]
    public async Task Webhook_ForAnEmployerOneIsNoAgentOf_IsRefused()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, "https://told.example.org");

        var refused = await host.UseAsync<KeepWebhook, Result<MadeWebhookDto>>(u => u.MakeAsync(
            new KeepWebhook.Request("程序", "https://told.example.org/x", [WebhookEvents.Changed], Guid.NewGuid(), "click-0001"), host.Applicant, default));

        Assert.Equal("webhooks.notAgent", refused.Error!.Fields[0].Code);
    }

    private static Task<CaseHost> HostAsync(DatabaseKind kind, string origin) => CaseHost.CreateAsync(kind, configure: services => services
        .AddSingleton(OutsideHosts.Of([origin]))
        .AddSingleton<IHttpTransport>(p => new HttpTransport(p.GetRequiredService<OutsideHosts>(), new OutsideOptions())));

    private static Task<Result<MadeWebhookDto>> MakeAsync(CaseHost host, string origin, CurrentUser? owner = null) =>
        host.UseAsync<KeepWebhook, Result<MadeWebhookDto>>(u => u.MakeAsync(
            new KeepWebhook.Request("人事系统", $"{origin}/cases", WebhookEvents.All, null, "click-0001"), owner ?? host.Applicant, default));

    private static Task<Result<Unit>> TryAsync(CaseHost host, MadeWebhookDto made, string key) =>
        host.UseAsync<KeepWebhook, Result<Unit>>(u => u.TryAsync(Guid.Parse(made.Webhook.Id), key, host.Applicant, default));

    private static Task<Result<Unit>> ResendAsync(CaseHost host, Guid delivery, CurrentUser user) =>
        host.UseAsync<KeepWebhook, Result<Unit>>(u => u.ResendAsync(delivery, user, default));

    private static async Task<IReadOnlyList<WebhookDeliveryDto>> DeliveriesAsync(CaseHost host, MadeWebhookDto made) =>
        (await host.UseAsync<WebhookList, Result<Page<WebhookDeliveryDto>>>(u => u.DeliveriesAsync(Guid.Parse(made.Webhook.Id), null, host.Applicant, default))).Value.Items;

    private static async Task<(WebhookDeliveryState, int?)> StateAsync(CaseHost host, MadeWebhookDto made) =>
        (await DeliveriesAsync(host, made))[0] is var delivery ? (delivery.State, delivery.LastStatus) : default;

    /// <summary>The signature as a receiver computes it, from the secret, the header's time and the body as it came.</summary>
    private static string Signature(string secret, string asked)
    {
        var seconds = AnsweringServer.Header(asked, WebhookSender.SignatureHeader).Split(',')[0]["t=".Length..];
        var mac = HMACSHA256.HashData(Convert.FromBase64String(secret), Encoding.UTF8.GetBytes($"{seconds}.{AnsweringServer.Body(asked)}"));
        return $"t={seconds},v1={Convert.ToHexStringLower(mac)}";
    }
}
