using System.Text.Json;
using Approvals.Application.Database;
using Approvals.Application.Quotas;
using Approvals.Application.Resources;
using Approvals.Application.WaitingLists;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Demonstration;

/// <summary>What the demonstration's providers give out: lists with quotas, and things to offer or to book. A list or code that is there already stays as it is.</summary>
internal static class DemoAllotments
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal sealed record ListFile(string Service, string Code, LocalText Name, string Organisation, string Region, IReadOnlyList<QuotaFile>? Quotas, IReadOnlyList<ThingFile>? Things);

    internal sealed record QuotaFile(LocalText Name, int Total);

    internal sealed record ThingFile(string Code, LocalText Name, string? About, string? Organisation, int? Capacity, int? SlotMinutes);

    private sealed record File(IReadOnlyList<ListFile>? Lists, IReadOnlyList<ThingFile>? Resources);

    /// <summary>Adds what <c>allotments.json</c> of the folder states, where it is there.</summary>
    internal static async Task AddAsync(
        ApprovalsDbContext context, string folder, IReadOnlyDictionary<string, Guid> organisations, IReadOnlyDictionary<string, string> regions, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, "allotments.json");
        if (!System.IO.File.Exists(path))
        {
            return;
        }

        var file = JsonSerializer.Deserialize<File>(await System.IO.File.ReadAllBytesAsync(path, cancellationToken), Json)!;
        var lists = await context.WaitingLists.Select(l => l.Code).ToHashSetAsync(cancellationToken);
        var codes = await context.Resources.Select(r => r.Code).ToHashSetAsync(cancellationToken);
        var places = await context.Organisations.ToDictionaryAsync(o => o.Id, o => (o.RegionCode, o.RegionPath), cancellationToken);
        foreach (var list in (file.Lists ?? []).Where(l => !lists.Contains($"{l.Service}/{l.Code}")))
        {
            var row = List(list, organisations[list.Organisation], regions[list.Region], now);
            context.WaitingLists.Add(row);
            context.Quotas.AddRange((list.Quotas ?? []).Select((q, i) => new Quota
            {
                Id = StableId.Of(row.Id, "quota", $"demo-{i}"), ListId = row.Id, Name = q.Name, Total = q.Total, CreatedAt = now,
            }));
            context.Resources.AddRange((list.Things ?? []).Where(t => codes.Add(t.Code)).Select(t => Thing(t, row.OrganisationId!.Value, row.Id)));
        }

        context.Resources.AddRange((file.Resources ?? []).Where(t => codes.Add(t.Code)).Select(t => Thing(t, organisations[t.Organisation!], null)));
        await context.SaveChangesAsync(cancellationToken);

        Resource Thing(ThingFile thing, Guid owner, Guid? list) => new()
        {
            Id = StableId.Of(Guid.Empty, "resource", thing.Code), Code = thing.Code, Name = thing.Name, About = thing.About, OrganisationId = owner, ListId = list,
            RegionCode = places[owner].RegionCode, RegionPath = places[owner].RegionPath, Capacity = thing.Capacity, SlotMinutes = thing.SlotMinutes ?? 30, CreatedAt = now,
        };
    }

    private static WaitingList List(ListFile file, Guid owner, string regionPath, DateTimeOffset now)
    {
        var code = $"{file.Service}/{file.Code}";
        return new WaitingList
        {
            Id = WaitingRows.ListId(code), Code = code, Name = file.Name, OrganisationId = owner, RegionCode = file.Region, RegionPath = regionPath, CreatedAt = now,
        };
    }
}
