using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Policies;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Incidents;

/// <summary>What has stopped cases: a flood of one kind is one entry with a count.</summary>
public sealed class IncidentList(ApprovalsDbContext context, ServiceCatalog catalog, MessageCatalog texts)
{
    private const int MostKinds = 100;
    private const int PageSize = 30;

    /// <summary>One kind of incident.</summary>
    /// <param name="Version">The service version.</param>
    /// <param name="Activity">The activity.</param>
    /// <param name="Code">The reason.</param>
    public sealed record Kind(Guid Version, string Activity, string Code);

    /// <summary>The kinds of open incidents within reach, the oldest first.</summary>
    public async Task<Result<IReadOnlyList<IncidentGroupDto>>> KindsAsync(CurrentUser user, CancellationToken cancellationToken)
    {
        if (!AdministrationRights.MendsIncidents(user))
        {
            return Refusals.Forbidden;
        }

        var kinds = await IncidentRights.Within(context, user).GroupBy(i => new { i.Version, i.Activity, i.Code })
            .Select(g => new { g.Key, Count = g.Count(), Since = g.Min(i => i.At), Latest = g.Max(i => i.At) })
            .OrderBy(g => g.Since).Take(MostKinds).ToListAsync(cancellationToken);
        List<IncidentGroupDto> groups = [];
        foreach (var kind in kinds)
        {
            var first = await Of(user, new Kind(kind.Key.Version, kind.Key.Activity, kind.Key.Code)).OrderBy(i => i.At).ThenBy(i => i.Id).FirstAsync(cancellationToken);
            var data = await DataAsync([first.Id], cancellationToken);
            var service = await catalog.FindAsync(kind.Key.Version, cancellationToken);
            groups.Add(new IncidentGroupDto(
                kind.Key.Version.ToString(), service.Service.Name.In(user.Language), service.Number, kind.Key.Activity,
                service.Package.Activity(kind.Key.Activity)?.DisplayName.In(user.Language) ?? kind.Key.Activity, kind.Key.Code,
                texts.Format(first.Code, data[first.Id], user.Language), Text(data[first.Id], "expression"), kind.Count, kind.Since, kind.Latest,
                Row(first, data[first.Id], user.Language)));
        }

        return groups;
    }

    /// <summary>A page of the incidents of a kind, oldest first.</summary>
    public async Task<Result<Page<IncidentDto>>> PageAsync(Kind kind, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!AdministrationRights.MendsIncidents(user) || !after.IsSuccess)
        {
            return after.IsSuccess ? Refusals.Forbidden : after.Error;
        }

        var rows = Of(user, kind);
        rows = after.Value is { } key ? rows.Where(i => i.At > key.At || (i.At == key.At && i.Id.CompareTo(key.Id) > 0)) : rows;
        var found = await rows.OrderBy(i => i.At).ThenBy(i => i.Id).Take(PageSize + 1).ToListAsync(cancellationToken);
        var data = await DataAsync([.. found.Select(i => i.Id)], cancellationToken);
        return Cursor.Cut(found, PageSize, i => Row(i, data[i.Id], user.Language), i => new Key(i.At, i.Id));
    }

    internal IQueryable<Reached> Of(CurrentUser user, Kind kind) =>
        IncidentRights.Within(context, user).Where(i => i.Version == kind.Version && i.Activity == kind.Activity && i.Code == kind.Code);

    internal static string? Text(IReadOnlyDictionary<string, string> data, string name) => data.GetValueOrDefault(name) is { Length: > 0 } text ? text : null;

    private async Task<Dictionary<Guid, IReadOnlyDictionary<string, string>>> DataAsync(Guid[] ids, CancellationToken cancellationToken) =>
        (await context.Incidents.AsNoTracking().Where(i => ids.Contains(i.Id)).Select(i => new { i.Id, i.Data }).ToListAsync(cancellationToken))
            .ToDictionary(i => i.Id, i => Read(i.Data));

    internal static IReadOnlyDictionary<string, string> Read(string data) => JsonSerializer.Deserialize<Dictionary<string, string>>(data) ?? [];

    private IncidentDto Row(Reached incident, IReadOnlyDictionary<string, string> data, string language) =>
        new(incident.Id.ToString(), incident.CaseId.ToString(), incident.Number, texts.Format(incident.Code, data, language), incident.At);

    private sealed record Key(DateTimeOffset At, Guid Id);
}
