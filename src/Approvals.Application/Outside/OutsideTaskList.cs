using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Paging;
using Approvals.Application.Rights;
using Approvals.Application.Secrets;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Outside;

/// <summary>What cases wait for that is done outside, for whoever does it: oldest first, by operators of the region and service.</summary>
public sealed class OutsideTaskList(ApprovalsDbContext context, Vault vault)
{
    private const int PageSize = 50;

    /// <summary>A page of open tasks.</summary>
    /// <param name="name">Only tasks of this name; null for all.</param>
    /// <param name="cursor">From the page before.</param>
    /// <param name="user">Who asks.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public async Task<Result<Page<OutsideTaskDto>>> ReadAsync(string? name, string? cursor, CurrentUser user, CancellationToken cancellationToken)
    {
        var after = Cursor.Read<Key>(cursor);
        if (!after.IsSuccess)
        {
            return after.Error;
        }

        if (!user.Has(Roles.Operator))
        {
            return Refusals.Forbidden;
        }

        List<OutsideRequest> found = [];
        foreach (var grant in user.Roles.Where(r => r.Role == Roles.Operator))
        {
            found.AddRange(await Covered(grant, name, after.Value).OrderBy(r => r.Id).Take(PageSize + 1).ToListAsync(cancellationToken));
        }

        found = [.. found.DistinctBy(r => r.Id).OrderBy(r => r.Id).Take(PageSize + 1)];
        List<OutsideTaskDto> page = [];
        foreach (var row in found.Take(PageSize))
        {
            page.Add(new OutsideTaskDto(row.Id.ToString(), row.Name, row.CaseNumber, row.ServiceCode, await PayloadAsync(row, cancellationToken), row.At));
        }

        return new Page<OutsideTaskDto>(page, found.Count > PageSize ? Cursor.Write(new Key(found[PageSize - 1].Id)) : null);
    }

    private IQueryable<OutsideRequest> Covered(RoleGrant grant, string? name, Key? after)
    {
        var rows = context.OutsideRequests.AsNoTracking()
            .Where(r => r.Kind == OutsideRequestKind.Task && r.State == OutsideRequestState.Open && r.RegionPath.StartsWith(grant.RegionPath));
        rows = grant.Service is { } service ? rows.Where(r => r.ServiceCode == service) : rows;
        rows = name is { Length: > 0 } ? rows.Where(r => r.Name == name) : rows;
        return after is { } key ? rows.Where(r => r.Id.CompareTo(key.Id) > 0) : rows;
    }

    private async Task<JsonElement?> PayloadAsync(OutsideRequest row, CancellationToken cancellationToken)
    {
        var key = await context.Cases.Where(c => c.Id == row.CaseId).Select(c => c.KeyId).SingleAsync(cancellationToken);
        var opened = await vault.OpenJsonAsync<string>(key, row.Payload, OutsideRequest.Place(row.Id), cancellationToken);
        return opened.IsSuccess ? JsonSerializer.Deserialize<JsonElement>(opened.Value) : null;
    }

    private sealed record Key(Guid Id);
}
