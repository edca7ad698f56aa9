using System.Net;
using System.Text;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Approvals.TestKit.Network;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Mail;

/// <summary>The mail of the outbox against a server that speaks SMTP, in all its moods.</summary>
public sealed class MailServerTests
{
    private static readonly Guid Li = Guid.Parse("00000000-0000-7000-8000-000000000001");

    [Theory, AllDatabases]
    public async Task DrainAsync_ServerDownForTwoDays_EachMailLeavesOnceAndInOrderForEachPerson(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var host = await HostAsync(kind, server);
        await server.GoDownAsync();
        var written = new List<(string To, Guid Id)>();
        for (var hour = 0; hour < 48; hour++)
        {
            written.AddRange([await WriteAsync(host, hour % 5), await WriteAsync(host, hour % 3)]);
            await DrainAsync(host);
            host.Time.Advance(TimeSpan.FromHours(1));
        }

        Assert.Empty(server.Taken);
        server.ComeBack();
        for (var quarter = 0; quarter < 16; quarter++)
        {
            await DrainAsync(host);
            host.Time.Advance(TimeSpan.FromMinutes(15));
        }

        var taken = server.Taken.Select(m => (To: m.To[0], Id: m.Header("Message-ID"))).ToList();
        var expected = written.Select(w => (w.To, Id: $"<{w.Id:N}@approvals.localhost>")).ToList();
        Assert.Equal(96, taken.Count);
        Assert.All(expected.GroupBy(e => e.To), person => Assert.Equal(person, taken.Where(t => t.To == person.Key)));
        Assert.Equal(96, await host.WithContextAsync(c => c.OutboxMessages.CountAsync(m => m.State == OutboxState.Sent)));
    }

    [Fact]
    public async Task DrainAsync_ServerDown_OneMailKnocksForAllOfThem()
    {
        await using var server = new SmtpServer { Mood = SmtpMood.Busy };
        await using var host = await HostAsync(DatabaseKind.Sqlite, server);
        for (var i = 0; i < 40; i++)
        {
            await WriteAsync(host, i);
        }

        await DrainAsync(host);

        Assert.Equal(1, server.Connections);
        var rows = await host.WithContextAsync(c => c.OutboxMessages.ToListAsync());
        Assert.Equal((40, 1), (rows.Count(r => r.State == OutboxState.Pending), rows.Sum(r => r.Attempts)));
    }

    [Fact]
    public async Task DrainAsync_FiveDaysWithoutServer_IsGivenUpAndNotBefore()
    {
        await using var server = new SmtpServer { Mood = SmtpMood.Busy };
        await using var host = await HostAsync(DatabaseKind.Sqlite, server);
        await WriteAsync(host, 1);
        List<(double Days, OutboxState State)> seen = [];
        for (var hour = 0; hour < 125; hour += 5)
        {
            await DrainAsync(host);
            seen.Add((hour / 24.0, (await RowAsync(host)).State));
            host.Time.Advance(TimeSpan.FromHours(5));
        }

        Assert.All(seen, s => Assert.Equal(s.Days >= 5 ? OutboxState.Failed : OutboxState.Pending, s.State));
    }

    [Theory]
    [InlineData(SmtpMood.RefusingRecipients, 550, OutboxState.Failed, "mail.recipient.550")]
    [InlineData(SmtpMood.RefusingRecipients, 450, OutboxState.Pending, "mail.status.450")]
    [InlineData(SmtpMood.RefusingMails, 554, OutboxState.Failed, "mail.refused.554")]
    [InlineData(SmtpMood.RefusingMails, 451, OutboxState.Pending, "mail.status.451")]
    [InlineData(SmtpMood.Busy, 0, OutboxState.Pending, "mail.notNow")]
    public async Task DrainAsync_ServerRefuses_IsGivenUpOnlyWhereItIsForEver(SmtpMood mood, int status, OutboxState state, string reason)
    {
        await using var server = new SmtpServer { Mood = mood, Status = status };
        await using var host = await HostAsync(DatabaseKind.Sqlite, server);
        await WriteAsync(host, 1);

        await DrainAsync(host);

        var row = await RowAsync(host);
        Assert.Equal((state, reason), (row.State, row.LastError));
        Assert.Empty(server.Taken);
    }

    [Theory]
    [InlineData(SmtpMood.Dropping)]
    [InlineData(SmtpMood.Silent)]
    public async Task DrainAsync_ServerStopsInTheMiddle_TheMailLeavesWhenItWorksAgain(SmtpMood mood)
    {
        await using var server = new SmtpServer { Mood = mood };
        await using var host = await HostAsync(DatabaseKind.Sqlite, server);
        var (_, id) = await WriteAsync(host, 1);
        await DrainAsync(host);
        var failed = await RowAsync(host);

        server.Mood = SmtpMood.Working;
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await DrainAsync(host);

        Assert.Equal((OutboxState.Pending, true), (failed.State, failed.LastError!.StartsWith("mail.", StringComparison.Ordinal)));
        Assert.Equal($"<{id:N}@approvals.localhost>", Assert.Single(server.Taken).Header("Message-ID"));
    }

    [Fact]
    public async Task SendAsync_StartTlsAndAccount_AreUsed()
    {
        using var certificate = SmtpServer.SelfMade();
        await using var server = new SmtpServer { Certificate = certificate, Account = ("approvals", "a long password") };
        var options = Options(server) with { UseStartTls = true, UserName = "approvals", Password = "a long password" };
        using var _ = Trusted(certificate);

        await new SmtpTransport(options).SendAsync(new("li@example.org", "李*", "受理通知书", "您的申请已受理。"), "a@b", CancellationToken.None);

        Assert.True(server.WasEncrypted);
        Assert.Single(server.Taken);
    }

