using System.Text;

namespace Approvals.Domain.Letters;

/// <summary>
/// Text with <c>{{ FEEL }}</c>, <c>{{#if c}} {{else}} {{/if}}</c> and <c>{{#each xs as x}} {{/each}}</c>, compiled once. What it may
/// cost is bounded: size, nesting, repetitions, output.
/// </summary>
public sealed class Template
{
    internal const int LongestText = 64 * 1024;
    internal const int LongestOutput = 256 * 1024;
    internal const int MostRepetitions = 10_000;
    internal const int DeepestNesting = 20;

    private readonly ImmutableArray<TemplatePart> _parts;

    internal Template(ImmutableArray<TemplatePart> parts) => _parts = parts;

    /// <summary>The expressions in order with the lines they stand on.</summary>
    public IEnumerable<(int Line, FeelExpression Expression)> Expressions => _parts.SelectMany(p => p.Expressions);

    /// <summary>Dotted paths of the names that the template takes from outside.</summary>
    public IEnumerable<string> References => _parts.SelectMany(p => p.References).Distinct();

    /// <summary>Compiles a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="firstLine">The number of its first line in the file, for errors.</param>
    /// <returns>The template, or the first error with its <c>line</c>.</returns>
    public static Result<Template> Parse(string text, int firstLine = 1) => TemplateParser.Parse(text, firstLine);

    /// <summary>Fills the template in.</summary>
    /// <param name="context">What the expressions see.</param>
    /// <param name="style">Language, escaping and zone of the values.</param>
    /// <returns>The text, or <c>letters.tooLong</c>.</returns>
    public Result<FilledTemplate> Fill(FeelContext context, ValueStyle style)
    {
        var filling = new Filling(style);
        foreach (var part in _parts) part.Write(filling, context);
        return filling.IsTooLong ? new Error("letters.tooLong", ErrorKind.TooLarge)
            : new FilledTemplate(filling.Text.ToString(), [.. filling.Diagnostics]);
    }
}

/// <summary>A filled template.</summary>
/// <param name="Text">The text.</param>
/// <param name="Diagnostics">Mistakes of the author met on the way; a value that is null prints nothing.</param>
public sealed record FilledTemplate(string Text, ImmutableArray<FeelDiagnostic> Diagnostics);

/// <summary>What is being written.</summary>
internal sealed class Filling(ValueStyle style)
{
    private int _repetitions;

    internal StringBuilder Text { get; } = new();

    internal List<FeelDiagnostic> Diagnostics { get; } = [];

    internal bool IsTooLong { get; private set; }

    internal void Write(string text)
    {
        if (Text.Length + text.Length > Template.LongestOutput) IsTooLong = true;
        if (!IsTooLong) Text.Append(text);
    }

    internal void Write(FeelValue value) => Write(style.Show(value, Text.Length == 0 || Text[^1] == '\n'));

    internal bool Repeats() => !IsTooLong && !(IsTooLong = ++_repetitions > Template.MostRepetitions);

    internal FeelValue Evaluate(FeelExpression expression, FeelContext context)
    {
        var outcome = expression.Evaluate(context);
        if (Diagnostics.Count < 50) Diagnostics.AddRange(outcome.Diagnostics);
        return outcome.Value;
    }
}
