using System.Globalization;
using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.Database;
using Approvals.Domain.Calendars;
using Approvals.Workflows;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Policies;

/// <summary>The figures that count today.</summary>
public sealed class SettingsInForce(ApprovalsDbContext context, CalendarInForce calendar, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A whole number, or null when nobody has set it.</summary>
    public async Task<int?> NumberAsync(string key, CancellationToken cancellationToken) =>
        await ValueAsync(key, cancellationToken) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;

    /// <summary>The JSON as it was set, or null when nobody has set it.</summary>
    public Task<string?> TextAsync(string key, CancellationToken cancellationToken) => ValueAsync(key, cancellationToken);

    /// <summary>A limit, or null when nobody has set it.</summary>
    public async Task<Limit?> LimitAsync(string key, CancellationToken cancellationToken) =>
        await ValueAsync(key, cancellationToken) is { } value && JsonSerializer.Deserialize<LimitValue>(value, Json) is { } limit
            ? new Limit(limit.Length, limit.Unit)
            : null;

    /// <summary>Words by code; none when nobody has set them.</summary>
    public async Task<IReadOnlyDictionary<string, LocalText>> WordsAsync(string key, CancellationToken cancellationToken) =>
        await ValueAsync(key, cancellationToken) is { } value ? JsonSerializer.Deserialize<Dictionary<string, LocalText>>(value, Json)! : new Dictionary<string, LocalText>();

    /// <summary>When a limit that begins now ends, by the working calendar; null without a limit.</summary>
    public async Task<DueDate?> DueAsync(string key, CancellationToken cancellationToken) =>
        await LimitAsync(key, cancellationToken) is { } limit ? calendar.Current.Resolve(limit, clock.GetUtcNow()) : null;

    private async Task<string?> ValueAsync(string key, CancellationToken cancellationToken)
    {
        var today = calendar.Today(clock);
        return await context.Settings.AsNoTracking().Where(s => s.Key == key && s.ValidFrom <= today)
            .OrderByDescending(s => s.ValidFrom).Select(s => s.Value).FirstOrDefaultAsync(cancellationToken);
    }

    private sealed record LimitValue(int Length, LimitUnit Unit);
}
