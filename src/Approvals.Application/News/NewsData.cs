using System.Text.Json;
using Approvals.Application.Outbox;

namespace Approvals.Application.News;

/// <summary>What a line of news says of its own: placeholders as texts, or as names in both languages.</summary>
internal static class NewsData
{
    /// <summary>The placeholders of a line in a language.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(Notification row, string language)
    {
        if (row.Data is null)
        {
            yield break;
        }

        using var data = JsonDocument.Parse(row.Data);
        foreach (var part in data.RootElement.EnumerateObject())
        {
            var text = part.Value.ValueKind switch
            {
                JsonValueKind.String => part.Value.GetString(),
                JsonValueKind.Object => part.Value.Deserialize<LocalText>(Write)?.In(language),
                _ => null,
            };
            if (text is not null)
            {
                yield return new(part.Name, text);
            }
        }
    }

    /// <summary>Placeholders as a row keeps them.</summary>
    public static string Keep(object placeholders) => JsonSerializer.Serialize(placeholders, Write);

    private static JsonSerializerOptions Write => JsonSerializerOptions.Web;
}
