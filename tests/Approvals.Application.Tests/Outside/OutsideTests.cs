using Approvals.Application.Incidents;
using Approvals.Application.Outbox;
using Approvals.Application.Outside;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Feel;
using Approvals.TestKit.Cases;
using Approvals.TestKit.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Application.Tests.Outside;

/// <summary>What a case asks of the world outside, and what it hears.</summary>
public sealed class OutsideTests
{
    [Theory, AllDatabases]
    public async Task Task_ReportedByAnOperator_LetsTheCaseGoOnWithTheResult(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        var id = await host.CaseAsync("asks-outside");
        var by = await host.PersonAsync("operator", Roles.Operator, "220100");
        var task = Assert.Single((await ListAsync(host, by)).Value.Items);
        Assert.Equal(("print", 12.5m), (task.Name, task.Payload!.Value.GetProperty("amount").GetDecimal()));

        var reported = await ReportAsync(host, by, task.Id, "click-0001");
        var again = await ReportAsync(host, by, task.Id, "click-0001");
        var late = await ReportAsync(host, by, task.Id, "click-0002");

        Assert.True(reported.IsSuccess && again.IsSuccess);
        Assert.Equal("outside.alreadyReported", late.Error?.Code);
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        Assert.Empty((await ListAsync(host, by)).Value.Items);
    }

    [Theory, AllDatabases]
    public async Task Task_OfAnotherRegion_IsNeitherListedNorReported(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);
        await host.CaseAsync("asks-outside");
        var far = await host.PersonAsync("far", Roles.Operator, "220200");
        var task = await host.ReadAsync(c => c.OutsideRequests.Select(r => r.Id).SingleAsync());

