using System.Text.Json;

namespace Approvals.EndToEnd.Tests;

/// <summary>Cases brought to where a test needs them, over HTTP, by the people whose turn it is.</summary>
internal sealed class Caseload(Product product) : IAsyncDisposable
{
    private static readonly string[] Experts = ["expert.qiao", "expert.yan", "expert.zou", "expert.meng", "expert.dai"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(40);

    private readonly Dictionary<string, Person> _people = [];

    /// <summary>Recommended by the employer, accepted by the county and looked at by the city.</summary>
    public async Task ToProvinceAsync(string number)
    {
        await RecommendAsync(number);
        await ActAsync("liu.ying", number, "accept", StepAnswers.Acceptance);
        await ActAsync("gao.xiang", number, "approve", StepAnswers.City);
    }

    /// <summary>From the province to the public notice.</summary>
    public async Task ToNoticeAsync(string number)
    {
        await ToProvinceAsync(number);
        await ActAsync("li.hui", number, "approve", StepAnswers.Check);
        await ConveneAsync(number);
        foreach (var expert in Experts)
        {
            await ActAsync(expert, number, "vote", null, new { choice = "for", sheet = StepAnswers.Scores });
        }
    }

    /// <summary>The panel is drawn, everybody takes the seat, and it is convened.</summary>
    public async Task ConveneAsync(string number)
    {
        var caller = await AsAsync("qin.yue");
        var address = $"/api/tasks/{await TaskAsync("qin.yue", number)}/draw";
        var etag = (await caller.GetAsync(address)).Text("etag");
        await caller.PostAsync(address, new { etag, idempotencyKey = Guid.NewGuid().ToString("N") });
        foreach (var expert in Experts)
        {
            await ActAsync(expert, number, "takePart", null);
        }

        await ActAsync("qin.yue", number, "convene", null);
    }

    public Task RecommendAsync(string number) => ActAsync("wang.fang", number, "approve", StepAnswers.Recommendation);

    /// <summary>Does an act in the task of a case that stands in somebody's inbox.</summary>
    public async Task ActAsync(string user, string number, string act, object? form, object? ballot = null, object? more = null)
    {
        var caller = await AsAsync(user);
        var task = await TaskAsync(user, number);
        var etag = (await caller.GetAsync($"/api/tasks/{task}")).Text("etag");
        var common = new { etag, idempotencyKey = Guid.NewGuid().ToString("N"), opinion = "经核，符合要求。", form, ballot };
        await caller.PostAsync($"/api/tasks/{task}/acts/{act}", Together(common, more ?? new { }));
    }

    /// <summary>The task of a case in somebody's inbox; timers run by the pump, a moment after the clock has moved.</summary>
    public async Task<string> TaskAsync(string user, string number)
    {
        var caller = await AsAsync(user);
        for (var end = DateTime.UtcNow + Patience; DateTime.UtcNow < end; await Task.Delay(500))
        {
            var found = (await caller.GetAsync($"/api/inbox?q={number}")).GetProperty("items").EnumerateArray().ToArray();
            if (found.Length > 0)
            {
                return found[0].Text("taskId");
            }
        }

        throw new InvalidOperationException($"{number} did not arrive at {user}.");
    }

    /// <summary>The API as a person sees it; signed in once.</summary>
    public async Task<ApiCaller> AsAsync(string user)
    {
        if (!_people.TryGetValue(user, out var person))
        {
            person = await Person.EnterAsync(product, user);
            _people.Add(user, person);
        }

        return ApiCaller.Of(person.Page);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var person in _people.Values)
        {
            await person.DisposeAsync();
        }
    }

    /// <summary>The later part counts where both say something.</summary>
    private static Dictionary<string, JsonElement> Together(params object[] parts) =>
        parts.SelectMany(p => JsonSerializer.SerializeToElement(p).EnumerateObject()).GroupBy(p => p.Name).ToDictionary(g => g.Key, g => g.Last().Value);
}
