using Approvals.Application.Calendars;
using Approvals.Application.CaseViews;
using Approvals.Application.Database;
using Approvals.Application.Limits;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Application.WorkTasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Meetings;

/// <summary>
/// The list that a panel's secretary or a lead takes to a meeting (上会): cases of the reader's regions that wait at a step where people decide,
/// chosen and in an order, with what the tables propose.
/// </summary>
public sealed class MeetingPage(
    ApprovalsDbContext context, CaseReader reader, WorkDecisions decisions, ServiceCatalog catalog, DueBadge badge, CaseWords words, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many cases one meeting takes.</summary>
    public const int Most = 30;

    /// <summary>How many there are to choose from.</summary>
    private const int MostWaiting = 100;

    private static readonly string[] Kinds = [nameof(TaskKind.Review), nameof(TaskKind.Vote)];
    private static readonly HashSet<string> Types = ["Approvals.Review", "Approvals.Vote"];

    /// <summary>The list, for whoever decides on cases or leads those who do.</summary>
    public async Task<Result<MeetingDto>> ReadAsync(MeetingRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!MeetingRights.Makes(user))
        {
            return Refusals.Forbidden;
        }

        if (request.Cases.Count > Most)
        {
            return new Error("meetings.tooMany").With("most", $"{Most}");
        }

        var services = await catalog.AllInForceAsync(calendar.Today(clock), cancellationToken);
        var service = services.FirstOrDefault(s => s.Code == request.Service);
        var step = service?.Package.Activity(request.Activity ?? "");
        var waiting = service is null || step is null || !Types.Contains(step.Type) ? [] : await WaitingAsync(request, user, cancellationToken);
        var mustRedact = waiting.Any(t => TaskRights.IsSecret(t.Kind) && TaskRights.Grounds(user, t).Any());
        var isRedacted = mustRedact || (request.Redacted ?? step?.Type == "Approvals.Vote");
        var all = Cases(request, waiting);
        List<MeetingRowDto> rows = [];
        foreach (var tasks in all.Take(request.Cases.Count > 0 ? Most : MostWaiting))
        {
            var proposal = request.Cases.Count > 0 && !mustRedact ? await ProposalAsync(tasks[0].CaseId, user, cancellationToken) : null;
            rows.Add(Row(tasks, isRedacted, proposal, user.Language));
        }

        return new MeetingDto(
            [.. services.Select(s => Describe(s, user.Language)).Where(s => s.Steps.Count > 0)], calendar.Today(clock), service?.Service.Name.In(user.Language),
            step?.DisplayName.In(user.Language), isRedacted, mustRedact, rows, all.Count > rows.Count, request.Cases.Count == 0 ? 0 : request.Cases.Distinct().Count() - all.Count);
    }

    /// <summary>The open tasks of the step, of the cases that are due first or of those chosen, with those of the same cases that are done.</summary>
    private async Task<List<TaskItem>> WaitingAsync(MeetingRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        var (service, activity, chosen) = (request.Service!, request.Activity!, request.Cases);
        var tasks = context.TaskItems.AsNoTracking().Where(t => t.ServiceCode == service && t.ActivityId == activity && Kinds.Contains(t.Kind));
        var open = tasks.Where(t => t.ClosedAt == null && t.State != TaskItemState.Frozen).Where(CaseScope.Within<TaskItem>(MeetingRights.Parts(user)));
        open = chosen.Count > 0 ? open.Where(t => chosen.Contains(t.CaseId)) : open;
        if (request.DueBy is { } day)
        {
            var end = calendar.Current.EndOf(day).ToUniversalTime();
            open = open.Where(t => t.DueAt != null && t.DueAt <= end);
        }

        var first = await open.GroupBy(t => t.CaseId).Select(g => new { g.Key, Due = g.Min(t => t.DueAt) })
            .OrderBy(g => g.Due == null).ThenBy(g => g.Due).ThenBy(g => g.Key).Take(MostWaiting + 1).ToListAsync(cancellationToken);
        List<Guid> ids = [.. first.Select(f => f.Key)];
        var rows = (await tasks.Include(t => t.Candidates).Where(t => ids.Contains(t.CaseId)).ToListAsync(cancellationToken)).ToLookup(t => t.CaseId);
        return [.. ids.SelectMany(id => rows[id])];
    }

    /// <summary>The tasks of each case, in the order chosen, else as they are due; of the round under way.</summary>
    private static List<List<TaskItem>> Cases(MeetingRequest request, List<TaskItem> waiting)
    {
        var found = waiting.GroupBy(t => t.CaseId).Select(g => g.Where(t => t.Round == g.Max(o => o.Round)).ToList());
        if (request.Cases.Count == 0)
        {
            return [.. found];
        }

        var byCase = found.ToDictionary(t => t[0].CaseId);
        return [.. request.Cases.Distinct().Where(byCase.ContainsKey).Select(id => byCase[id])];
    }

    private MeetingRowDto Row(List<TaskItem> tasks, bool isRedacted, MeetingProposalDto? proposal, string language)
    {
        var open = tasks.Find(t => t.ClosedAt is null) ?? tasks[0];
        var counted = tasks.Where(t => t.State != TaskItemState.Closed).ToList();
        return new MeetingRowDto(
            open.CaseId.ToString(), open.CaseNumber, isRedacted ? words.View("anonymousApplicant", language) : open.ApplicantMaskedName, isRedacted ? null : open.OrganisationName,
            CaseWords.Highlights(open.Highlights, language), open.ReceivedAt, badge.Of(open.DueAt, open.YellowAt, open.Limit is not null, open.IsProvisional),
            counted.Count > 1 ? $"{counted.Count(t => t.State == TaskItemState.Done)}/{counted.Count}" : null, proposal);
    }

    /// <summary>What the table that was asked last says.</summary>
    private async Task<MeetingProposalDto?> ProposalAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await reader.OpenAsync(id, user, cancellationToken);
        var said = opened.IsSuccess ? await decisions.OfAsync(opened.Value.Work, user.Language, cancellationToken) : [];
        return said.Count == 0 ? null : new MeetingProposalDto(said[0].Name, said[0].Outcome, said[0].Clause, [.. said[0].Matched.Select(m => m.Text).Where(t => t != said[0].Clause)]);
    }

    private static MeetingServiceDto Describe(ServiceSnapshot service, string language) => new(
        service.Code,
        service.Service.Name.In(language),
        [.. service.Package.Workflow.Activities.Where(a => Types.Contains(a.Type)).Select(a => new OptionDto(a.Id, a.DisplayName.In(language)))]);
}
