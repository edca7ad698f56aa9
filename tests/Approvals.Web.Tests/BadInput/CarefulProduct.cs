using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Data.Sqlite;

namespace Approvals.Web.Tests.BadInput;

/// <summary>A product that does nothing by itself, so that every write to its database comes from a request.</summary>
public sealed class CarefulProduct : ProductServer
{
    private readonly Dictionary<(string? User, string Language), Visitor> _visitors = [];
    private SqliteConnection? _watch;
    private Belongings? _belongings;

    /// <summary>Somebody in a language; signed in once for all tests.</summary>
    public async Task<Visitor> AsAsync(string? user, string language)
    {
        if (!_visitors.TryGetValue((user, language), out var visitor))
        {
            visitor = user is null ? Visit(language) : await SignInAsync(user, language);
            _visitors.Add((user, language), visitor);
        }

        return visitor;
    }

    /// <summary>Things that belong to people.</summary>
    internal async Task<Belongings> BelongingsAsync() => _belongings ??= await Belongings.MakeAsync(this);

    /// <summary>A number that changes with every commit of anybody to the database.</summary>
    public long Writes()
    {
        if (_watch is null)
        {
            _watch = new SqliteConnection($"Data Source={Path.Combine(Data, "approvals.db")};Pooling=False;Mode=ReadOnly");
            _watch.Open();
        }

        using var command = _watch.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)command.ExecuteScalar()!;
    }

    /// <summary>
    /// Sends the same bad request in both languages: each is answered by a problem in its language and nothing is written.
    /// </summary>
    internal async Task<Answer> RefusedAsync(string? user, Func<Visitor, Task<Answer>> send, params int[] statuses)
    {
        var (chinese, english) = (await AsAsync(user, "zh-CN"), await AsAsync(user, "en"));
        var before = Writes();

        var (answer, same) = (await send(chinese), await send(english));

        Assert.Contains(answer.Status, statuses);
        Assert.Equal((answer.Status, answer.Code), (same.Status, same.Code));
        Assert.True(before == Writes(), $"{answer.Code}: refused, yet something was written.");
        Assert.All(Texts(answer), text => Assert.True(IsChinese(text), text));
        Assert.All(Texts(same), text => Assert.False(IsChinese(text) || text.Length == 0 || text.Contains('{', StringComparison.Ordinal), text));
        Assert.Equal($"urn:approvals:problem:{answer.Code}", answer.Text("type"));
        Assert.NotEqual("", answer.Text("reference"));
        return answer;
    }

    public override async ValueTask DisposeAsync()
    {
        if (_watch is not null)
        {
            await _watch.DisposeAsync();
        }

        await base.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Work:Enabled", "false");
        builder.UseSetting("Outside:Hosts:0", KeyTwiceTests.Host);
    }

    private static IEnumerable<string> Texts(Answer answer) =>
        answer.Body.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("message").GetString()!)
            .Append(answer.Text("title")).Append(answer.Detail);

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');
}

/// <summary>Tests that share one careful product.</summary>
[CollectionDefinition(Name)]
public sealed class SharedCare : ICollectionFixture<CarefulProduct>
{
    public const string Name = "Care";
}

/// <summary>Things of people, for others to try.</summary>
internal sealed record Belongings(IReadOnlyDictionary<Thing, string> Ids)
{
    public static async Task<Belongings> MakeAsync(CarefulProduct server)
    {
        var story = new CaseStory(server);
        var owner = await server.SignInAsync("zhou.jianhua");
        var draft = (await owner.PostAsync("/api/services/talent-classification/drafts")).Text("id");
        var document = (await owner.UploadAsync($"/api/documents?draft={draft}&type=contract", CaseStory.Pdf, "a.pdf", "application/pdf")).Text("id");
        var filed = await story.SubmitAsync("wang.guodong");
        var task = await CaseStory.TaskAsync(await server.SignInAsync("wang.fang"), filed.Number);
        var (phrase, view) = await KeptAsync(await server.SignInAsync("xu.lei"));
        var letters = (await filed.Applicant.GetAsync($"/api/cases/{filed.Id}"))["letters"];
        var given = await new AllotmentStory(server).PrepareAsync("things");
        var offer = await given.OfferAsync(await given.FileAsync("zhou.jianhua"));
        var taken = await given.OfferAsync(await given.FileAsync("wang.guodong"));
        await AllotmentStory.TakeAsync(taken);
        var (key, hook, delivery) = await KeyTwiceTests.MakeAsync(owner);
        return new Belongings(new Dictionary<Thing, string>(await LedgerAsync(server, owner, filed.Id))
        {
            [Thing.Key] = key,
            [Thing.Webhook] = hook,
            [Thing.Delivery] = delivery,
            [Thing.List] = given.List,
            [Thing.Quota] = given.Quota,
            [Thing.Resource] = given.Resource,
            [Thing.Entry] = offer.Entry,
            [Thing.Offer] = offer.Id,
            [Thing.Booking] = await AllotmentStory.BookingAsync(taken),
            [Thing.Relative] = await RelativeTwiceTests.RegisteredAsync(server, "zhou.jianhua", filed.Id),
            [Thing.None] = Guid.NewGuid().ToString(),
            [Thing.Public] = Guid.NewGuid().ToString(),
            [Thing.Office] = Guid.NewGuid().ToString(),
            [Thing.Draft] = draft,
            [Thing.Document] = document,
            [Thing.Letter] = letters[0].GetProperty("id").GetString()!,
            [Thing.Case] = filed.Id,
            [Thing.Task] = task,
            [Thing.Phrase] = phrase,
            [Thing.View] = view,
            [Thing.Correction] = await ReturnedAsync(server, await story.SubmitAsync("sun.deming")),
        });
    }

    /// <summary>Somebody's ledger of presence with an entry and its document.</summary>
    private static async Task<Dictionary<Thing, string>> LedgerAsync(CarefulProduct server, Visitor owner, string filed)
    {
        var ledger = await PresenceTwiceTests.MakeAsync(server, "zhou.jianhua", filed, null);
        var proof = await PresenceTwiceTests.ProveAsync(server, owner, ledger.Entry);
        return new() { [Thing.Presence] = ledger.Person, [Thing.PresenceEntry] = ledger.Entry, [Thing.PresenceProof] = proof };
    }

    /// <summary>What a reviewer keeps: a phrase and a view.</summary>
    private static async Task<(string Phrase, string View)> KeptAsync(Visitor reviewer) => (
        (await reviewer.PostAsync("/api/phrases", new { text = "同意。" })).Text("id"),
        (await reviewer.PostAsync("/api/views", new { name = "红灯", query = "tab=todo", columns = Array.Empty<string>() })).Text("id"));

    /// <summary>A case sent back: the applicant's task.</summary>
    public static async Task<string> ReturnedAsync(ProductServer server, SubmittedCase filed)
    {
        var agent = await server.SignInAsync("wang.fang");
        var task = await CaseStory.TaskAsync(agent, filed.Number);
        var etag = (await agent.GetAsync($"/api/tasks/{task}")).Text("etag");
        var returned = await agent.PostAsync($"/api/tasks/{task}/acts/return", new
        {
            etag,
            idempotencyKey = CaseStory.Key(),
            target = "applicant",
            reason = "学校名称请写全称",
            fields = new[] { "school" },
        });
        Assert.True(returned.Status == 200, returned.Body.ToString());
        return (await filed.Applicant.GetAsync("/api/home"))["waiting"].EnumerateArray()
            .Single(w => w.GetProperty("caseId").GetString() == filed.Id).GetProperty("taskId").GetString()!;
    }
}
