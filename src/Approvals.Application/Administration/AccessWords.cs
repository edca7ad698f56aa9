using System.Globalization;
using Approvals.Application.Calendars;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.People;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Administration;

/// <summary>Puts reasons for access into words: which role, where, given by whom and why; which task; for whom.</summary>
public sealed class AccessWords(ApprovalsDbContext context, RoleNames names, CalendarInForce calendar, MessageCatalog texts)
{
    /// <summary>A text.</summary>
    public string Text(string code, string language, params (string Name, string Value)[] data) =>
        texts.Format(code, data.ToDictionary(d => d.Name, d => d.Value), language);

    /// <summary>A region's name.</summary>
    public async Task<string> RegionAsync(string code, string language, CancellationToken cancellationToken) =>
        (await context.Regions.AsNoTracking().Where(r => r.Code == code).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken))?.In(language) ?? code;

    /// <summary>Reasons in words.</summary>
    public async Task<IReadOnlyList<AccessGroundDto>> GroundsAsync(
        IReadOnlyList<AccessGround> grounds, string language, CancellationToken cancellationToken)
    {
        var assignments = await ReadAsync(grounds.Select(g => g.Grant?.Assignment), language, cancellationToken);
        return
        [
            .. grounds.Select(g => new AccessGroundDto(
                g.Kind,
                Text($"access.{char.ToLowerInvariant(g.Kind.ToString()[0])}{g.Kind.ToString()[1..]}", language,
                    ("role", Assigned(g, assignments)?.Name ?? ""),
                    ("step", g.Task?.StepName.In(language) ?? ""),
                    ("person", g.StandIn?.Principal.Name ?? "")),
                DetailOf(g, Assigned(g, assignments), language))),
        ];
    }

    /// <summary>What each assignment of somebody does for reading a case.</summary>
    public async Task<IReadOnlyList<AccessAssignmentDto>> AssignmentsAsync(
        CurrentUser user, Case row, string language, CancellationToken cancellationToken)
    {
        var assignments = await ReadAsync(user.Roles.Select(r => r.Assignment), language, cancellationToken);
        return
        [
            .. from grant in user.Roles
               let reach = CaseRights.Reach(user, grant, row)
               select new AccessAssignmentDto(
                   grant.Assignment!.Value.ToString(),
                   assignments[grant.Assignment.Value].Name,
                   reach,
                   Text($"access.reach.{char.ToLowerInvariant(reach.ToString()[0])}{reach.ToString()[1..]}", language)),
        ];
    }

    private static Assigned? Assigned(AccessGround ground, Dictionary<Guid, Assigned> assignments) =>
        ground.Grant?.Assignment is { } id ? assignments.GetValueOrDefault(id) : null;

    private string? DetailOf(AccessGround ground, Assigned? assigned, string language) =>
        assigned is { By: { } giver } ? Text(assigned.Row.Reason is null ? "access.given" : "access.givenBecause", language,
            ("by", giver), ("day", Day(assigned.Row.ValidFrom)), ("reason", assigned.Row.Reason ?? ""))
        : assigned is not null ? Text("access.begun", language, ("day", Day(assigned.Row.ValidFrom)))
        : ground.Task is { } task ? Text("access.task", language, ("day", Day(task.ClosedAt ?? task.ReceivedAt)))
        : null;

    private string Day(DateTimeOffset instant) => calendar.Current.DayOf(instant).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<Dictionary<Guid, Assigned>> ReadAsync(IEnumerable<Guid?> assignments, string language, CancellationToken cancellationToken)
    {
        var ids = assignments.OfType<Guid>().Distinct().ToList();
        var rows = await context.RoleAssignments.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken);
        var named = await names.DescribeAsync(rows, language, cancellationToken);
        var givers = rows.Select(r => r.GrantedByUserId).OfType<Guid>().Distinct().ToList();
        var people = await context.Users.AsNoTracking().Where(u => givers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return rows.Zip(named).ToDictionary(
            pair => pair.First.Id,
            pair => new Assigned(
                pair.First,
                string.Join(" · ", new[] { pair.Second.RoleName, pair.Second.RegionName, pair.Second.OrganisationName, pair.Second.ServiceName }.OfType<string>()),
                pair.First.GrantedByUserId is { } giver ? people.GetValueOrDefault(giver) : null));
    }
}

/// <summary>An assignment with its name and who gave it.</summary>
internal sealed record Assigned(RoleAssignment Row, string Name, string? By);
