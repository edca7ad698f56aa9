using System.Text.Json;
using Approvals.Application.Cases;
using Approvals.Application.Guides;
using Approvals.Application.Inbox;
using Approvals.Domain.Packages;
using Approvals.Workflows;

namespace Approvals.Application.CaseViews;

/// <summary>The names of states, results and outcomes, and the few answers lists show.</summary>
public sealed class CaseWords(MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>The name of a state.</summary>
    public string State(string state, string language) => texts.Format($"state.{state}", None, language);

    /// <summary>The name of a case's state; a case that was turned down is in the state that its service calls so.</summary>
    public string State(Case row, ServiceInfo service, string language) =>
        row is { State: "Refused", Result: { } result } ? Result(result, service, language)! : State(row.State, language);

    /// <summary>The name of a result: the service's own word, else the platform's.</summary>
    public string? Result(string? result, ServiceInfo service, string language) =>
        result is null ? null : service.ResultWords.GetValueOrDefault(result)?.In(language) ?? texts.Format($"result.{result}", None, language);

    /// <summary>The name of an outcome: the definition's own, else the platform's word for that kind of step or for all; never a bare code.</summary>
    public string? Outcome(ActivityDefinition? activity, string? outcome, string language) =>
        outcome is null ? null
        : (activity?.OutcomeName(outcome) ?? OwnLabel(activity, outcome))?.In(language)
        ?? Known($"outcome.{activity?.Type}.{outcome}", language)
        ?? Known($"outcome.{outcome}", language)
        ?? texts.Format("outcome.other", new Dictionary<string, string> { ["outcome"] = outcome }, language);

    /// <summary>A text of the area <c>view</c>.</summary>
    public string View(string code, string language, params (string Name, string Value)[] data) =>
        texts.Format($"view.{code}", data.ToDictionary(d => d.Name, d => d.Value), language);

    /// <summary>The answers lists show.</summary>
    public static IReadOnlyList<HighlightDto> Highlights(string? json, string language) =>
        json is null ? [] : [.. JsonSerializer.Deserialize<List<Line>>(json, Json)!.Select(l => new HighlightDto(l.Label.In(language), l.Value.In(language)))];

    /// <summary>What is asked for, in a few words.</summary>
    public static string Headline(string? highlights, string language) =>
        string.Join(language == "en" ? ", " : " · ", Highlights(highlights, language).Select(h => $"{h.Label} {h.Value}").Take(2));

    /// <summary>The label that a definition gives an outcome of its own.</summary>
    public static LocalText? OwnLabel(ActivityDefinition? activity, string outcome)
    {
        if (activity?.Property("outcomes") is not { } input || StepPeople.Value(input) is not { ValueKind: JsonValueKind.Array } own)
        {
            return null;
        }

        var entry = own.EnumerateArray().FirstOrDefault(o =>
            o.ValueKind == JsonValueKind.Object && o.TryGetProperty("name", out var name) && name.ValueEquals(outcome));
        return entry.ValueKind == JsonValueKind.Object && entry.TryGetProperty("label", out var label) ? label.Deserialize<LocalText>(Json) : null;
    }

    private string? Known(string code, string language) => texts.Texts.ContainsKey(code) ? texts.Format(code, None, language) : null;

    private sealed record Line(string Key, LocalText Label, LocalText Value);
}
