using System.Collections.Immutable;
using Approvals.Application.CaseViews;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Experts;

/// <summary>Shows how the panels of a case are drawn: to who draws, to leads and to auditors; never to the panel or the parties.</summary>
public sealed class DrawPage(ApprovalsDbContext context, CaseReader reader, ExpertFields fields, MessageCatalog texts)
{
    /// <summary>The panel whose task of drawing the user may read.</summary>
    public async Task<Result<DrawDto>> OfTaskAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var row = await context.TaskItems.AsNoTracking().Include(t => t.Candidates).SingleOrDefaultAsync(t => t.Id == id, cancellationToken);
        if (row is null || row.Kind != nameof(TaskKind.Draw))
        {
            return Refusals.NotFound;
        }

        var opened = await reader.OpenAsync(row, user, cancellationToken);
        return !opened.IsSuccess ? opened.Error
            : IsDrawer(user, row, opened.Value.Work.Case) || ExpertRights.SeesDraws(user, opened.Value.Work.Case)
                ? await DescribeAsync(opened.Value.Work, row.ActivityId, row, user, cancellationToken)
            : Refusals.NotFound;
    }

    /// <summary>Whether the draw is the user's to do: not of the panel that judges their own case, even where it lies with their office.</summary>
    private static bool IsDrawer(CurrentUser user, TaskItem row, Case @case) => TaskRights.Grounds(user, row).Any() && !CaseRights.IsParty(user, @case);

    /// <summary>How many draws of a case the user may look at.</summary>
    internal static async Task<int> CountAsync(CaseWork work, CurrentUser user, CancellationToken cancellationToken)
    {
        var id = work.Case.Id;
        return ExpertRights.SeesDraws(user, work.Case) ? await work.Context.PanelDraws.CountAsync(d => d.CaseId == id, cancellationToken) : 0;
    }

    /// <summary>Every panel of a case that was drawn.</summary>
    public async Task<Result<IReadOnlyList<DrawDto>>> OfCaseAsync(Guid id, CurrentUser user, CancellationToken cancellationToken)
    {
        var opened = await reader.OpenAsync(id, user, cancellationToken);
        if (!opened.IsSuccess || !ExpertRights.SeesDraws(user, opened.Value.Work.Case))
        {
            return Refusals.NotFound;
        }

        var activities = await context.PanelDraws.AsNoTracking().Where(d => d.CaseId == id).Select(d => d.ActivityId).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);
        List<DrawDto> panels = [];
        foreach (var activity in activities)
        {
            panels.Add(await DescribeAsync(opened.Value.Work, activity, null, user, cancellationToken));
        }

        return panels;
    }

    private async Task<DrawDto> DescribeAsync(CaseWork work, string activity, TaskItem? task, CurrentUser user, CancellationToken cancellationToken)
    {
        var bookmark = task is null ? null : work.State.Tasks.FirstOrDefault(t => t.Id == task.BookmarkId);
        var acts = bookmark is not null && TaskRunner.Decide(work, task!, bookmark, null, user) is null;
        var memory = work.State.Executions.Where(e => e.Activity == activity).Select(e => e.Memory).OfType<VoteMemory>().FirstOrDefault();
        var terms = DrawTerms.Of(work.Service.Package.Workflow, work.State, work.StepContext(FactSet.Empty), activity) ?? new DrawTerms(null, 0, 0, null);
        var draws = await context.PanelDraws.AsNoTracking().Where(d => d.CaseId == work.Case.Id && d.ActivityId == activity).OrderBy(d => d.EventNumber).ToListAsync(cancellationToken);
        var pool = bookmark is null || memory is null ? [] : await PoolAsync(work, terms, activity, memory, cancellationToken);
        var people = await PeopleAsync(draws, pool, memory, cancellationToken);
        var members = PanelMembers.Of(memory, draws, await ActsAsync(work, activity, cancellationToken));
        var taken = memory is { Draw: { } seats } ? memory.Panel.Length + seats.Invited.Length : terms.Number;
        var names = terms.Field is null ? [] : await fields.AllAsync(cancellationToken);
        return new DrawDto(
            acts ? task!.Id.ToString() : null,
            acts ? Etag.Of(task!) : null,
            work.Case.Id.ToString(),
            work.Case.Number,
            work.StepName(activity).In(user.Language),
            terms.Field is { } field ? names.FirstOrDefault(n => n.Key == field).Value?.In(user.Language) ?? field : null,
            terms.Number,
            terms.Minimum,
            Math.Max(0, terms.Number - taken),
            memory?.Draw?.IsConvened ?? true,
            [.. members.Select(m => new PanelMemberDto(m.User, people.Name(m.User), m.State, m.Reason))],
            [.. pool.Select(m => new PoolMemberDto(m.User, people.Name(m.User), people.Employer(m.User), Words(m.Reasons, user)))],
            await DrawsAsync(work, draws, people, user, cancellationToken));
    }

    /// <summary>Who may be drawn first, then who not.</summary>
    private static async Task<ImmutableArray<PoolMember>> PoolAsync(CaseWork work, DrawTerms terms, string activity, VoteMemory memory, CancellationToken cancellationToken)
    {
        var pool = await ExpertPoolFacts.OfAsync(work, new ExpertPool(activity, terms.Field, terms.Employer), cancellationToken);
        return [.. pool.Members.Select(m => DrawTerms.Exclude(m, memory, work.Applicant.FlowId)).OrderBy(m => m.Reasons.Length > 0)];
    }

    private async Task<IReadOnlyList<PanelDrawDto>> DrawsAsync(CaseWork work, List<PanelDraw> rows, Known people, CurrentUser user, CancellationToken cancellationToken)
    {
        int[] numbers = [.. rows.Select(r => r.EventNumber)];
        Guid[] opinions = [.. rows.Select(r => r.OpinionId).OfType<Guid>()];
        var events = await context.CaseEvents.AsNoTracking().Where(e => e.CaseId == work.Case.Id && numbers.Contains(e.Number)).ToDictionaryAsync(e => e.Number, cancellationToken);
        var reasons = await context.Opinions.AsNoTracking().Where(o => opinions.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Text, cancellationToken);
        return
        [
            .. rows.Select(r => new PanelDrawDto(
                r.Number, r.At, people.Name(r.DrawnByUserId?.ToString() ?? ""), r.OpinionId is { } id ? reasons.GetValueOrDefault(id) : null, r.Seed, r.Seats,
                [.. DrawRecord.Places(r).Select(p => new DrawPlaceDto(p.User, people.Name(p.User), p.Order, p.IsDrawn, Words(p.Reasons, user)))],
                DrawRecord.Repeats(r, events.GetValueOrDefault(r.EventNumber)))),
        ];
    }

    private async Task<Known> PeopleAsync(List<PanelDraw> draws, ImmutableArray<PoolMember> pool, VoteMemory? memory, CancellationToken cancellationToken)
    {
        Guid[] ids =
        [
            .. draws.SelectMany(d => DrawRecord.Places(d).Select(p => p.User)).Concat(pool.Select(m => m.User)).Concat(memory?.Panel ?? [])
                .Select(Guid.Parse).Concat(draws.Select(d => d.DrawnByUserId).OfType<Guid>()).Distinct(),
        ];
        var names = await context.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id.ToString(), u => u.DisplayName, cancellationToken);
        var employers = await context.Experts.AsNoTracking().Where(e => ids.Contains(e.UserId) && e.EmployerName != null).ToDictionaryAsync(e => e.UserId.ToString(), e => e.EmployerName!, cancellationToken);
        return new Known(names, employers);
    }

    /// <summary>Who took the seat and who stepped aside, the first first.</summary>
    private Task<List<PanelAct>> ActsAsync(CaseWork work, string activity, CancellationToken cancellationToken) =>
        context.Opinions.AsNoTracking().Where(o => o.CaseId == work.Case.Id && o.ActivityId == activity
                && (o.Outcome == OpinionOutcomes.Recused || o.Outcome == OpinionOutcomes.TakesPart)).OrderBy(o => o.At)
            .Select(o => new PanelAct(o.AuthorUserId, o.Outcome, o.Text)).ToListAsync(cancellationToken);

    private IReadOnlyList<string> Words(ImmutableArray<string> reasons, CurrentUser user) =>
        [.. reasons.Select(r => texts.Format($"drawReason.{r}", new Dictionary<string, string>(), user.Language))];

    private sealed record Known(Dictionary<string, string> Names, Dictionary<string, string> Employers)
    {
        public string Name(string user) => Names.GetValueOrDefault(user, "—");

        public string? Employer(string user) => Employers.GetValueOrDefault(user);
    }
}
