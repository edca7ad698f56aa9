using System.Text.Json;
using System.Text.Json.Serialization;
using Approvals.Application.Policies;

namespace Approvals.Application.Retention;

/// <summary>The rules in force today, for each service or for all: a longer term that comes into force lengthens what is kept already.</summary>
public sealed class RetentionRules(SettingsInForce settings)
{
    /// <summary>The setting that holds them.</summary>
    public const string Key = "retention.cases";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private Content? _content;

    /// <summary>Reads them once for a run.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken) =>
        _content = await settings.TextAsync(Key, cancellationToken) is { } text ? JsonSerializer.Deserialize<Content>(text, Json) : new Content(null, null);

    /// <summary>The rule of services that have none of their own.</summary>
    public RetentionRule Default => Known.Default ?? RetentionRule.Longest;

    /// <summary>How many services have a rule of their own.</summary>
    public int OwnRules => Known.Services?.Count ?? 0;

    private Content Known => _content ?? throw new InvalidOperationException("The rules were not read.");

    /// <summary>The rule of a service.</summary>
    public RetentionRule Of(string service) => Known.Services?.GetValueOrDefault(service) ?? Default;

    private sealed record Content(RetentionRule? Default, Dictionary<string, RetentionRule>? Services);
}
