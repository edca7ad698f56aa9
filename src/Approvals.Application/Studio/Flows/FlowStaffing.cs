using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Studio.Flows;

/// <summary>Who would act in a step at a place.</summary>
/// <param name="Who">The role or other participant, in the reader's language.</param>
/// <param name="Region">Code of the place.</param>
/// <param name="Place">Its name.</param>
/// <param name="People">How many people could act there today; 0 where a case would stop.</param>
public sealed record StaffedPlaceDto(string Who, string Region, string Place, int People);

/// <summary>Who would act in a step, from the organisation as it is today.</summary>
/// <param name="Total">How many people could act at any place.</param>
/// <param name="Places">Each place, those with nobody first; at most 200.</param>
/// <param name="Others">Participants that only a case can tell, such as the applicant or a field of a form.</param>
public sealed record FlowStaffingDto(int Total, IReadOnlyList<StaffedPlaceDto> Places, IReadOnlyList<string> Others);

/// <summary>Counts who holds the roles that a step of a flow asks for, by the places it may run at.</summary>
public sealed class FlowStaffing(ApprovalsDbContext context, MessageCatalog texts, TimeProvider time)
{
    private const int MostPlaces = 200;
    private static readonly string[] Inputs = ["participants", "panel", "rulings", "who", "to", "owner"];

    /// <param name="Version">The version.</param>
    /// <param name="File">The flow's file.</param>
    /// <param name="Activity">The step.</param>
    public sealed record Request(Guid Version, string File, string Activity);

    public async Task<Result<FlowStaffingDto>> FindAsync(Request request, CurrentUser user, CancellationToken cancellationToken)
    {
        var flow = await DraftFlow.ReadAsync(context, new DraftFlow.Request(request.Version, request.File), user, cancellationToken);
        if (!flow.IsSuccess)
        {
            return flow.Error;
        }

        if (flow.Value.Activity(request.Activity) is not { } activity)
        {
            return new Error("workflow.edit.noActivity", request.Activity.Length == 0 ? ErrorKind.Invalid : ErrorKind.NotFound).With("activity", request.Activity);
        }

        var service = await context.ServiceVersions.AsNoTracking().Where(v => v.Id == request.Version).Select(v => v.ServiceCode).SingleAsync(cancellationToken);
        return await CountAsync(activity, service, user.Language, cancellationToken);
    }

    private async Task<FlowStaffingDto> CountAsync(ActivityDefinition activity, string service, string language, CancellationToken cancellationToken)
    {
        var summary = new FlowSummary(texts, language);
        var regions = await context.Regions.AsNoTracking().ToListAsync(cancellationToken);
        List<StaffedPlaceDto> places = [];
        List<string> others = [];
        foreach (var person in Participants(activity))
        {
            if (RoleWanted.Of(person) is not { } wanted)
            {
                others.Add(summary.Person(person));
                continue;
            }

            var counts = await HoldersAsync(wanted, service, cancellationToken);
            var open = regions.Where(r => wanted.Fits(r) && (wanted.IsBound || counts.ContainsKey(r.Code)));
            places.AddRange(open.Select(r => new StaffedPlaceDto(summary.Person(person), r.Code, r.Name.In(language), counts.GetValueOrDefault(r.Code))));
        }

        return new FlowStaffingDto(places.Sum(p => p.People), [.. places.OrderBy(p => p.People == 0 ? 0 : 1).ThenBy(p => p.Region, StringComparer.Ordinal).Take(MostPlaces)], others);
    }

    private async Task<Dictionary<string, int>> HoldersAsync(RoleWanted wanted, string service, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var holders = await (
            from a in context.RoleAssignments.AsNoTracking()
            join u in context.Users on a.UserId equals u.Id
            where a.Role == wanted.Role && a.ValidFrom <= now && (a.ValidTo == null || a.ValidTo > now) && (a.ServiceCode == null || a.ServiceCode == service)
                && (wanted.Kind == null || context.Organisations.Any(o => o.Id == a.OrganisationId && o.Kind == wanted.Kind)) && u.DisabledAt == null
            select new { a.RegionCode, a.UserId }).Distinct().ToListAsync(cancellationToken);
        return holders.GroupBy(h => h.RegionCode).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
    }

    private static List<JsonElement> Participants(ActivityDefinition activity)
    {
        foreach (var input in Inputs)
        {
            if (activity.Property(input) is { ValueKind: JsonValueKind.Object } given && given.TryGetProperty("expression", out var expression)
                && expression.ValueKind == JsonValueKind.Object && expression.TryGetProperty("value", out var value) && value.ValueKind == JsonValueKind.Array)
            {
                return [.. value.EnumerateArray()];
            }
        }

        return [];
    }

    /// <summary>A role that a step asks for.</summary>
    private sealed record RoleWanted(string Role, string? Level, string? Region, string? Kind)
    {
        /// <summary>Whether a case will surely be at such a place, so that one with nobody counts.</summary>
        public bool IsBound => Level is not null || Region is not null;

        public static RoleWanted? Of(JsonElement person) => person.ValueKind == JsonValueKind.Object && Text(person, "kind") == "role" && Text(person, "role") is { } role
            ? new RoleWanted(role, Text(person, "level"), Text(person, "region") is { } region && !region.StartsWith('=') ? region : null, Text(person, "organisationKind"))
            : null;

        public bool Fits(Region region) => (Region is null || region.Code == Region) && (Level is null || string.Equals(region.Level.ToString(), Level, StringComparison.OrdinalIgnoreCase))
            && region.Level != RegionLevel.Township;

        private static string? Text(JsonElement map, string name) => map.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }
}
