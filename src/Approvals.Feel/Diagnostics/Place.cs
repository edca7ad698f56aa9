namespace Approvals.Feel;

/// <summary>A part of a source text, kept for diagnostics.</summary>
internal readonly record struct Place(SourceText? Source, int Start, int End)
{
    private const int MostShown = 60;

    /// <summary>The text of the part.</summary>
    public string Whole => Source is null ? "" : Source.Text.AsSpan(Start, Math.Max(0, End - Start)).Trim().ToString();

    /// <summary>The text of the part, shortened.</summary>
    public string Text
    {
        get
        {
            if (Source is null)
            {
                return "";
            }

            var text = Source.Text.AsSpan(Start, Math.Max(0, End - Start)).Trim();
            return text.Length <= MostShown ? text.ToString() : string.Concat(text[..MostShown], "…");
        }
    }

    public FeelDiagnostic Diagnose(string code)
    {
        var (line, column) = Source?.LineAndColumn(Start) ?? (1, 1);
        return new FeelDiagnostic(code, line, column);
    }
}
