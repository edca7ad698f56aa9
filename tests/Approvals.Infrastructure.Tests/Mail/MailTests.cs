using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Infrastructure.Mail;
using Approvals.Infrastructure.Pumps;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Infrastructure.Tests.Mail;

public sealed class MailTests
{
    [Theory, AllDatabases]
    public async Task DrainAsync_MailInTheOutbox_LiesInTheFolderOnceWithItsMessageId(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind, new Composer(new("li@example.org", "李*", "受理通知书", "您的申请已受理。")));
        var id = await WriteAsync(host);

        await DrainAsync(host);
        await host.WithContextAsync(c => c.OutboxMessages.ExecuteUpdateAsync(m => m.SetProperty(x => x.State, OutboxState.Pending)));
        await DrainAsync(host);

        var text = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(host.DataDirectory, "mail")).Single());
        Assert.Contains($"Message-ID: <{id:N}@approvals.localhost>", text);
        Assert.Contains("您的申请已受理。", text);
        Assert.Contains("Subject: =?utf-8?B?", text);
    }

    [Fact]
    public async Task DrainAsync_HeaderInTheRecipientsName_CannotBeSmuggledIn()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, new Composer(new("li@example.org", "x\r\nBcc: all@example.org", "s", "t")));
        await WriteAsync(host);

        await DrainAsync(host);

        var text = await File.ReadAllTextAsync(Directory.EnumerateFiles(Path.Combine(host.DataDirectory, "mail")).Single());
        Assert.DoesNotContain("Bcc", text);
    }

    [Fact]
    public async Task DrainAsync_NobodyToSendTo_CountsAsSent()
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, new Composer(null));
        await WriteAsync(host);

        await DrainAsync(host);

        Assert.Equal((OutboxState.Sent, 0), (await StateAsync(host), MailCount(host)));
    }

    [Theory]
    [InlineData("mail.letter", "not an address")]
    [InlineData("mail.unknown", "li@example.org")]
    [InlineData("pigeon", "li@example.org")]
    public async Task DrainAsync_CanNeverBeSent_IsGivenUp(string kind, string to)
    {
        await using var host = await HostAsync(DatabaseKind.Sqlite, new Composer(new(to, "李*", "s", "t")));
        await WriteAsync(host, kind);

        await DrainAsync(host);

        Assert.Equal((OutboxState.Failed, 0), (await StateAsync(host), MailCount(host)));
    }

    [Fact]
    public async Task SendAsync_NoServerListens_IsTriedAgain()
    {
        var options = new MailOptions { Folder = "", Host = "127.0.0.1", Port = 1 };
        await using var host = await TestHost.CreateAsync(DatabaseKind.Sqlite, services => services
            .AddSingleton<IMailComposer>(new Composer(new("li@example.org", "李*", "s", "t")))
            .AddSingleton<IMailTransport>(new SmtpTransport(options)));
        await WriteAsync(host);

        await DrainAsync(host);

        var message = await host.WithContextAsync(c => c.OutboxMessages.SingleAsync());
        Assert.Equal((OutboxState.Pending, "mail.unreachable"), (message.State, message.LastError));
        Assert.InRange(message.LeaseUntil!.Value - host.Time.GetUtcNow(), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(2.5));
    }

    [SmtpFact]
    public async Task SendAsync_RealServer_TakesChineseMailWithItsMessageId()
    {
        var (options, folder) = SmtpFactAttribute.Server!.Value;
        var id = $"{Guid.NewGuid():N}@approvals.localhost";
        foreach (var part in (string[])["tmp", "new", "cur"])
        {
            // The sink makes its mailbox only where the folder itself is missing.
            Directory.CreateDirectory(Path.Combine(folder, part));
        }

        await new SmtpTransport(options).SendAsync(
            new("li@example.org", "李*", "受理通知书", "您的申请已受理。") { Html = "<p>您的申请已受理。</p>" }, id, CancellationToken.None);

        var texts = Directory.EnumerateFiles(Path.Combine(folder, "new")).Select(File.ReadAllText);
        Assert.Contains(texts, text => text.Contains($"<{id}>") && text.Contains("multipart/alternative"));
    }

    private static Task<TestHost> HostAsync(DatabaseKind kind, Composer composer) =>
        TestHost.CreateAsync(kind, services => services.AddSingleton<IMailComposer>(composer));

    private static Task<Guid> WriteAsync(TestHost host, string kind = "mail.letter") => host.InScopeAsync(async services =>
    {
        var message = services.GetRequiredService<OutboxWriter>().Add(kind, "letter:1", new { letter = 1 });
        await services.GetRequiredService<WriteTransaction>().CommitAsync(CancellationToken.None);
        return message.Id;
    });

    private static Task<int> DrainAsync(TestHost host) =>
        host.Services.GetRequiredService<Pump<OutboxMessage>>().DrainAsync(CancellationToken.None);

    private static Task<OutboxState> StateAsync(TestHost host) =>
        host.WithContextAsync(c => c.OutboxMessages.Select(m => m.State).SingleAsync());

    private static int MailCount(TestHost host) =>
        Path.Combine(host.DataDirectory, "mail") is var folder && Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Count() : 0;

    private sealed class Composer(Approvals.Application.Outbox.Mail? mail) : IMailComposer
    {
        public string Kind => "mail.letter";

        public Task<Approvals.Application.Outbox.Mail?> ComposeAsync(OutboxMessage message, CancellationToken cancellationToken) =>
            Task.FromResult(mail);
    }
}
