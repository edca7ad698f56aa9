using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Inbox;

/// <summary>The tabs of the inbox that hold cases rather than tasks: those the reader started, and those copied to the reader.</summary>
public sealed class InboxCases(ApprovalsDbContext context, ServiceCatalog catalog, CaseWords words)
{
    /// <summary>Cases the reader started, newest first.</summary>
    internal async Task<Page<InboxRowDto>> StartedAsync(
        InboxRequest request, CaseMatch? match, int size, CurrentUser user, InboxPage.Key? after, CancellationToken cancellationToken)
    {
        var cases = Narrow(context.Cases.AsNoTracking(), request, match).Where(FiledCases.By(user));
        cases = after is { } key ? cases.Where(c => c.Id.CompareTo(key.Id) < 0) : cases;
        var found = await cases.OrderByDescending(c => c.Id).Take(size + 1).ToListAsync(cancellationToken);
        return await RowsAsync([.. found.Select(c => (c, c.SubmittedAt, new InboxPage.Key(null, c.Id)))], size, user.Language, cancellationToken);
    }

    /// <summary>Running cases copied to the reader, copied last first.</summary>
    internal async Task<Page<InboxRowDto>> CopiedAsync(
        InboxRequest request, CaseMatch? match, int size, CurrentUser user, InboxPage.Key? after, CancellationToken cancellationToken)
    {
        var cases = Narrow(context.Cases.AsNoTracking(), request, match);
        var copies = CopyRights.Of(context, user);
        copies = after is { At: { } at } key ? copies.Where(c => c.At < at || (c.At == at && c.CaseId.CompareTo(key.Id) < 0)) : copies;
        var found = await copies.OrderByDescending(c => c.At).ThenByDescending(c => c.CaseId)
            .Join(cases, c => c.CaseId, c => c.Id, (copy, row) => new { copy.At, Case = row }).Take(size + 1).ToListAsync(cancellationToken);
        return await RowsAsync([.. found.Select(f => (f.Case, f.At, new InboxPage.Key(f.At, f.Case.Id)))], size, user.Language, cancellationToken);
    }

    /// <summary>Of cases those of the service, the region and the text that were asked for; steps and claims are of tasks.</summary>
    private static IQueryable<Case> Narrow(IQueryable<Case> cases, InboxRequest request, CaseMatch? match)
    {
        cases = request.Service is { Length: > 0 } service ? cases.Where(c => c.ServiceCode == service) : cases;
        cases = request.Region is { Length: > 0 } region ? cases.Where(c => c.RegionCode == region) : cases;
        if (match is null)
        {
            return cases;
        }

        var found = match.ByNumber.Union(match.ByContent);
        return cases.Where(c => found.Contains(c.Id));
    }

    private async Task<Page<InboxRowDto>> RowsAsync(
        List<(Case Case, DateTimeOffset At, InboxPage.Key Key)> found, int size, string language, CancellationToken cancellationToken)
    {
        List<InboxRowDto> rows = [];
        foreach (var (row, at, _) in found.Take(size))
        {
            rows.Add(Row(row, await catalog.FindAsync(row.ServiceVersionId, cancellationToken), language) with { ReceivedAt = at });
        }

        return new Page<InboxRowDto>(rows, found.Count > size ? Cursor.Write(found[size - 1].Key) : null);
    }

    private InboxRowDto Row(Case row, ServiceSnapshot service, string language) => new(
        row.Id.ToString(), row.Id.ToString(), row.Number, row.ServiceName.In(language), row.ApplicantMaskedName, row.OrganisationName,
        CaseWords.Highlights(row.Highlights, language), "", row.StepName?.In(language) ?? words.State(row, service.Service, language), DueDto.None, null, null, [], null,
        row.SubmittedAt, row.FinishedAt, words.Result(row.Result, service.Service, language), null, false, "");
}
