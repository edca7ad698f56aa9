using System.Collections.Immutable;

namespace Approvals.Feel;

/// <summary>Why an evaluation gave null, and where in the expression's text.</summary>
/// <param name="Code">Key of the text in the message catalogue, such as <c>feel.unknownName</c>.</param>
/// <param name="Line">Line of the place, from 1.</param>
/// <param name="Column">Column of the place, from 1, in UTF-16 units.</param>
public sealed record FeelDiagnostic(string Code, int Line, int Column)
{
    /// <summary>Values for the placeholders of the text.</summary>
    public ImmutableSortedDictionary<string, string> Data { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The text in both languages, with the place.</summary>
    public LocalText Message => FeelTexts.Message(this);

    /// <summary>The same diagnostic with one more placeholder value.</summary>
    public FeelDiagnostic With(string name, string value) => this with { Data = Data.SetItem(name, value) };

    /// <summary>The diagnostic as an error, for callers that needed a value.</summary>
    public Error ToError() => new(Code)
    {
        Data = Data
            .SetItem("line", Line.ToString(System.Globalization.CultureInfo.InvariantCulture))
            .SetItem("column", Column.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    };

    /// <summary>The English text.</summary>
    public override string ToString() => Message.En;
}
