using System.Text.Json;

namespace Approvals.EndToEnd.Tests.Studio;

/// <summary>What an editor does to build a service, page by page, as the commands that the pages send: <c>Steps/(code).json</c>.</summary>
internal sealed class BuiltSteps
{
    private readonly IReadOnlyList<Step> _steps;

    private BuiltSteps(IReadOnlyList<Step> steps) => _steps = steps;

    /// <summary>How many scenarios are written.</summary>
    public int Scenarios => _steps.Count(s => s.Page == "test");

    public static BuiltSteps Of(string code)
    {
        var file = Path.Combine(RepositoryFolder.Root, "tests", "Approvals.EndToEnd.Tests", "Studio", "Steps", $"{code}.json");
        return new(JsonSerializer.Deserialize<List<Step>>(File.ReadAllText(file), JsonSerializerOptions.Web)!);
    }

    /// <summary>Sends what is done on one page, each step as one change.</summary>
    public async Task SendAsync(ApiCaller api, string draft, string page)
    {
        foreach (var step in _steps.Where(s => s.Page == page))
        {
            var at = (await api.GetAsync($"/api/studio/drafts/{draft}")).GetProperty("revision").GetInt32();
            await api.PostAsync($"/api/studio/drafts/{draft}/edits", new { @base = at, key = Guid.NewGuid().ToString("N"), commands = step.Commands });
        }
    }

    /// <param name="Page">The page of the studio.</param>
    /// <param name="Does">What it is for, in words.</param>
    /// <param name="Commands">What the page sends.</param>
    private sealed record Step(string Page, string Does, IReadOnlyList<JsonElement> Commands);
}
