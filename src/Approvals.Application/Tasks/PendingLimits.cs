using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Domain.Calendars;
using Approvals.Workflows;

namespace Approvals.Application.Tasks;

/// <summary>How the engine's limits lie in task and timer rows, so that a new calendar can move them without the state.</summary>
public static class PendingLimits
{
    internal static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>A limit as a row holds it; null where there is none.</summary>
    public static string? Write(PendingLimit? limit) => limit is null ? null : JsonSerializer.Serialize(limit, Json);

    /// <summary>A limit that began at an instant and does not stop; null where there is none.</summary>
    internal static string? Write(DueDate? due, DateTimeOffset from) => due is null ? null : Write(new PendingLimit(due.Limit, from));

    /// <summary>Reads a row's limit; null where there is none.</summary>
    public static PendingLimit? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<PendingLimit>(json, Json);
}
