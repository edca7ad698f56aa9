using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.SignIn;
using Approvals.Domain.Packages;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.MessageTexts;

/// <summary>A message that reminders and mails about accounts are written by.</summary>
/// <param name="Name">Its name, as rules name it.</param>
/// <param name="Number">The version that counts; sent back with a change.</param>
/// <param name="SubjectZh">The Chinese subject.</param>
/// <param name="SubjectEn">The English subject.</param>
/// <param name="BodyZh">The Chinese body, markdown with <c>{{ FEEL }}</c>.</param>
/// <param name="BodyEn">The English body.</param>
/// <param name="At">When it was written.</param>
/// <param name="ByName">Who wrote it; null for what the product came with.</param>
/// <param name="Names">What it may name.</param>
public sealed record WordingDto(
    string Name, int Number, string SubjectZh, string SubjectEn, string BodyZh, string BodyEn, DateTimeOffset At, string? ByName, IReadOnlyList<string> Names);

/// <summary>How a message looks on sample data.</summary>
/// <param name="Zh">In Chinese.</param>
/// <param name="En">In English.</param>
public sealed record WordingPreviewDto(WrittenMessage Zh, WrittenMessage En);

/// <summary>Shows the messages and takes new versions of them: compiled before they count, versioned, kept in the audit.</summary>
public sealed class MessageDesk(ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, CalendarInForce calendar, SiteAddress site, TimeProvider clock)
{
    private const string Digest = "digest";

    /// <summary>The texts of a message.</summary>
    public sealed record Draft(string SubjectZh, string SubjectEn, string BodyZh, string BodyEn);

    /// <summary>All of them, as they count.</summary>
    public async Task<Result<IReadOnlyList<WordingDto>>> ListAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsMessages(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await (
            from row in context.MessageTemplates.AsNoTracking()
            where row.Number == context.MessageTemplates.Where(t => t.Name == row.Name).Max(t => t.Number)
            orderby row.Name
            select new { row, By = context.Users.Where(u => u.Id == row.ByUserId).Select(u => u.DisplayName).FirstOrDefault() }).ToListAsync(cancellationToken);
        return Result<IReadOnlyList<WordingDto>>.Success([.. rows.Select(r => Describe(r.row, r.By))]);
    }

    /// <summary>How texts would look on sample data; nothing is kept.</summary>
    public async Task<Result<WordingPreviewDto>> PreviewAsync(string name, Draft draft, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsMessages(user))
        {
            return Refusals.Forbidden;
        }

        if (!await context.MessageTemplates.AnyAsync(t => t.Name == name, cancellationToken))
        {
            return Refusals.NotFound;
        }

        return Write(Row(name, 0, draft, null));
    }

    /// <summary>A new version, which counts at once; of two who change the same version the second is told.</summary>
    public async Task<Result<WordingDto>> KeepAsync(string name, int number, Draft draft, CurrentUser by, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.KeepsMessages(by))
        {
            return Refusals.Forbidden;
        }

        var latest = await context.MessageTemplates.Where(t => t.Name == name).MaxAsync(t => (int?)t.Number, cancellationToken);
        if (latest is null || latest != number)
        {
            return latest is null ? Refusals.NotFound : Refusals.Stale;
        }

        var row = Row(name, number + 1, draft, by.Id);
        if (Write(row) is { IsSuccess: false, Error: var wrong })
        {
            return wrong;
        }

        context.MessageTemplates.Add(row);
        audit.Add(by.Id, "messages.changed", "message", name, JsonSerializer.Serialize(new { row.Number }, JsonSerializerOptions.Web));
        return await transaction.CommitAsync(cancellationToken) == CommitOutcome.Committed ? Describe(row, by.Name) : Refusals.Stale;
    }

    /// <summary>On sample data; a mail that people need for its link must lead there in both languages.</summary>
    private Result<WordingPreviewDto> Write(MessageTemplate row)
    {
        var (compiled, sample) = (MessageText.Compile(row), Sample(row.Name));
        if (!compiled.IsSuccess)
        {
            return compiled.Error;
        }

        var (zh, en) = (MessageText.Write(compiled.Value.Zh, sample, calendar.Current.Zone), MessageText.Write(compiled.Value.En, sample, calendar.Current.Zone));
        var without = !AccountMessages.NeedsLink(row.Name) ? null : !zh.Text.Contains(Link, StringComparison.Ordinal) ? "bodyZh" : !en.Text.Contains(Link, StringComparison.Ordinal) ? "bodyEn" : null;
        return without is null ? new WordingPreviewDto(zh, en) : new Error("messages.needsLink") { Fields = [new FieldError(without, "messages.needsLink")] };
    }

    private string Link => $"{site.Address}/cases";

    private MessageTemplate Row(string name, int number, Draft draft, Guid? by) => new()
    {
        Name = name, Number = number, SubjectZh = draft.SubjectZh, SubjectEn = draft.SubjectEn, BodyZh = draft.BodyZh, BodyEn = draft.BodyEn, At = clock.GetUtcNow(), ByUserId = by,
    };

    private WordingDto Describe(MessageTemplate row, string? by) => new(
        row.Name, row.Number, row.SubjectZh, row.SubjectEn, row.BodyZh, row.BodyEn, row.At, by, [.. Sample(row.Name).Entries.Select(e => e.Key)]);

    /// <summary>An invented person, case and card.</summary>
    private FeelContext Sample(string name)
    {
        var today = calendar.Today(clock);
        var link = FeelValue.Of(Link);
        var service = ServiceFacts.Text(new LocalText("示例事项", "Sample service"));
        return AccountMessages.IsOne(name) ? AccountMessages.Facts("张示例", "zhang.shili", Link, clock.GetUtcNow())
            : name == Digest
            ? FeelContext.Of(
                ("name", FeelValue.Of("张示例")), ("day", FeelValue.Of(today)), ("count", FeelValue.Of(2)),
                ("groups", FeelValue.Of([FeelValue.Of(FeelContext.Of(("title", service), ("items", FeelValue.Of([Item("（一）", link), Item("（二）", link)])), ("more", FeelValue.Of(0))))])))
            : FeelContext.Of(
                ("name", FeelValue.Of("张示例")), ("number", FeelValue.Of("2201022026010501000010")), ("service", service),
                ("step", ServiceFacts.Text(new LocalText("示例环节", "Sample step"))), ("kind", ServiceFacts.Text(new LocalText("示例资格", "Sample entitlement"))),
                ("due", FeelValue.Of(calendar.Current.AddWorkingDays(today, 3))), ("link", link), ("reason", FeelValue.Of("示例理由 / Sample reason")));
    }

    private static FeelValue Item(string text, FeelValue link) => FeelValue.Of(FeelContext.Of(("text", FeelValue.Of($"示例提醒 / Sample reminder {text}")), ("link", link)));
}
