using System.Text.Json;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Regions;

/// <summary>Loads the code tree of regions; what is known stays as it is, as administrators may have changed it since.</summary>
public sealed class LoadRegions(ApprovalsDbContext context)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Loads a file of <c>{ regions: [{ code, name, level, parent }] }</c>, parents before children.</summary>
    public async Task HandleAsync(string file, CancellationToken cancellationToken)
    {
        var rows = JsonSerializer.Deserialize<RegionFile>(await File.ReadAllBytesAsync(file, cancellationToken), Json)!.Regions;
        var known = await context.Regions.ToDictionaryAsync(r => r.Code, cancellationToken);
        foreach (var row in rows)
        {
            var path = RegionPath.Of(row.Parent is null ? "" : known[row.Parent].Path, row.Code);
            if (!known.TryGetValue(row.Code, out var region))
            {
                region = new Region
                {
                    Code = row.Code, ParentCode = row.Parent, Path = path, Name = row.Name,
                    Level = Enum.Parse<RegionLevel>(row.Level, ignoreCase: true),
                };
                known.Add(row.Code, region);
                context.Regions.Add(region);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private sealed record RegionFile(IReadOnlyList<RegionRow> Regions);

    private sealed record RegionRow(string Code, LocalText Name, string Level, string? Parent);
}
