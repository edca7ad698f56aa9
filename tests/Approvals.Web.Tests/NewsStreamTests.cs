using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Web.Tests.BadInput;
using Approvals.Web.Tests.Rights;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Approvals.Web.Tests;

/// <summary>The reader's news as server-sent events.</summary>
[Collection(SharedCare.Name)]
public sealed class NewsStreamTests(CarefulProduct server)
{
    private const string Reader = "wang.fang";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Events_NewLine_TellTheNumberAloneAndTheStateOnceToWhoComesBack()
    {
        var caller = await Caller.SignInAsync(server, Reader);
        using var first = await caller.RespondAsync(HttpMethod.Get, "/api/news/events", null);
        using var lines = new StreamReader(await first.Content.ReadAsStreamAsync());
        var before = await EventAsync(lines);
        await TellAsync("case.secret");
        var after = await EventAsync(lines);

        Assert.Equal("text/event-stream", first.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Unread(before.Data) + 1, Unread(after.Data));
        Assert.Matches("^\\{\"unread\":[0-9]+\\}$", after.Data);

        var again = await Caller.SignInAsync(server, Reader);
        again.Headers["Last-Event-ID"] = after.Id;
        using var second = await again.RespondAsync(HttpMethod.Get, "/api/news/events", null);
        using var more = new StreamReader(await second.Content.ReadAsStreamAsync());
        await TellAsync("case.another");
        Assert.Equal(Unread(after.Data) + 1, Unread((await ChangedAsync(more, after.Data)).Data));
    }

    [Fact]
    public async Task Events_SessionEnded_EndTheStream()
    {
        var caller = await Caller.SignInAsync(server, Reader);
        using var response = await caller.RespondAsync(HttpMethod.Get, "/api/news/events", null);
        using var lines = new StreamReader(await response.Content.ReadAsStreamAsync());
        await EventAsync(lines);
        await server.ReadAsync(async c =>
        {
            var user = await c.Users.Where(u => u.UserName == Reader).Select(u => u.Id).SingleAsync();
            return await c.SignInSessions.Where(s => s.UserId == user).ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, DateTimeOffset.UtcNow));
        });
        await TellAsync("case.third");

        using var patience = new CancellationTokenSource(Patience);
        Assert.Empty((await lines.ReadToEndAsync(patience.Token)).Trim());
        Assert.Equal(401, (await caller.SendAsync(HttpMethod.Get, "/api/news/events", null)).Status);
    }

    [Fact]
    public async Task Events_TooManyPagesOfOnePerson_AreRefused()
    {
        var caller = await Caller.SignInAsync(server, "li.ruolan");
        List<HttpResponseMessage> open = [];
        while (open.Count < 6)
        {
            open.Add(await caller.RespondAsync(HttpMethod.Get, "/api/news/events", null));
        }

        using var refused = await caller.RespondAsync(HttpMethod.Get, "/api/news/events", null);

        Assert.All(open, o => Assert.Equal(200, (int)o.StatusCode));
        Assert.Equal(429, (int)refused.StatusCode);
        open.ForEach(o => o.Dispose());
    }

    private async Task TellAsync(string template)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<ApprovalsDbContext>();
        var user = await context.Users.Where(u => u.UserName == Reader).Select(u => u.Id).SingleAsync();
        context.Notifications.Add(new Notification { Id = Guid.CreateVersion7(), UserId = user, Template = template, At = DateTimeOffset.UtcNow });
        Assert.Equal(CommitOutcome.Committed, await scope.ServiceProvider.GetRequiredService<WriteTransaction>().CommitAsync(default));
    }

    private static int Unread(string data) => System.Text.Json.JsonDocument.Parse(data).RootElement.GetProperty("unread").GetInt32();

    /// <summary>The next event that says something else; what is said again in between only keeps the line open.</summary>
    private static async Task<(string Id, string Data)> ChangedAsync(StreamReader lines, string known)
    {
        var told = await EventAsync(lines);
        while (told.Data == known)
        {
            told = await EventAsync(lines);
        }

        return told;
    }

    private static async Task<(string Id, string Data)> EventAsync(StreamReader lines)
    {
        using var patience = new CancellationTokenSource(Patience);
        Dictionary<string, string> fields = [];
        while (await lines.ReadLineAsync(patience.Token) is { } line && (line.Length > 0 || fields.Count == 0))
        {
            if (line.Split(": ", 2) is [var name, var value])
            {
                fields[name] = value;
            }
        }

        return (fields["id"], fields["data"]);
    }
}
