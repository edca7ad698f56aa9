using System.Text.Json;
using Approvals.Application.Database;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>Loads the figures a new database begins with; what staff have set since is left alone.</summary>
public sealed class LoadSettings(ApprovalsDbContext context, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Loads a file of <c>{ settings: [{ key, validFrom, value, source }] }</c>; one that is not there loads nothing.</summary>
    public async Task HandleAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return;
        }

        var rows = JsonSerializer.Deserialize<SettingFile>(await File.ReadAllBytesAsync(file, cancellationToken), Json)!.Settings;
        var known = await context.Settings.AsNoTracking().Select(s => new { s.Key, s.ValidFrom }).ToListAsync(cancellationToken);
        context.Settings.AddRange(rows.Where(r => !known.Exists(k => k.Key == r.Key && k.ValidFrom == r.ValidFrom)).Select(r => new Setting
        {
            Key = r.Key, ValidFrom = r.ValidFrom, Value = r.Value.GetRawText(), ChangedAt = clock.GetUtcNow(),
        }));
        await context.SaveChangesAsync(cancellationToken);
    }

    private sealed record SettingFile(IReadOnlyList<SettingRow> Settings);

    private sealed record SettingRow(string Key, DateOnly ValidFrom, JsonElement Value);
}
