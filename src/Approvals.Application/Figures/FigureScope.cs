using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Application.Regions;
using Approvals.Application.Rights;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Figures;

/// <summary>What a lead asks about.</summary>
/// <param name="From">The first day; null for thirty days before the last.</param>
/// <param name="To">The last day; null for today.</param>
/// <param name="Region">A region's code, or null for all that the lead leads.</param>
/// <param name="Service">A service's code, or null.</param>
public sealed record FigureRequest(DateOnly? From, DateOnly? To, string? Region, string? Service);

/// <summary>What of it the lead may see.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Parts">The regions, each with the service it is limited to.</param>
/// <param name="Region">The region looked at.</param>
internal sealed record FigureView(DateOnly From, DateOnly To, IReadOnlyList<(string RegionPath, string? Service)> Parts, string Region);

/// <summary>Brings what is asked together with what a lead may see: the subtree of the regions of the own office, and its services.</summary>
public sealed class FigureScope(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    /// <summary>How many days figures are added up for at most.</summary>
    public const int MostDays = 92;

    private const int Usual = 30;

    internal async Task<Result<FigureView>> OfAsync(FigureRequest request, CurrentUser user, CancellationToken cancellationToken)
    {
        if (!TeamRights.Leads(user))
        {
            return Refusals.Forbidden;
        }

        var to = request.To ?? calendar.Today(clock);
        var from = request.From ?? to.AddDays(1 - Usual);
        if (from > to || to.DayNumber - from.DayNumber >= MostDays)
        {
            return new Error("figures.period").With("max", $"{MostDays}");
        }

        var code = request.Region;
        var region = code is not { Length: > 0 } ? null : await context.Regions.Where(r => r.Code == code).Select(r => r.Path).FirstOrDefaultAsync(cancellationToken) ?? "";
        var parts = region is "" ? [] : CaseScope.Narrowed(TeamRights.Grants(user).Select(g => (g.RegionPath, g.Service)), region, request.Service is { Length: > 0 } service ? service : null);
        return new FigureView(from, to, parts, region ?? Around(parts.Select(p => p.RegionPath)));
    }

    /// <summary>The smallest region that holds them all.</summary>
    private static string Around(IEnumerable<string> paths) => paths.Aggregate(
        (string?)null, (around, path) => around is null ? path : RegionPath.Codes(around).Zip(RegionPath.Codes(path)).TakeWhile(c => c.First == c.Second)
            .Aggregate("", (known, c) => RegionPath.Of(known, c.First))) ?? "";
}
