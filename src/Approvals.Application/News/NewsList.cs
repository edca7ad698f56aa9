using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Letters;
using Approvals.Application.Outbox;
using Approvals.Application.Paging;
using Approvals.Application.Reminders;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.News;

/// <summary>The reader's news, newest first; the texts are made when they are read, in the reader's language.</summary>
public sealed class NewsList(ApprovalsDbContext context, Vault vault, MessageCatalog texts, ReminderTexts reminders)
{
    private const int PageSize = 20;
    private const string AnyNews = "news.case";

    public async Task<Result<NewsPageDto>> ReadAsync(bool unreadOnly, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        var own = context.Notifications.AsNoTracking().Where(n => n.UserId == user.Id);
        var unread = await own.Where(n => n.ReadAt == null).Take(CountDto.Ceiling).CountAsync(cancellationToken);
        own = unreadOnly ? own.Where(n => n.ReadAt == null) : own;
        own = after.Value is { } key ? own.Where(n => n.At < key.At || (n.At == key.At && n.Id.CompareTo(key.Id) < 0)) : own;
        var rows = await own.OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var shown = rows.Take(PageSize).ToList();
        return new NewsPageDto(
            await DescribeAsync(shown, user, cancellationToken), rows.Count > PageSize ? Cursor.Write(new Key(shown[^1].At, shown[^1].Id)) : null, CountDto.Of(unread));
    }

    private async Task<IReadOnlyList<NewsDto>> DescribeAsync(List<Notification> rows, CurrentUser user, CancellationToken cancellationToken)
    {
        Guid[] caseIds = [.. rows.Select(r => r.CaseId).OfType<Guid>().Distinct()];
        Guid[] taskIds = [.. rows.Select(r => r.TaskId).OfType<Guid>().Distinct()];
        var cases = await context.Cases.AsNoTracking().Where(c => caseIds.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancellationToken);
        var tasks = await context.TaskItems.AsNoTracking().Where(t => taskIds.Contains(t.Id)).ToDictionaryAsync(t => t.Id, cancellationToken);
        var letters = await LettersAsync(rows, cancellationToken);
        var lines = await reminders.LinesAsync([.. rows.Select(r => ReminderTexts.ReminderOf(r.Template)).OfType<Guid>()], user.Name, user.Language, cancellationToken);
        return
        [
            .. rows.Select(r =>
            {
                var about = r.CaseId is { } id ? cases.GetValueOrDefault(id) : null;
                var task = r.TaskId is { } waits ? tasks.GetValueOrDefault(waits) : null;
                var letter = LetterOf(r) is { } sent ? letters.GetValueOrDefault(sent) : null;
                return new NewsDto(
                    r.Id.ToString(), letter?.Title.In(user.Language) ?? (ReminderTexts.ReminderOf(r.Template) is { } line ? lines.GetValueOrDefault(line) : null) ?? Text(r, about, task, user.Language), r.CaseId?.ToString(), about?.Number,
                    about?.ServiceName.In(user.Language), letter?.Id.ToString(),
                    task?.State is TaskItemState.Open or TaskItemState.Claimed ? task.Id.ToString() : null, r.At, r.ReadAt is not null);
            }),
        ];
    }

    /// <summary>A line without a text of its own, such as a note of the package's author, still tells which case to look at.</summary>
    private string Text(Notification row, Case? about, TaskItem? task, string language)
    {
        var data = new Dictionary<string, string>
        {
            ["number"] = about?.Number ?? "", ["step"] = task?.StepName.In(language) ?? "", ["service"] = about?.ServiceName.In(language) ?? "",
        };
        foreach (var (name, said) in NewsData.Of(row, language).Where(d => !data.ContainsKey(d.Key) || data[d.Key].Length == 0))
        {
            data[name] = said;
        }

        return texts.Format(texts.Texts.ContainsKey(row.Template) ? row.Template : AnyNews, data, language).Trim();
    }

    private async Task<Dictionary<Guid, NamedLetter>> LettersAsync(List<Notification> rows, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. rows.Select(LetterOf).OfType<Guid>().Distinct()];
        var found = await (
            from letter in context.Letters.AsNoTracking()
            where ids.Contains(letter.Id)
            join row in context.Cases.AsNoTracking() on letter.CaseId equals row.Id
            select new { letter.Id, letter.Payload, row.KeyId }).ToListAsync(cancellationToken);
        var named = new Dictionary<Guid, NamedLetter>();
        foreach (var letter in found)
        {
            var content = await vault.OpenJsonAsync<LetterContent>(letter.KeyId, letter.Payload, LetterContent.Place(letter.Id), cancellationToken);
            if (content.IsSuccess)
            {
                named[letter.Id] = new NamedLetter(letter.Id, content.Value.Subject);
            }
        }

        return named;
    }

    private static Guid? LetterOf(Notification row)
    {
        if (row.Data is null)
        {
            return null;
        }

        using var data = JsonDocument.Parse(row.Data);
        return data.RootElement.TryGetProperty("letter", out var letter) && letter.TryGetGuid(out var id) ? id : null;
    }

    private sealed record NamedLetter(Guid Id, LocalText Title);

    private sealed record Key(DateTimeOffset At, Guid Id);
}
