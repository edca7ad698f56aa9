using System.Text.Json;

namespace Approvals.EndToEnd.Tests;

/// <summary>The invented people of <c>data/demo</c>.</summary>
internal static class DemonstrationPeople
{
    private static readonly Lazy<JsonElement[]> People = new(() =>
    {
        var file = File.ReadAllText(Path.Combine(RepositoryFolder.Root, "data", "demo", "people.json"));
        return [.. JsonSerializer.Deserialize<JsonElement>(file).GetProperty("people").EnumerateArray()];
    });

    public static IEnumerable<string> SignInNames => People.Value.Select(p => p.Text("user"));

    public static string BirthDateOf(string user) => People.Value.Single(p => p.Text("user") == user).GetProperty("person").Text("birthDate");
}
