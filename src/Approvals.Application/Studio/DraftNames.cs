using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Domain.Studio;

namespace Approvals.Application.Studio;

/// <summary>The name that a draft's own file gives the service; a draft may be broken in any way, then there is none.</summary>
internal static class DraftNames
{
    internal static LocalText? Of(DraftFiles files)
    {
        var text = files.Text("service.json");
        if (!text.IsSuccess)
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text.Value);
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("name", out var name)
                && name.Deserialize<LocalText>() is { Zh.Length: > 0 and <= MostLetters, En.Length: <= MostLetters } known ? known : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Both languages go into one column.</summary>
    private const int MostLetters = (Lengths.LocalText / 2) - 30;
}
