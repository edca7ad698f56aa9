namespace Approvals.Workflows;

/// <summary>JSON that stands in a text, as Elsa's <c>Object</c> inputs have it.</summary>
public static class JsonText
{
    /// <summary>The value; null when the text is no JSON, or holds texts that are no Unicode.</summary>
    public static JsonElement? Parse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            TextGuard.Ensure(document.RootElement);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
