using System.Collections.Immutable;
using System.Globalization;

namespace Approvals.Decisions;

/// <summary>Findings in words.</summary>
internal static class FindingTexts
{
    private const int MostNamed = 8;

    public static LocalText Of(string code, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var texts = new (string, LocalText)[data.Length];
        for (var i = 0; i < data.Length; i++)
        {
            texts[i] = (data[i].Name, new LocalText(data[i].Value, data[i].Value));
        }

        return DecisionTexts.Text(code, texts);
    }

    /// <summary>Rules by number, from 1: <c>2, 5</c>.</summary>
    public static string Rules(IReadOnlyCollection<int> rules)
    {
        var named = string.Join(", ", rules.Take(MostNamed).Select(rule => rule.ToString(CultureInfo.InvariantCulture)));
        return rules.Count > MostNamed ? named + " …" : named;
    }

    /// <summary>An example by the columns' labels, as people read them.</summary>
    public static LocalText Example(ImmutableArray<ExampleValue> example) => new(
        string.Join("，", example.Select(value => $"{value.Label} = {value.Value}")),
        string.Join(", ", example.Select(value => $"{value.Label} = {value.Value}")));

    public static TableFinding Finding(
        RuleSpace space, FindingKind kind, ImmutableArray<int> rules, string? column, ImmutableArray<ExampleValue> example, string code, params ReadOnlySpan<(string Name, string Value)> data)
    {
        var texts = new List<(string, LocalText)> { ("example", Example(example)), ("rules", Plain(Rules(rules))), ("column", Plain(column ?? "")) };
        foreach (var (name, value) in data)
        {
            texts.Add((name, Plain(value)));
        }

        return new TableFinding(kind, space.Table.Owner, rules, column, example, DecisionTexts.Text(code, [.. texts]));
    }

    private static LocalText Plain(string text) => new(text, text);
}
