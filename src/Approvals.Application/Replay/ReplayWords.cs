using System.Globalization;
using Approvals.Domain.Packages;

namespace Approvals.Application.Replay;

/// <summary>Says reports in the words of whoever knows the steps by their names.</summary>
internal sealed class ReplayWords(MessageCatalog texts, ServicePackage package, string language)
{
    internal string? Why(ReplayReport report)
    {
        if (report.Why is not { } code)
        {
            return null;
        }

        var spoken = report.Data.ToDictionary(d => d.Key, d => d.Key == "activity" ? Names(d.Value) : d.Value);
        if (spoken.TryGetValue("reason", out var reason))
        {
            var said = texts.Format(reason, spoken, language);
            spoken["reason"] = said.Contains('{', StringComparison.Ordinal) ? reason : said;
        }

        return texts.Format(code, spoken, language);
    }

    internal ReplayChangeDto Change(ReplayChange change) => new(
        change.Kind, change.Activity is { } step ? Name(step) : null, change.Decision is { } decision ? Label(decision) : null, change.Before, change.After,
        [.. change.RulesBefore.Select(Named)], [.. change.RulesAfter.Select(Named)],
        [.. change.Gone.Select(Name)], [.. change.Added.Select(Name)]);

    /// <summary>A change in one line, for the table.</summary>
    internal string Line(ReplayChange change)
    {
        var said = new Dictionary<string, string>
        {
            ["step"] = change.Activity is { } step ? Name(step) : "–", ["decision"] = change.Decision is { } decision ? Label(decision) : "–", ["before"] = change.Before ?? "–", ["after"] = change.After ?? "–",
            ["rulesBefore"] = Rules(change.RulesBefore), ["rulesAfter"] = Rules(change.RulesAfter), ["gone"] = Names(change.Gone), ["added"] = Names(change.Added),
        };
        return texts.Format($"replay.line{change.Kind}", said, language);
    }

    internal string Text(string code) => texts.Format(code, new Dictionary<string, string>(), language);

    private string Rules(IReadOnlyCollection<ReplayRule> rules) => rules.Count == 0 ? "–" : string.Join("; ", rules.Select(r =>
        string.Create(CultureInfo.InvariantCulture, $"{Label(r.Decision)} #{r.Number}{(r.Clause is null ? "" : $" ({r.Clause})")}")));

    private string Names(IReadOnlyCollection<string> steps) => steps.Count == 0 ? "–" : string.Join(", ", steps.Select(Name));

    private string Names(string steps) => Names(steps.Split(", "));

    internal string Step(string activity) => Name(activity);

    private ReplayRule Named(ReplayRule rule) => rule with { Decision = Label(rule.Decision) };

    /// <summary>A decision that this version no longer has is told by its name in the file.</summary>
    private string Label(string decision) => package.Decisions.Find(decision)?.Label ?? decision;

    private string Name(string activity) => package.Workflow.Running(activity)?.DisplayName.In(language) ?? activity;
}
