using Approvals.Domain.Packages;

namespace Approvals.Domain.Letters;

/// <summary>A letter or message in one language: front matter and a template.</summary>
public sealed record Letter
{
    /// <summary>The letter's name, shared by its languages.</summary>
    public required string Name { get; init; }

    /// <summary><c>zh-CN</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    public required Template Subject { get; init; }

    public required Template Body { get; init; }

    /// <summary><c>page</c>, <c>mail</c>, <c>sms</c>, <c>pickup</c>.</summary>
    public ImmutableArray<string> Channels { get; init; } = ["page"];

    /// <summary><c>letter</c> or <c>message</c>.</summary>
    public string Kind { get; init; } = "letter";

    /// <summary>Whether it prints with the seal's image.</summary>
    public bool Seal { get; init; }

    /// <summary>Whether its delivery must be proved.</summary>
    public bool Deliver { get; init; }

    /// <summary>Paths of the names that it takes from outside.</summary>
    public IEnumerable<string> References => Subject.References.Concat(Body.References).Distinct();

    /// <summary>Reads a letter file.</summary>
    /// <param name="file">Its path, for problems.</param>
    /// <param name="name">The letter's name.</param>
    /// <param name="language">Its language.</param>
    /// <param name="text">Its text.</param>
    public static LetterLoad Parse(string file, string name, string language, string text) => LetterReader.Read(file, name, language, text);

    /// <summary>Fills the letter in: the subject as plain text, the body as markdown with escaped values.</summary>
    /// <returns>The letter, or <c>letters.tooLong</c>.</returns>
    public Result<FilledLetter> Render(FeelContext context, TimeZoneInfo? zone = null)
    {
        var subject = Subject.Fill(context, new ValueStyle(Language, false, zone));
        var body = Body.Fill(context, new ValueStyle(Language, true, zone));
        if ((subject.Error ?? body.Error) is { } error) return error;
        return new FilledLetter(subject.Value.Text.Trim(), body.Value.Text, [.. subject.Value.Diagnostics, .. body.Value.Diagnostics]);
    }

    /// <summary>The body as plain text, for channels that show no markup.</summary>
    public Result<string> RenderText(FeelContext context, TimeZoneInfo? zone = null) =>
        Body.Fill(context, new ValueStyle(Language, false, zone)).Map(f => f.Text);
}

/// <summary>A filled letter.</summary>
/// <param name="Subject">Plain text on one line.</param>
/// <param name="Markdown">The body.</param>
/// <param name="Diagnostics">Mistakes of the author met on the way.</param>
public sealed record FilledLetter(string Subject, string Markdown, ImmutableArray<FeelDiagnostic> Diagnostics);

/// <summary>A letter, or what is wrong with its file.</summary>
public sealed record LetterLoad(Letter? Letter, ImmutableArray<PackageProblem> Problems);

/// <summary>A letter in both languages.</summary>
public sealed record LetterPair(string Name, Letter Zh, Letter En)
{
    /// <summary>The letter in a language.</summary>
    public Letter In(string? language) => language is not null && language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? En : Zh;
}
