using System.Globalization;
using Approvals.Application.Cases;
using Approvals.Domain.Letters;

namespace Approvals.Application.Letters;

/// <summary>Subject and body of a letter in both languages: what a letter's payload holds.</summary>
/// <param name="Subject">One line of plain text.</param>
/// <param name="Body">Markdown with escaped values.</param>
public sealed record LetterContent(LocalText Subject, LocalText Body)
{
    /// <summary>Where a letter's payload belongs; it opens nowhere else.</summary>
    public static string Place(Guid letter) => $"letter:{letter:N}";
}

/// <summary>Fills in the letters of a case's version.</summary>
internal static class LetterTexts
{
    /// <summary>The letter in both languages; null when the package has none of the name.</summary>
    internal static LetterContent? Fill(CaseWork work, string name, LetterSubjectMatter about)
    {
        if (!work.Service.Package.Letters.TryGetValue(name, out var pair))
        {
            return null;
        }

        var (zh, en) = (Render(work, pair.Zh, about), Render(work, pair.En, about));
        return new LetterContent(new LocalText(zh.Subject, en.Subject), new LocalText(zh.Markdown, en.Markdown));
    }

    /// <summary>Only the subject, as a title.</summary>
    internal static LocalText? Subject(CaseWork work, string name) => Fill(work, name, LetterSubjectMatter.None)?.Subject;

    /// <summary>A letter too long to be filled in still goes out by its name, so that nobody misses that there is one.</summary>
    private static FilledLetter Render(CaseWork work, Domain.Letters.Letter letter, LetterSubjectMatter about)
    {
        var filled = letter.Render(LetterContext.Of(work, about), work.Calendar.Zone);
        return filled.IsSuccess ? Marked(work, letter, filled.Value, about) : new FilledLetter($"{letter.Name} ({work.Case.Number})", "", []);
    }

    /// <summary>A letter that names a last day whose year has no notice yet says that the day may still move.</summary>
    private static FilledLetter Marked(CaseWork work, Domain.Letters.Letter letter, FilledLetter filled, LetterSubjectMatter about)
    {
        if (about.Due is not { } due || !work.Calendar.IsProvisional(due))
        {
            return filled;
        }

        var without = letter.Render(LetterContext.Of(work, about with { Due = null }), work.Calendar.Zone);
        var names = !without.IsSuccess || without.Value.Markdown != filled.Markdown;
        var year = new Dictionary<string, string> { ["year"] = due.Year.ToString(CultureInfo.InvariantCulture) };
        return names ? filled with { Markdown = $"{filled.Markdown.TrimEnd()}\n\n{LetterContext.Texts.Format("letter.provisional", year, letter.Language)}\n" } : filled;
    }
}