    [Fact]
    public async Task DrainAsync_CertificateNobodyVouchesFor_NothingLeavesAndTheReasonSaysSo()
    {
        using var certificate = SmtpServer.SelfMade();
        await using var server = new SmtpServer { Certificate = certificate };
        await using var host = await HostAsync(DatabaseKind.Sqlite, server, o => o with { UseStartTls = true });
        await WriteAsync(host, 1);

        await DrainAsync(host);

        var row = await RowAsync(host);
        Assert.Equal((OutboxState.Pending, "mail.certificate"), (row.State, row.LastError));
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task DrainAsync_WrongPassword_WaitsForWhoeverKeepsTheServer()
    {
        await using var server = new SmtpServer { Account = ("approvals", "another") };
        await using var host = await HostAsync(DatabaseKind.Sqlite, server, o => o with { UserName = "approvals", Password = "wrong" });
        await WriteAsync(host, 1);

        await DrainAsync(host);

        Assert.Equal(OutboxState.Pending, (await RowAsync(host)).State);
        Assert.Empty(server.Taken);
    }

    [Fact]
    public async Task SendAsync_Html_BothPartsArriveInBothLanguages()
    {
        await using var server = new SmtpServer();

        await new SmtpTransport(Options(server)).SendAsync(
            new("li@example.org", "李*", "受理通知书", "您的申请已受理。") { Html = "<p>您的申请已受理。</p>" }, "a@b", CancellationToken.None);

        var text = Assert.Single(server.Taken).Text;
        Assert.Contains("multipart/alternative", text);
        Assert.True(text.IndexOf("text/plain", StringComparison.Ordinal) < text.IndexOf("text/html", StringComparison.Ordinal));
        Assert.Contains(Convert.ToBase64String(Encoding.UTF8.GetBytes("您的申请已受理。")), text);
        Assert.NotEmpty(server.Taken.First().Header("Date"));
    }

    [Theory, AllDatabases]
    public async Task DrainAsync_TwoNodesWithARate_TogetherSendNoMoreInAMinute(DatabaseKind kind)
    {
        await using var server = new SmtpServer();
        await using var host = await HostAsync(kind, server, o => o with { PerMinute = 10 });
        await using var other = host.Beside(services => Configure(services, Options(server) with { PerMinute = 10 }));
        for (var i = 0; i < 35; i++)
        {
            await WriteAsync(host, i);
        }

        List<int> minutes = [];
        for (var minute = 0; minute < 4; minute++)
        {
            await Task.WhenAll(DrainAsync(host), DrainAsync(other));
            minutes.Add(server.Taken.Count);
            host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.All(minutes.Prepend(0).Zip(minutes), pair => Assert.InRange(pair.Second - pair.First, 1, 10));
        Assert.Equal(0, await host.WithContextAsync(c => c.OutboxMessages.CountAsync(m => m.Attempts > 1)));
    }

    private static Task<TestHost> HostAsync(DatabaseKind kind, SmtpServer server, Func<MailOptions, MailOptions>? with = null) =>
        TestHost.CreateAsync(kind, services => Configure(services, with?.Invoke(Options(server)) ?? Options(server)));

    private static void Configure(IServiceCollection services, MailOptions options) => services
        .AddSingleton(options).AddSingleton<IMailComposer, Composer>().AddSingleton<IMailTransport>(new SmtpTransport(options));

    private static MailOptions Options(SmtpServer server) =>
        new() { Folder = "", Host = "localhost", Port = server.Port, Timeout = TimeSpan.FromSeconds(2) };

    private static Task<(string To, Guid Id)> WriteAsync(TestHost host, int person) => host.InScopeAsync(async services =>
    {
        var user = StableId.Of(Li, "person", $"{person}");
        var to = $"person{person}@example.org";
        var message = services.GetRequiredService<OutboxWriter>().Add("mail.letter", $"{Guid.NewGuid()}", to, orderId: MessageOrder.Mail(user));
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        host.Time.Advance(TimeSpan.FromMilliseconds(1));
        return (to, message.Id);
    });

    private static Task<int> DrainAsync(TestHost host) =>
        host.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(CancellationToken.None);

    private static Task<OutboxMessage> RowAsync(TestHost host) => host.WithContextAsync(c => c.OutboxMessages.AsNoTracking().SingleAsync());

    /// <summary>Trusts one certificate and no other, as a site does that puts its own authority into the system's store.</summary>
    private static Trust Trusted(System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) => new(certificate.Thumbprint);

    private sealed class Composer : IMailComposer
    {
        public string Kind => "mail.letter";

        public Task<Approvals.Application.Outbox.Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken) =>
            Task.FromResult<Approvals.Application.Outbox.Mail?>(new(message.Payload.Trim('"'), "李*", "s", "t"));
    }

#pragma warning disable SYSLIB0014 // The base library's mail client asks here and nowhere else.
    private sealed class Trust : IDisposable
    {
        public Trust(string thumbprint) =>
            ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
                errors == System.Net.Security.SslPolicyErrors.None || certificate?.GetCertHashString() == thumbprint;

        public void Dispose() => ServicePointManager.ServerCertificateValidationCallback = null;
    }
#pragma warning restore SYSLIB0014
}
