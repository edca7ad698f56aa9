using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Migration;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>A version of a service, as those who change policy see it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Service">The service's code.</param>
/// <param name="Name">The service's name.</param>
/// <param name="Number">1, 2, 3, … within the service.</param>
/// <param name="State">Draft, submitted, published or retired.</param>
/// <param name="InForce">Whether it binds submissions of today.</param>
/// <param name="EffectiveFrom">The first day on which a submission is bound to it; null until published.</param>
/// <param name="CreatedBy">Who brought it in; null for what came with the product.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="SubmittedBy">Who submitted it, or null.</param>
/// <param name="PublishedBy">Who published it, or null.</param>
/// <param name="ProposedFrom">The day its author proposed, or null.</param>
/// <param name="Note">What its author said to whoever publishes, or null.</param>
/// <param name="Moving">What its author planned for cases under way; null when they stay with their version.</param>
/// <param name="OpenCases">How many cases under way follow it.</param>
/// <param name="Hash">Hash over its files.</param>
/// <param name="Acts">What the reader may do with it now.</param>
public sealed record ServiceVersionDto(
    Guid Id, string Service, string Name, int Number, ServiceVersionState State, bool InForce, DateOnly? EffectiveFrom, string? CreatedBy, DateTimeOffset CreatedAt,
    string? SubmittedBy, string? PublishedBy, DateOnly? ProposedFrom, string? Note, MovingPlanDto? Moving, int OpenCases, string Hash,
    IReadOnlyList<VersionAct> Acts);

/// <summary>Reads the versions of services.</summary>
public sealed class VersionList(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider time)
{
    private const int Most = 500;

    /// <summary>The versions of a service, or of all, latest first.</summary>
    public async Task<Result<IReadOnlyList<ServiceVersionDto>>> ListAsync(string? service, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.SeesServices(user))
        {
            return Refusals.Forbidden;
        }

        var rows = await context.ServiceVersions.AsNoTracking().Where(v => v.ServiceCode != ServiceVersion.SharedCode && (service == null || v.ServiceCode == service))
            .OrderBy(v => v.ServiceCode).ThenByDescending(v => v.Number).Take(Most).ToListAsync(cancellationToken);
        var people = rows.SelectMany(v => new[] { v.CreatedByUserId, v.SubmittedByUserId, v.PublishedByUserId }).OfType<Guid>().Distinct().ToArray();
        var names = await context.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        var open = await context.Cases.AsNoTracking().Where(c => c.FinishedAt == null && (service == null || c.ServiceCode == service)).GroupBy(c => c.ServiceVersionId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var plans = await PlansAsync(rows, cancellationToken);
        var today = calendar.Today(time);
        var inForce = InForce(rows, today);
        return Result<IReadOnlyList<ServiceVersionDto>>.Success(
        [
            .. rows.Select(v => new ServiceVersionDto(
                v.Id, v.ServiceCode, v.Name.In(user.Language), v.Number, v.State, inForce.Contains(v.Id), v.EffectiveFrom, Name(v.CreatedByUserId), v.CreatedAt,
                Name(v.SubmittedByUserId), Name(v.PublishedByUserId), v.ProposedFrom, v.Note, plans.GetValueOrDefault(v.Id), open.GetValueOrDefault(v.Id), v.Hash,
                VersionActs.Of(v, user, inForce.Contains(v.Id), open.ContainsKey(v.Id), plans.GetValueOrDefault(v.Id), today))),
        ]);

        string? Name(Guid? id) => id is { } known ? names.GetValueOrDefault(known) : null;
    }

    private async Task<Dictionary<Guid, MovingPlanDto>> PlansAsync(List<ServiceVersion> rows, CancellationToken cancellationToken)
    {
        var planned = rows.Where(v => v.MovingPlan is not null).ToDictionary(v => v.Id, v => MovingPlan.Read(v.MovingPlan)!);
        if (planned.Count == 0)
        {
            return [];
        }

        var ids = planned.Keys.ToArray();
        var begun = (await context.MigrationBatches.AsNoTracking().Where(b => ids.Contains(b.ToVersionId)).Select(b => new { b.FromVersionId, b.ToVersionId })
            .Distinct().ToListAsync(cancellationToken)).Select(b => (b.FromVersionId, b.ToVersionId)).ToHashSet();
        var numbers = rows.ToDictionary(v => v.Id, v => v.Number);
        return planned.ToDictionary(p => p.Key, p => new MovingPlanDto(
            p.Value.From, numbers.GetValueOrDefault(p.Value.From), p.Value.Activities, p.Value.Open, p.Value.Tried, p.Value.Possible, begun.Contains((p.Value.From, p.Key))));
    }

    private static HashSet<Guid> InForce(IEnumerable<ServiceVersion> rows, DateOnly today) =>
        [.. rows.Where(v => v.State == ServiceVersionState.Published && v.EffectiveFrom <= today).GroupBy(v => v.ServiceCode)
            .Select(g => g.OrderByDescending(v => v.EffectiveFrom).ThenByDescending(v => v.Number).First().Id)];
}
