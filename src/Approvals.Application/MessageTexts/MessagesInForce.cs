using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Domain.Letters;
using Approvals.Feel;
using Markdig;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.MessageTexts;

/// <summary>A message filled in.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">The body as plain text.</param>
/// <param name="Html">The body as HTML; nothing a person typed is markup in it.</param>
public sealed record WrittenMessage(string Subject, string Text, string Html);

/// <summary>Versions that are compiled already; a version never changes.</summary>
public sealed class CompiledMessages
{
    private readonly ConcurrentDictionary<(string Name, int Number), LetterPair> _compiled = new();

    internal LetterPair Of(MessageTemplate row) => _compiled.GetOrAdd((row.Name, row.Number), _ => MessageText.Compile(row).Value);
}

/// <summary>Writes messages by the templates that staff keep.</summary>
public sealed class MessagesInForce(ApprovalsDbContext context, CompiledMessages compiled, CalendarInForce calendar)
{
    /// <summary>What is written by when a rule names a message that is not there.</summary>
    public const string Fallback = "reminder";

    private Dictionary<string, LetterPair>? _known;

    /// <summary>Fills a message in.</summary>
    /// <param name="name">The template.</param>
    /// <param name="facts">What it may say.</param>
    /// <param name="language">The reader's language.</param>
    public async Task<WrittenMessage> WriteAsync(string name, FeelContext facts, string language, CancellationToken cancellationToken) =>
        MessageText.Write((await FindAsync(name, cancellationToken)).In(language), facts, calendar.Current.Zone);

    /// <summary>The subject alone: a line in a list.</summary>
    public async Task<string> LineAsync(string name, FeelContext facts, string language, CancellationToken cancellationToken) =>
        (await FindAsync(name, cancellationToken)).In(language).Subject.Fill(facts, new ValueStyle(language, false, calendar.Current.Zone)) is { IsSuccess: true, Value: var line } ? line.Text.Trim() : "";

    private async Task<LetterPair> FindAsync(string name, CancellationToken cancellationToken)
    {
        _known ??= (await (
            from row in context.MessageTemplates.AsNoTracking()
            where row.Number == context.MessageTemplates.Where(t => t.Name == row.Name).Max(t => t.Number)
            select row).ToListAsync(cancellationToken)).ToDictionary(t => t.Name, compiled.Of, StringComparer.Ordinal);
        return _known.GetValueOrDefault(name) ?? _known.GetValueOrDefault(Fallback) ?? throw new InvalidOperationException($"There is no message {name}, and none named {Fallback}.");
    }
}

/// <summary>The text of a message: compiled and bounded as letters are.</summary>
internal static partial class MessageText
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().DisableHtml().Build();

    internal static Result<LetterPair> Compile(MessageTemplate row)
    {
        var zh = Compile(row.Name, "zh-CN", row.SubjectZh, row.BodyZh);
        var en = Compile(row.Name, "en", row.SubjectEn, row.BodyEn);
        return !zh.IsSuccess ? zh.Error : !en.IsSuccess ? en.Error : new LetterPair(row.Name, zh.Value, en.Value);
    }

    internal static Result<Letter> Compile(string name, string language, string subject, string body)
    {
        var (head, text) = (Template.Parse(subject), Template.Parse(body));
        return !head.IsSuccess ? Wrong(head.Error, "subject", language)
            : !text.IsSuccess ? Wrong(text.Error, "body", language)
            : new Letter { Name = name, Language = language, Subject = head.Value, Body = text.Value };
    }

    /// <summary>What a mail of it looks like; where it became too long for its bounds, the subject stands alone.</summary>
    internal static WrittenMessage Write(Letter letter, FeelContext facts, TimeZoneInfo zone)
    {
        var subject = letter.Subject.Fill(facts, new ValueStyle(letter.Language, false, zone)) is { IsSuccess: true, Value: var line } ? line.Text.Trim() : letter.Name;
        var body = letter.Body.Fill(facts, new ValueStyle(letter.Language, true, zone)) is { IsSuccess: true, Value: var filled } ? filled.Text : subject;
        var plain = letter.RenderText(facts, zone) is { IsSuccess: true, Value: var text } ? text : subject;
        return new WrittenMessage(subject, Plain(plain), Markdig.Markdown.ToHtml(body, Markdown));
    }

    /// <summary>Plain text keeps where links lead, and loses the signs of headings.</summary>
    private static string Plain(string markdown) => BlankLines().Replace(Heading().Replace(Link().Replace(markdown, "$1: $2"), ""), "\n\n").Trim();

    private static Error Wrong(Error error, string part, string language) => new(error.Code)
    {
        Data = error.Data, Fields = [new FieldError($"{part}{(language == "en" ? "En" : "Zh")}", error.Code) { Data = error.Data }],
    };

    [GeneratedRegex(@"\[([^\]]*)\]\(([^)]*)\)", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6} +", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\n{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex BlankLines();
}