        Assert.Empty((await ListAsync(host, far)).Value.Items);
        Assert.Equal("outside.unknownTask", (await ReportAsync(host, far, task.ToString(), "click-0001")).Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, (await ReportAsync(host, host.First, task.ToString(), "click-0001")).Error?.Kind);
    }

    [Theory, AllDatabases]
    public async Task Mail_ToAddresses_LeavesOnceWithoutAnythingOfItInTheOutbox(DatabaseKind kind)
    {
        await using var host = await HostAsync(kind);

        await host.CaseAsync("mails");
        await host.PumpAsync();
        await host.PumpAsync();

        var mail = await File.ReadAllTextAsync(Assert.Single(Directory.GetFiles(Path.Combine(host.Host.DataDirectory, "mail"), "*.eml")));
        Assert.Contains("To:  <one@example.org>, two@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("Cc: three@example.org", mail, StringComparison.Ordinal);
        Assert.Contains("12.5 yuan & more\nsecond line", mail.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        var kept = await host.ReadAsync(async c => (await c.OutboxMessages.SingleAsync(m => m.Kind == OutsideMail.MailKind), await c.CaseEvents.SingleAsync()));
        Assert.Equal(OutboxState.Sent, kept.Item1.State);
        Assert.DoesNotContain("example.org", kept.Item1.Payload + kept.Item2.Effects, StringComparison.Ordinal);
    }

    [Theory]
    [AllDatabases(200, "granted")]
    [AllDatabases(404, "refused")]
    public async Task Request_Answered_LeavesByItsStatus(DatabaseKind kind, int status, string result)
    {
        var http = new RecordedHttp(new HttpAnswer(status) { Value = FeelValue.Of("ok") });
        await using var host = await HostAsync(kind, http);

        var id = await host.CaseAsync("requests");
        Assert.Null((await host.RowAsync(id)).FinishedAt);
        await host.PumpAsync();

        Assert.Equal(result, (await host.RowAsync(id)).Result);
        var (call, key) = Assert.Single(http.Sent);
        Assert.Equal(("POST", "https://api.example.org/v1", "application/json", "t"), (call.Method, call.Url, call.ContentType, call.Headers["X-Trace"]));
        Assert.Equal(await host.ReadAsync(c => c.OutsideRequests.Select(r => r.Id).SingleAsync()), Guid.Parse(key));
        Assert.DoesNotContain("api.example.org", await host.ReadAsync(c => c.CaseEvents.OrderBy(e => e.Number).Select(e => e.Effects).FirstAsync()), StringComparison.Ordinal);
    }

    [Theory, AllDatabases]
    public async Task Request_ThatNobodyAnswers_IsTriedAgainWithOneKeyAndThenFails(DatabaseKind kind)
    {
        var http = new RecordedHttp(new HttpAnswer(null, "connection"));
        await using var host = await HostAsync(kind, http);

        var id = await host.CaseAsync("requests");
        for (var i = 0; i < HttpSender.MostAttempts + 2; i++)
        {
            await host.PumpAsync();
            host.Host.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("terminated", (await host.RowAsync(id)).Result);
        Assert.Equal(HttpSender.MostAttempts, http.Sent.Count);
        Assert.Single(http.Sent.Select(s => s.Key).Distinct());
    }

    [Theory, AllDatabases]
    public async Task Request_ToAHostThatIsNotListed_IsAnIncidentAndNeverLeaves(DatabaseKind kind)
    {
        var http = new RecordedHttp(new HttpAnswer(200));
        await using var host = await HostAsync(kind, http);

        var id = await host.CaseAsync("requests-elsewhere");
        await host.PumpAsync();

        Assert.Equal("outside.hostNotAllowed", await host.ReadAsync(c => c.Incidents.Where(i => i.CaseId == id).Select(i => i.Code).SingleAsync()));
        Assert.Empty(http.Sent);
    }

    [Theory, AllDatabases]
    public async Task Request_WhoseHostTurnsOutPrivate_IsAnIncidentThatARetrySendsAnew(DatabaseKind kind)
    {
        var http = new RecordedHttp(new HttpAnswer(null, "outside.privateAddress"), new HttpAnswer(200));
        await using var host = await HostAsync(kind, http);
        var id = await host.CaseAsync("requests");
        await host.PumpAsync();
        var incident = await host.ReadAsync(c => c.Incidents.SingleAsync(i => i.CaseId == id));
        var by = await host.PersonAsync("operator", Roles.Operator, "220000");

        await host.UseAsync<ResolveIncident, Result<Unit>>(u => u.HandleAsync(new ResolveIncident.Request(incident.Id, Reason: "已列入名单"), by, default));
        await host.PumpAsync();

        Assert.Equal("workflow.requestRefused", incident.Code);
        Assert.Equal("granted", (await host.RowAsync(id)).Result);
        Assert.Equal(2, http.Sent.Select(s => s.Key).Distinct().Count());
    }

    private static async Task<CaseHost> HostAsync(DatabaseKind kind, RecordedHttp? http = null)
    {
        var host = await CaseHost.CreateAsync(kind, configure: services => services
            .AddSingleton(OutsideHosts.Of(["https://api.example.org"])).AddSingleton<IHttpTransport>(http ?? new RecordedHttp(new HttpAnswer(200))));
        await host.LoadAsync(
            FlowPackage.Begin("asks-outside").Step("ask", "Elsa.RunTask", ("taskName", "print"), ("payload", "={ amount: form.application.amount }"))
                .End("end", "granted").Ways("apply>ask", "ask>end"),
            FlowPackage.Begin("mails").Step("mail", "Elsa.SendEmail", ("to", new[] { "one@example.org", "two@example.org" }), ("cc", new[] { "three@example.org" }),
                ("subject", "New"), ("body", "=\"<p>\" + string(form.application.amount) + \" yuan &amp; more<br/>second line</p>\"")).End("end", "granted").Ways("apply>mail", "mail>end"),
            Requesting("requests", "https://api.example.org/v1"),
            Requesting("requests-elsewhere", "https://elsewhere.example.org/v1"));
        return host;
    }

    private static FlowPackage Requesting(string code, string url) => FlowPackage.Begin(code)
        .Step("ask", "Elsa.FlowSendHttpRequest", ("url", url), ("method", "POST"), ("content", "={ a: 1 }"), ("requestHeaders", "={ \"X-Trace\": \"t\" }"),
            ("expectedStatusCodes", new[] { 200 })).End("yes", "granted").End("no", "refused").End("off", "terminated")
        .Ways("apply>ask", "ask:200>yes", "ask:Unmatched status code>no", "ask:Failed to connect>off", "ask:Timeout>off");

    private static Task<Result<Page<OutsideTaskDto>>> ListAsync(CaseHost host, CurrentUser user) =>
        host.UseAsync<OutsideTaskList, Result<Page<OutsideTaskDto>>>(u => u.ReadAsync("print", null, user, default));

    private static Task<Result<Unit>> ReportAsync(CaseHost host, CurrentUser user, string task, string key) =>
        host.UseAsync<ReportOutsideTask, Result<Unit>>(u =>
            u.HandleAsync(new ReportOutsideTask.Request(Guid.Parse(task), CaseHost.Values(new { pages = 2 }), key), user, default));

    /// <summary>The other side: it answers in order, the last answer for ever.</summary>
    private sealed class RecordedHttp(params HttpAnswer[] answers) : IHttpTransport
    {
        public List<(HttpCall Call, string Key)> Sent { get; } = [];

        public Task<HttpAnswer> SendAsync(HttpCall call, string idempotencyKey, CancellationToken cancellationToken)
        {
            Sent.Add((call, idempotencyKey));
            return Task.FromResult(answers[Math.Min(Sent.Count, answers.Length) - 1]);
        }
    }
}
