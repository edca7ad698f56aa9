using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.Home;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Counter;

/// <summary>What a clerk has at the counter.</summary>
/// <param name="Services">What can be filed for a person present.</param>
/// <param name="Drafts">Begun and not submitted.</param>
/// <param name="Waiting">What is asked of people for whom the reader filed, what is due first on top.</param>
/// <param name="Cases">Filed lately, newest first.</param>
/// <param name="MoreWaiting">Whether more is asked of them than is told.</param>
/// <param name="MoreCases">Whether more were filed than are told; the search finds them all.</param>
public sealed record CounterDto(
    IReadOnlyList<OptionDto> Services, IReadOnlyList<BegunDraftDto> Drafts, IReadOnlyList<CounterTaskDto> Waiting, IReadOnlyList<CaseSummaryDto> Cases,
    bool MoreWaiting, bool MoreCases);

/// <summary>Something that is asked of somebody for whom a clerk filed.</summary>
/// <param name="Applicant">Of whom; masked.</param>
/// <param name="Task">What, and until when.</param>
public sealed record CounterTaskDto(string Applicant, WaitingDto Task);

/// <summary>The counter as its clerk sees it.</summary>
public sealed class CounterDesk(
    ApprovalsDbContext context, RepresentedList represented, WaitingTasks waiting, CaseSummaries summaries, ServiceCatalog catalog, CalendarInForce calendar, TimeProvider clock)
{
    private const int Most = 50;

    public async Task<Result<CounterDto>> ReadAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!EmployerRights.IsAtCounter(user))
        {
            return Refusals.Forbidden;
        }

        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        var drafts = await represented.DraftsAsync(drafts => DraftLoader.Whose(drafts, user).Where(d => d.OnBehalf == FiledBy.Counter), user.Language, cancellationToken);
        var cases = await context.Cases.AsNoTracking().Where(FiledCases.By(user)).Where(c => c.FiledBy == FiledBy.Counter)
            .OrderByDescending(c => c.Id).Take(Most + 1).ToListAsync(cancellationToken);
        var (tasks, moreTasks) = await WaitingAsync(user, cancellationToken);
        return new CounterDto(
            [.. services.Where(s => StartForm.Of(s) is not null && s.Service.OnBehalf.Contains(OnBehalf.Counter)).Select(s => new OptionDto(s.Code, s.Service.Name.In(user.Language)))],
            [.. drafts.SelectMany(d => d).OrderByDescending(d => d.SavedAt)],
            tasks,
            await summaries.OfAsync([.. cases.Take(Most)], user.Language, cancellationToken),
            moreTasks,
            cases.Count > Most);
    }

    private async Task<(IReadOnlyList<CounterTaskDto> Tasks, bool More)> WaitingAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        var running = context.Cases.Where(FiledCases.By(user)).Where(c => c.FiledBy == FiledBy.Counter && c.FinishedAt == null).Select(c => c.Id);
        var tasks = await context.TaskItems.AsNoTracking().Include(t => t.Candidates)
            .Where(t => t.ClosedAt == null && CounterSlip.Kinds.Contains(t.Kind) && running.Contains(t.CaseId))
            .OrderBy(t => t.DueAt == null).ThenBy(t => t.DueAt).ThenBy(t => t.Id).Take(Most + 1).ToListAsync(cancellationToken);
        var names = tasks.ToDictionary(t => t.Id.ToString(), t => t.ApplicantMaskedName);
        var told = await waiting.OfAsync([.. tasks.Take(Most)], user, cancellationToken);
        return ([.. told.Select(w => new CounterTaskDto(names[w.TaskId], w))], tasks.Count > Most);
    }
}
