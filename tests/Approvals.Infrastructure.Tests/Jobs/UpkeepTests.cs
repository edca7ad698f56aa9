using System.Net;
using System.Net.Sockets;
using Approvals.Application.Jobs;
using Approvals.Application.Outbox;
using Approvals.Application.Rights;
using Approvals.Application.Upkeep;
using Approvals.Feel;
using Approvals.Infrastructure.Outside;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;

namespace Approvals.Infrastructure.Tests.Jobs;

/// <summary>The page of operations: the runs of the day by hour, and the machines outside.</summary>
public sealed class UpkeepTests
{
    private static readonly CurrentUser Operator = new(Guid.NewGuid(), "运维", [new RoleGrant(Roles.Operator, "220000", "/220000/")]) { Language = "en" };

    /// <summary>It is ten in the morning of 2 March in Changchun, two at night in UTC.</summary>
    [Theory, AllDatabases]
    public async Task Hours_OfToday_CountRunsWhereTheOfficeIsAndWhatIsUsual(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var nine = new DateTimeOffset(2026, 3, 2, 9, 30, 0, TimeSpan.FromHours(8));
        await host.Host.AddAsync([.. Enumerable.Range(0, 9).Select(day => Run(nine.AddDays(-day), 100)), Run(nine.AddMinutes(5), 50), Run(nine.AddHours(-9.4), 1)]);
        await host.Host.AddAsync(new JobFault { Id = Guid.NewGuid(), RunId = await host.ReadAsync(c => Task.FromResult(c.JobRuns.First().Id)), Job = "test.run", At = nine.AddHours(-1).ToUniversalTime(), Code = "jobs.files", Data = "{}", BrokeRun = true });

        var hours = (await ReadAsync(host)).Hours;

        Assert.Equal(Enumerable.Range(0, 24), hours.Select(h => h.Hour));
        Assert.Equal(new HourDto(9, 2, 0, 1.0m, 150), hours[9]);
        Assert.Equal(new HourDto(8, 0, 1, 0m, 0), hours[8]);
        Assert.Equal(new HourDto(0, 1, 0, 0m, 1), hours[0]);
    }

    [Theory, AllDatabases]
    public async Task Interfaces_SayWhatWaitsAndWhatWentWrongLast(DatabaseKind kind)
    {
        await using var host = await CaseHost.CreateAsync(kind);
        var now = host.Host.Time.GetUtcNow();
        await host.Host.AddAsync(
            Mail("a", OutboxState.Pending, now.AddMinutes(-9), "mail.unreachable"), Mail("b", OutboxState.Pending, now.AddMinutes(-2), null),
            Mail("c", OutboxState.Failed, now.AddMinutes(-20), "mail.recipient.550"), Mail("d", OutboxState.Sent, now, null));

        var found = (await ReadAsync(host)).Interfaces.ToDictionary(i => i.Code);

        Assert.Equal(["mail", "scanner", "sms"], found.Keys.Order());
        Assert.Equal(new InterfaceDto("mail", false, null, null, 2, now.AddMinutes(-9), "The mail server cannot be reached.", 1), found["mail"]);
        Assert.Equal(new InterfaceDto("scanner", false, null, null, 0, null, null, 0), found["scanner"]);
    }

    [Theory]
    [InlineData("220 ready\r\n", "220", true)]
    [InlineData("554 go away\r\n", "220", false)]
    [InlineData("", null, true)]
    public async Task AnswersAsync_MachineThatTakesTheConnection_AnswersWhenItGreetsAsItShould(string says, string? greeting, bool answers)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var talking = TalkAsync(listener, says);

        Assert.Equal(answers, await new OutsideMachine("mail", "127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port, greeting).AnswersAsync(default));
        await talking;
    }

    [Fact]
    public async Task AnswersAsync_NobodyThere_DoesNot()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.False(await OutsideMachine.Of("sms", $"http://127.0.0.1:{port}/send").AnswersAsync(default));
    }

    private static async Task TalkAsync(TcpListener listener, string says)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(says));
    }

    private static async Task<UpkeepDto> ReadAsync(CaseHost host) => (await host.UseAsync<ReadUpkeep, Result<UpkeepDto>>(u => u.HandleAsync(Operator, default))).Value;

    private static JobRun Run(DateTimeOffset finished, long progress) => new()
    {
        Id = Guid.NewGuid(), Job = "test.run", ScheduledFor = finished.ToUniversalTime(), StartedAt = finished.ToUniversalTime(), FinishedAt = finished.ToUniversalTime(), State = JobRunState.Succeeded, Progress = progress,
    };

    private static OutboxMessage Mail(string key, OutboxState state, DateTimeOffset ready, string? error) => new()
    {
        Id = Guid.NewGuid(), Kind = "mail.digest", IdempotencyKey = key, Payload = "{}", State = state, CreatedAt = ready, ReadyAt = ready, LastError = error,
    };
}
