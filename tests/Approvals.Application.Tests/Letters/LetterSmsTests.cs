using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.People;
using Approvals.Application.Sms;
using Approvals.Infrastructure.Sms;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Approvals.TestKit.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Letters;

/// <summary>Letters whose channels name text messages, with a gateway on this machine and without one.</summary>
public sealed class LetterSmsTests
{
    [Theory, AllDatabases]
    public async Task Letter_ByTextMessage_TellsTheNumberOfTheCaseAlone(DatabaseKind kind)
    {
        await using var server = new AnsweringServer(AnsweringServer.Answer(503), AnsweringServer.Answer(200));
        await using var host = await HostAsync(kind, server.Origin);

        var id = await host.CaseAsync("texts");
        await host.PumpAsync();
        host.Host.Time.Advance(TimeSpan.FromSeconds(10));
        await host.PumpAsync();

        Assert.Equal(2, server.Asked.Count);
        Assert.Contains("+8613900001111", server.Asked[1], StringComparison.Ordinal);
        Assert.Contains((await host.RowAsync(id)).Number, server.Asked[1], StringComparison.Ordinal);
        Assert.Equal(1, await host.ReadAsync(c => c.Deliveries.CountAsync(d => d.CaseId == id && d.Channel == DeliveryChannel.Sms)));
        Assert.Equal(OutboxState.Sent, await host.ReadAsync(c => c.OutboxMessages.Where(m => m.Kind == "sms.letter").Select(m => m.State).SingleAsync()));
        Assert.DoesNotContain("13900001111", await host.ReadAsync(c => c.OutboxMessages.Where(m => m.Kind == "sms.letter").Select(m => m.Payload).SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letter_WithoutAGateway_ClaimsNoTextMessage()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, null);

        var id = await host.CaseAsync("texts");

        Assert.Equal(0, await host.ReadAsync(c => c.Deliveries.CountAsync(d => d.CaseId == id && d.Channel == DeliveryChannel.Sms)));
        Assert.Equal(0, await host.ReadAsync(c => c.OutboxMessages.CountAsync(m => m.Kind == "sms.letter")));
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind, string? origin)
    {
        var host = await CaseHost.CreateAsync(kind, configure: services =>
        {
            if (origin is not null)
            {
                services.AddSingleton(new SmsChannel(true)).AddScoped<IOutboxSender, SmsSender>()
                    .AddSingleton<ISmsTransport>(_ => new HttpSms(new SmsOptions { Url = origin }));
            }
        });
        await host.LoadAsync(FlowPackage.Begin("texts").Letter("received", "page, sms")
            .Step("tell", "Approvals.Notify", ("template", "received"), ("to", System.Text.Json.Nodes.JsonNode.Parse("""[{ "kind": "applicant" }]"""))).Review("look").End("yes", "granted").End("no", "refused")
            .Ways("apply>tell", "tell>look", "look:Approved>yes", "look:Rejected>no"));
        await host.InAsync(async services =>
        {
            var context = services.GetRequiredService<ApprovalsDbContext>();
            var person = await context.People.Include(p => p.Identifiers).SingleAsync(p => p.Id == host.Applicant.PersonId);
            await services.GetRequiredService<PersonRegister>().ChangeAsync(person, new PersonDetails("张试") { Mobile = "139 0000 1111" }, default);
            return await context.SaveChangesAsync();
        });
        return host;
    }
}
