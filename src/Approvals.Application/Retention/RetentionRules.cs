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

    /// <summary>The rule of a service.</summary>
    public RetentionRule Of(string service) =>
        (_content ?? throw new InvalidOperationException("The rules were not read.")).Services?.GetValueOrDefault(service) ?? _content.Default ?? RetentionRule.Longest;

    private sealed record Content(RetentionRule? Default, Dictionary<string, RetentionRule>? Services);
}
