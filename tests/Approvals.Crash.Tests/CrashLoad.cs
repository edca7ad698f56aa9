using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Approvals.Crash.Tests;

/// <summary>
/// People at work all the time. What was acknowledged to them is written down; after an answer that never came some click again
/// with the same key, as the page does, and some leave it.
/// </summary>
internal sealed class CrashLoad(int seed, params Uri[] nodes)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private volatile Uri[] _nodes = nodes;
    private volatile bool _submits = true;
    private int _people;
    private int _unanswered;

    /// <summary>Where the servers are now; people are spread over them, as a proxy would.</summary>
    public Uri[] Nodes { get => _nodes; set => _nodes = value; }

    /// <summary>Numbers of cases that were acknowledged.</summary>
    public ConcurrentQueue<string> Submitted { get; } = [];

    /// <summary>Tasks whose decision was acknowledged, and to whom.</summary>
    public ConcurrentQueue<(Guid Task, string User)> Decided { get; } = [];

    /// <summary>Changes to which no answer came.</summary>
    public int Unanswered => _unanswered;

    /// <summary>Waits until the server has done something since it started: a machine that is busy must not be killed before.</summary>
    public async Task AcknowledgesAsync(TimeSpan patience)
    {
        var (before, until) = (Submitted.Count, DateTime.UtcNow + patience);
        while (Submitted.Count == before && DateTime.UtcNow < until)
        {
            await Task.Delay(50);
        }
    }

    private Uri At(int person)
    {
        var nodes = Nodes;
        return nodes[person % nodes.Length];
    }

    /// <summary>Nobody applies any more; what is under way is finished.</summary>
    public void StopSubmitting() => _submits = false;

    /// <summary>An applicant who applies for one service again and again.</summary>
    public async Task ApplyAsync(string user, string service, CancellationToken stop)
    {
        var person = Interlocked.Increment(ref _people);
        using var client = new Client(() => At(person), user);
        var random = new Random(seed + person);
        while (_submits && !stop.IsCancellationRequested)
        {
            if (await DraftAsync(client, service) is not { } draft || !await SubmitAsync(client, draft, random, stop))
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    /// <summary>A reviewer who approves what lies in the inbox.</summary>
    public async Task ReviewAsync(string user, CancellationToken stop)
    {
        var person = Interlocked.Increment(ref _people);
        using var client = new Client(() => At(person), user);
        var random = new Random(seed + person);
        while (!stop.IsCancellationRequested)
        {
            if (await TaskAsync(client, random) is not { } task || !await DecideAsync(client, task, user, random, stop))
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
        }
    }

    private static async Task<(string Id, string Etag)?> DraftAsync(Client client, string service)
    {
        if (await client.PostAsync($"/api/services/{service}/drafts") is not { Status: 200 or 201 } opened
            || await client.GetAsync($"/api/drafts/{Text(opened.Body, "id")}") is not { Status: 200 } read)
        {
            return null;
        }

        var values = new { name = "张试", amount = 12.5m, account = "6222000011112222" };
        return await client.PutAsync($"/api/drafts/{Text(opened.Body, "id")}", new { values, etag = Text(read.Body, "etag") }) is { Status: 200 } saved
            ? (Text(opened.Body, "id"), Text(saved.Body, "etag"))
            : null;
    }

    /// <summary>Clicks until it is taken: while the last application is open, this one is refused.</summary>
    private async Task<bool> SubmitAsync(Client client, (string Id, string Etag) draft, Random random, CancellationToken stop)
    {
        var key = Key(random);
        while (_submits && !stop.IsCancellationRequested)
        {
            var answer = await client.PostAsync($"/api/drafts/{draft.Id}/submit", new { etag = draft.Etag, idempotencyKey = key });
            if (answer is { Status: 200 } done)
            {
                Submitted.Enqueue(Text(done.Body, "number"));
                return true;
            }

            if (answer is null && Interlocked.Increment(ref _unanswered) > 0 && random.Next(2) == 0)
            {
                return false;
            }

            await Task.Delay(Pause, CancellationToken.None);
        }

        return false;
    }

    private static async Task<(Guid Id, string Etag)?> TaskAsync(Client client, Random random)
    {
        if (await client.GetAsync("/api/inbox") is not { Status: 200 } inbox || inbox.Body.GetProperty("items").GetArrayLength() == 0)
        {
            return null;
        }

        var items = inbox.Body.GetProperty("items");
        var id = items[random.Next(items.GetArrayLength())].GetProperty("taskId").GetGuid();
        return await client.GetAsync($"/api/tasks/{id}") is { Status: 200 } read ? (id, Text(read.Body, "etag")) : null;
    }

    private async Task<bool> DecideAsync(Client client, (Guid Id, string Etag) task, string user, Random random, CancellationToken stop)
    {
        var request = new { etag = task.Etag, idempotencyKey = Key(random), opinion = "经核。" };
        while (!stop.IsCancellationRequested)
        {
            var answer = await client.PostAsync($"/api/tasks/{task.Id}/acts/approve", request);
            if (answer is { Status: 200 })
            {
                Decided.Enqueue((task.Id, user));
                return true;
            }

            if (answer is not null || (Interlocked.Increment(ref _unanswered) > 0 && random.Next(2) == 0))
            {
                return false;
            }

            await Task.Delay(Pause, CancellationToken.None);
        }

        return false;
    }

    private static string Key(Random random) => string.Create(CultureInfo.InvariantCulture, $"click-{random.NextInt64():x16}");

    private static string Text(JsonElement body, string name) => body.GetProperty(name).GetString()!;
}
