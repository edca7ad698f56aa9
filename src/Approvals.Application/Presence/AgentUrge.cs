using System.Globalization;
using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Participants;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Presence;

/// <summary>What of the year that a case checks the employers have yet to confirm.</summary>
/// <param name="Year">The year.</param>
/// <param name="Entries">How many entries.</param>
/// <param name="Employers">Whose they are.</param>
internal sealed record Unconfirmed(int Year, int Entries, IReadOnlyList<Guid> Employers);

/// <summary>
/// Whoever checks a year asks the employer's agents to confirm what they have not confirmed: once a day for each case, with a line at the step,
/// which the parties do not see.
/// </summary>
internal static class AgentUrge
{
    private const int MostTold = 50;

    /// <summary>What employers have yet to confirm of the year that a case checks; null where it checks none, or all is confirmed.</summary>
    internal static async Task<Unconfirmed?> OfAsync(ApprovalsDbContext context, Case row, CancellationToken cancellationToken)
    {
        var duty = await context.Obligations.AsNoTracking().Where(o => o.OpenedCaseId == row.Id && o.CountsPresence).OrderBy(o => o.Id).FirstOrDefaultAsync(cancellationToken);
        if (duty is null)
        {
            return null;
        }

        var (from, to) = (new DateOnly(duty.Year, 1, 1), new DateOnly(duty.Year, 12, 31));
        var open = await context.PresenceIntervals.AsNoTracking()
            .Where(p => p.PersonId == row.ApplicantPersonId && p.EndedAt == null && p.ConfirmedAt == null && p.OrganisationId != null && p.From <= to && p.To >= from)
            .Select(p => p.OrganisationId!.Value).ToListAsync(cancellationToken);
        return open.Count == 0 ? null : new Unconfirmed(duty.Year, open.Count, [.. open.Distinct()]);
    }

    /// <summary>The step by which a user checks the case.</summary>
    internal static TaskItem? StepOf(IEnumerable<TaskItem> tasks, CurrentUser user) =>
        tasks.FirstOrDefault(t => t.ClosedAt is null && TaskRights.IsOfAnOffice(t) && TaskRights.MayAct(user, t));

    /// <summary>Whether the agents were told today.</summary>
    internal static Task<bool> WasTodayAsync(ApprovalsDbContext context, Guid row, DateOnly today, CancellationToken cancellationToken)
    {
        var id = Id(row, today);
        return context.Opinions.AnyAsync(o => o.Id == id, cancellationToken);
    }

    internal static async Task<Result<UrgeCase.Urged>> ActAsync(CaseWork work, TaskItem step, Unconfirmed open, CurrentUser user, CancellationToken cancellationToken)
    {
        if (await WasTodayAsync(work.Context, work.Case.Id, work.Today, cancellationToken))
        {
            return new Error("cases.alreadyUrged", ErrorKind.TooMany);
        }

        var agents = await AgentsAsync(work, open, cancellationToken);
        if (agents.Count == 0)
        {
            return new Error("cases.noAgent", ErrorKind.Conflict);
        }

        work.Context.Opinions.Add(new Opinion
        {
            Id = Id(work.Case.Id, work.Today), CaseId = work.Case.Id, TaskId = step.Id, ActivityId = step.ActivityId, Round = step.Round, StepName = step.StepName,
            AuthorUserId = user.Id, AuthorName = user.Name, Outcome = OpinionOutcomes.Urged, At = work.Now,
        });
        work.Context.Notifications.AddRange(agents.Select(agent => new Notification
        {
            Id = work.Ids.Next(), UserId = agent.Key, CaseId = agent.Value, Template = "tasks.confirmPresence",
            Data = JsonSerializer.Serialize(new { number = work.Case.Number, actor = user.Name, year = $"{open.Year}", count = $"{open.Entries}" }, JsonSerializerOptions.Web), At = work.Now,
        }));
        work.Audit.Add(user.Id, "case.agentsUrged", "case", work.Case.Id.ToString(), JsonSerializer.Serialize(new { open.Year, open.Entries, agents = agents.Count }, JsonSerializerOptions.Web), work.Case.Id);
        return new UrgeCase.Urged(agents.Count);
    }

    /// <summary>The agents, each with the case where they may open it: those of another employer than the case's find the days in their ledgers.</summary>
    private static async Task<Dictionary<Guid, Guid?>> AgentsAsync(CaseWork work, Unconfirmed open, CancellationToken cancellationToken)
    {
        Dictionary<Guid, Guid?> agents = [];
        foreach (var employer in open.Employers.OrderBy(e => e != work.Case.OrganisationId))
        {
            foreach (var agent in await FactQueries.HoldersAsync(work.Context, new HolderPlace(Roles.EmployerAgent, null, null, null, employer), work.Now, MostTold, cancellationToken))
            {
                agents.TryAdd(agent, employer == work.Case.OrganisationId ? work.Case.Id : null);
            }
        }

        return agents;
    }

    /// <summary>One a case and day: whoever comes second meets the row.</summary>
    private static Guid Id(Guid row, DateOnly today) => StableId.Of(row, "agentsUrged", today.ToString("O", CultureInfo.InvariantCulture));
}
