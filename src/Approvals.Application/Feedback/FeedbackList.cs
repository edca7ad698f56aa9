using System.Globalization;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.People;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Feedback;

/// <summary>Ratings and complaints: one's own, and those an officer sees to.</summary>
public sealed class FeedbackList(ApprovalsDbContext context, Vault vault, PersonRegister people, DueBadge badge, MessageCatalog texts)
{
    private const int PageSize = 20;
    private static readonly Dictionary<string, string> None = [];

    /// <summary>The reader's own, newest first.</summary>
    public async Task<Result<Page<FeedbackDto>>> OwnAsync(Guid? caseId, string? cursor, CurrentUser user, CancellationToken cancellationToken) =>
        await PageAsync(
            context.Feedback.AsNoTracking().Where(f => f.ByUserId == user.Id && (caseId == null || f.CaseId == caseId)), cursor, user, asOfficer: false, cancellationToken);

    /// <summary>Those an officer sees to, oldest duty first among the open ones by the order in which they came.</summary>
    public async Task<Result<Page<FeedbackDto>>> ForOfficerAsync(bool open, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!FeedbackRights.Answers(user))
        {
            return Refusals.Forbidden;
        }

        IQueryable<CaseFeedback>? reached = null;
        foreach (var (from, service) in FeedbackRights.Grants(user).Select(g => (g.RegionPath, g.Service)).Distinct())
        {
            var to = RegionPath.End(from);
            var range = context.Feedback.AsNoTracking().Where(f => f.RegionPath.CompareTo(from) >= 0 && f.RegionPath.CompareTo(to) < 0
                && (service == null || f.ServiceCode == service));
            reached = reached is null ? range : reached.Union(range);
        }

        var rows = reached!.Where(f => f.ByUserId != user.Id && (open ? f.NeedsAnswer && f.AnsweredAt == null : !f.NeedsAnswer || f.AnsweredAt != null));
        return await PageAsync(rows, cursor, user, asOfficer: true, cancellationToken);
    }

    /// <summary>One of them, for whoever wrote it.</summary>
    public async Task<Result<FeedbackDto>> ReadOwnAsync(Guid id, CurrentUser user, CancellationToken cancellationToken) =>
        await context.Feedback.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id && f.ByUserId == user.Id, cancellationToken) is { } row
            ? await DescribeAsync(row, user, asOfficer: false, cancellationToken)
            : Refusals.NotFound;

    private async Task<Result<Page<FeedbackDto>>> PageAsync(
        IQueryable<CaseFeedback> rows, string? cursor, CurrentUser user, bool asOfficer, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        rows = after.Value is { } key ? rows.Where(f => f.At < key.At || (f.At == key.At && f.Id.CompareTo(key.Id) < 0)) : rows;
        var found = await rows.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        List<FeedbackDto> items = [];
        foreach (var row in found.Take(PageSize))
        {
            items.Add(await DescribeAsync(row, user, asOfficer, cancellationToken));
        }

        return new Page<FeedbackDto>(items, found.Count > PageSize ? Cursor.Write(new Key(found[PageSize - 1].At, found[PageSize - 1].Id)) : null);
    }

    private async Task<FeedbackDto> DescribeAsync(CaseFeedback row, CurrentUser user, bool asOfficer, CancellationToken cancellationToken)
    {
        var person = asOfficer && row.IsNamed ? await people.ReadAsync(row.PersonId, cancellationToken) : Refusals.Forbidden;
        var stage = StageOf(row);
        return new FeedbackDto(
            row.Id.ToString(), row.Kind, row.CaseId.ToString(), row.CaseNumber, row.ServiceName.In(user.Language), row.Level,
            row.Topic, row.Topic is { } topic ? Word("topic", topic.ToString(), user) : null,
            await OpenAsync(row, "text", row.Text, user, cancellationToken),
            row.IsNamed, person.IsSuccess ? person.Value.Name : null, person.IsSuccess ? person.Value.Mobile : null, row.At, stage,
            stage switch
            {
                FeedbackStage.Contact => badge.Of(row.ContactDueAt, row.ContactYellowAt, false, row.IsProvisional),
                FeedbackStage.Answer => badge.Of(row.AnswerDueAt, row.AnswerYellowAt, false, row.IsProvisional),
                _ => DueDto.None,
            },
            row.ContactedAt, row.ContactedByName, await OpenAsync(row, "contact", row.ContactNote, user, cancellationToken),
            row.AnsweredAt, row.AnsweredByName, await OpenAsync(row, "answer", row.Answer, user, cancellationToken),
            row.Outcome, row.Outcome is { } outcome ? Word("outcome", outcome.ToString(), user) : null,
            Etag.Of(row));
    }

    internal static FeedbackStage StageOf(CaseFeedback row) =>
        !row.NeedsAnswer ? FeedbackStage.Noted
        : row.AnsweredAt is not null ? FeedbackStage.Answered
        : row.ContactedAt is not null ? FeedbackStage.Answer
        : FeedbackStage.Contact;

    private string Word(string kind, string value, CurrentUser user) =>
        texts.Format(string.Create(CultureInfo.InvariantCulture, $"feedback.{kind}.{char.ToLowerInvariant(value[0])}{value[1..]}"), None, user.Language);

    private async Task<string?> OpenAsync(CaseFeedback row, string part, byte[]? payload, CurrentUser user, CancellationToken cancellationToken)
    {
        if (payload is null)
        {
            return null;
        }

        var opened = await vault.OpenJsonAsync<string>(row.KeyId, payload, CaseFeedback.Place(row.Id, part), cancellationToken);
        return opened.IsSuccess ? opened.Value : texts.Format(opened.Error, user.Language);
    }

    private sealed record Key(DateTimeOffset At, Guid Id);
}
