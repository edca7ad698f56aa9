namespace Approvals.Feel;

/// <summary>The text of one expression.</summary>
internal sealed class SourceText(string text)
{
    public string Text { get; } = text;

    public (int Line, int Column) LineAndColumn(int at)
    {
        var before = Text.AsSpan(0, Math.Min(at, Text.Length));
        var line = before.Count('\n') + 1;
        return (line, before.Length - before.LastIndexOf('\n'));
    }
}
