using Approvals.Application.Database;
using Approvals.Application.Organisations;
using Approvals.Application.Regions;
using Approvals.Application.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>The offices that tasks lie at, by name.</summary>
public sealed class Offices(ApprovalsDbContext context)
{
    private Dictionary<string, Region>? _regions;
    private readonly Dictionary<(string Region, string Kind), string?> _byKind = [];
    private readonly Dictionary<Guid, string?> _byId = [];

    /// <summary>The office of a task: the organisation its candidates belong to, else their region; null for named people.</summary>
    public async Task<string?> OfAsync(TaskItem task, string language, CancellationToken cancellationToken)
    {
        foreach (var candidate in task.Candidates)
        {
            if (candidate.Key.Split(':') is ["r", _, var region, var kind, var organisation])
            {
                return await OfAsync(region, kind, organisation, language, cancellationToken);
            }
        }

        return null;
    }

    /// <summary>The name of a region.</summary>
    public async Task<string?> RegionAsync(string code, string language, CancellationToken cancellationToken)
    {
        _regions ??= await context.Regions.AsNoTracking().ToDictionaryAsync(r => r.Code, cancellationToken);
        return _regions.GetValueOrDefault(code)?.Name.In(language);
    }

    private async Task<string?> OfAsync(string region, string kind, string organisation, string language, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(organisation, out var id))
        {
            return _byId.TryGetValue(id, out var known)
                ? known
                : _byId[id] = await NamesAsync(o => o.Where(x => x.Id == id), cancellationToken);
        }

        if (kind != "-")
        {
            if (!_byKind.TryGetValue((region, kind), out var name))
            {
                name = _byKind[(region, kind)] = await NamesAsync(o => o.Where(x => x.RegionCode == region && x.Kind == kind && x.ClosedAt == null), cancellationToken);
            }

            if (name is not null)
            {
                return name;
            }
        }

        return await RegionAsync(region, language, cancellationToken);
    }

    private async Task<string?> NamesAsync(Func<IQueryable<Organisation>, IQueryable<Organisation>> filter, CancellationToken cancellationToken) =>
        await filter(context.Organisations.AsNoTracking()).OrderBy(o => o.Uscc).Select(o => o.Name).FirstOrDefaultAsync(cancellationToken);
}
