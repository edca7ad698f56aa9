using System.Text.Json;
using Approvals.Application.Audit;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Outbox;
using Approvals.Application.Represented;
using Approvals.Application.Rights;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Organisations;

/// <summary>
/// An officer records that an employer was renamed, merged into another or deregistered. What runs of a merged employer goes on with
/// its successor, whose agents see it from then on; mandates of an employer that is gone end.
/// </summary>
public sealed class ChangeOrganisation(
    ApprovalsDbContext context, WriteTransaction transaction, AuditLog audit, IIdSource ids, CalendarInForce calendar, TimeProvider clock)
{
    /// <param name="Organisation">The employer.</param>
    /// <param name="Kind">Renamed, Merged or Deregistered.</param>
    /// <param name="Name">The new name, when it was renamed.</param>
    /// <param name="Into">The successor's code, when it was merged.</param>
    /// <param name="On">The day it counts from.</param>
    /// <param name="Reason">What it rests on.</param>
    /// <param name="Etag">The version that was seen.</param>
    public sealed record Request(Guid Organisation, OrganisationChangeKind Kind, string? Name, string? Into, DateOnly On, string Reason, string Etag);

    public async Task<Result<Unit>> HandleAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var employer = await context.Organisations.SingleOrDefaultAsync(o => o.Id == request.Organisation, cancellationToken);
        if (employer is null || !EmployerRights.Verifies(user, employer))
        {
            return Refusals.NotFound;
        }

        var successor = request.Kind == OrganisationChangeKind.Merged ? await SuccessorAsync(request.Into, cancellationToken) : null;
        if (Refuses(request, employer, successor) is { } refused)
        {
            return refused;
        }

        Keep(request, employer, successor, user);
        return await transaction.RunAsync(
            stop => CarryOutAsync(request.Kind, employer, successor, user.Id, request.Reason.Trim(), stop), cancellationToken) == CommitOutcome.Committed
            ? Unit.Value
            : Refusals.Stale;
    }

    private Task<Organisation?> SuccessorAsync(string? code, CancellationToken cancellationToken)
    {
        var wanted = code?.Trim().ToUpperInvariant();
        return context.Organisations.AsNoTracking().SingleOrDefaultAsync(
            o => o.Uscc == wanted && o.Kind == AskMandate.EmployerKind && o.ClosedAt == null && o.VerifiedAt != null, cancellationToken);
    }

    private Error? Refuses(Request request, Organisation employer, Organisation? successor) =>
        !Etag.Matches(employer, request.Etag) ? Refusals.Stale
        : employer.ClosedAt is not null ? new Error("employers.closed", ErrorKind.Conflict)
        : request.On > calendar.Today(clock) ? Field("on", "employers.future")
        : request.Kind switch
        {
            OrganisationChangeKind.Renamed when string.IsNullOrWhiteSpace(request.Name) => Field("name", "request.missing"),
            OrganisationChangeKind.Renamed when request.Name.Trim() == employer.Name => Field("name", "employers.sameName"),
            OrganisationChangeKind.Merged when successor is null || successor.Id == employer.Id => Field("into", "employers.unknownSuccessor"),
            OrganisationChangeKind.Renamed or OrganisationChangeKind.Merged or OrganisationChangeKind.Deregistered => null,
            _ => Field("kind", "employers.kind"),
        };

    private void Keep(Request request, Organisation employer, Organisation? successor, CurrentUser user)
    {
        var (now, before) = (clock.GetUtcNow(), employer.Name);
        if (request.Kind == OrganisationChangeKind.Renamed)
        {
            employer.Name = request.Name!.Trim();
        }
        else
        {
            (employer.ClosedAt, employer.SuccessorId) = (now, successor?.Id);
        }

        context.OrganisationChanges.Add(new OrganisationChange
        {
            Id = StableId.Of(employer.Id, "change", $"{request.Kind}:{employer.Version}"), OrganisationId = employer.Id, Kind = request.Kind, NameBefore = before,
            NameAfter = employer.Name, SuccessorId = successor?.Id, On = request.On, Reason = request.Reason.Trim(), ByUserId = user.Id, At = now,
        });
        audit.Add(
            user.Id, "employers.changed", "organisation", employer.Id.ToString(),
            JsonSerializer.Serialize(new { kind = request.Kind.ToString(), successor = successor?.Id }, JsonSerializerOptions.Web));
    }

    /// <summary>
    /// Rows that follow, in the same transaction, whoever records the change: running cases with their tasks, drafts, represented people,
    /// tasks of agents, mandates and the roles by which agents act.
    /// </summary>
    internal async Task CarryOutAsync(
        OrganisationChangeKind kind, Organisation employer, Organisation? successor, Guid by, string? reason, CancellationToken cancellationToken)
    {
        var (id, name, now) = (employer.Id, successor?.Name ?? employer.Name, successor?.Id ?? employer.Id);
        if (kind != OrganisationChangeKind.Deregistered)
        {
            await context.Cases.Where(c => c.OrganisationId == id && c.FinishedAt == null)
                .ExecuteUpdateAsync(c => c.SetProperty(x => x.OrganisationName, name).SetProperty(x => x.Version, x => x.Version + 1), cancellationToken);
            await context.TaskItems.Where(t => t.ClosedAt == null && context.Cases.Any(c => c.Id == t.CaseId && c.OrganisationId == id))
                .ExecuteUpdateAsync(t => t.SetProperty(x => x.OrganisationName, name).SetProperty(x => x.OrganisationId, now), cancellationToken);
        }

        if (successor is not null)
        {
            await FollowAsync(employer, successor, cancellationToken);
        }

        if (kind != OrganisationChangeKind.Renamed)
        {
            await EndAgentsAsync(id, by, reason, cancellationToken);
        }
    }

    /// <summary>Nobody acts for an employer that is gone, neither by a mandate nor by a role that was given without one.</summary>
    private async Task EndAgentsAsync(Guid employer, Guid by, string? reason, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var mandates = await context.Mandates.Where(m => m.OrganisationId == employer && m.RevokedAt == null).ToListAsync(cancellationToken);
        foreach (var mandate in mandates.Where(m => m.StateAt(now) is MandateState.Asked or MandateState.Coming or MandateState.InForce))
        {
            await RevokeMandate.EndAsync(context, mandate, by, reason, now, cancellationToken);
        }

        var roles = await context.RoleAssignments.Where(a => a.OrganisationId == employer && a.Role == Roles.EmployerAgent && (a.ValidTo == null || a.ValidTo > now))
            .ToListAsync(cancellationToken);
        roles.ForEach(a => a.ValidTo = now);
    }

    private async Task FollowAsync(Organisation employer, Organisation successor, CancellationToken cancellationToken)
    {
        var (from, to) = (employer.Id, successor.Id);
        await FollowTasksAsync(from, to, cancellationToken);
        await TellAsync(employer, successor, cancellationToken);
        await context.Drafts.Where(d => d.OrganisationId == from && d.SubmittedCaseId == null).ExecuteUpdateAsync(d => d.SetProperty(x => x.OrganisationId, to), cancellationToken);
        await context.RepresentedPeople.Where(r => r.OrganisationId == from && !context.RepresentedPeople.Any(o => o.OrganisationId == to && o.PersonId == r.PersonId))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.OrganisationId, to), cancellationToken);
        await context.Documents.Where(d => d.OrganisationId == from && d.DocumentType == HandInConsent.DocumentType)
            .ExecuteUpdateAsync(d => d.SetProperty(x => x.OrganisationId, to), cancellationToken);
        await context.Cases.Where(c => c.OrganisationId == from && c.FinishedAt == null)
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.OrganisationId, to), cancellationToken);

        // What was merged into this one before is looked for at its code still, and has to be found at the last of them.
        await context.Organisations.Where(o => o.SuccessorId == from).ExecuteUpdateAsync(o => o.SetProperty(x => x.SuccessorId, to), cancellationToken);
    }

    /// <summary>People who agreed that one employer files for them, or are asked to, hear that it is another one now.</summary>
    private async Task TellAsync(Organisation employer, Organisation successor, CancellationToken cancellationToken)
    {
        var accounts = await (
            from row in context.RepresentedPeople
            where row.OrganisationId == employer.Id && (row.State == RepresentationState.Asked || row.State == RepresentationState.Agreed)
            join account in context.Users on row.PersonId equals account.PersonId
            where account.DisabledAt == null
            select account.Id).ToListAsync(cancellationToken);
        var data = JsonSerializer.Serialize(new { before = employer.Name, employer = successor.Name }, JsonSerializerOptions.Web);
        context.Notifications.AddRange(accounts.Select(account => new Notification
        {
            Id = ids.Next(), UserId = account, Template = "represented.news.merged", Data = data, At = clock.GetUtcNow(),
        }));
    }

    private async Task FollowTasksAsync(Guid from, Guid to, CancellationToken cancellationToken)
    {
        var (old, next) = (CandidateKey.Role(Roles.EmployerAgent, null, null, from), CandidateKey.Role(Roles.EmployerAgent, null, null, to));
        var running = context.Cases.Where(c => c.OrganisationId == from && c.FinishedAt == null).Select(c => c.Id);
        var tasks = await context.TaskItems.Include(t => t.Candidates).Where(t => running.Contains(t.CaseId) && t.Candidates.Any(c => c.Key == old)).ToListAsync(cancellationToken);
        foreach (var task in tasks)
        {
            task.Candidates.RemoveAll(c => c.Key == old);
            var candidate = new TaskCandidate
            {
                TaskId = task.Id, Key = next, ServiceCode = task.ServiceCode, IsOpen = true, DueAt = TaskCandidate.NoLimit, YellowAt = TaskCandidate.NoLimit,
            };
            candidate.Follow(task);
            task.Candidates.Add(candidate);
        }

        await context.SearchValues.Where(v => v.OrganisationId == from && running.Contains(v.CaseId))
            .ExecuteUpdateAsync(v => v.SetProperty(x => x.OrganisationId, to), cancellationToken);
    }

    private static Error Field(string path, string code) => new("request.fields") { Fields = [new FieldError(path, code)] };
}
