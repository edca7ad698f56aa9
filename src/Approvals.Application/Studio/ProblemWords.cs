using System.Collections.Immutable;
using Approvals.Application.CaseViews;
using Approvals.Domain.Packages;
using Approvals.Domain.Studio.Catalogue;
using Approvals.Workflows;

namespace Approvals.Application.Studio;

/// <summary>Says problems with the names that policy staff gave and see: of steps, outcomes and settings, not those of the files.</summary>
internal sealed class ProblemWords(IReadOnlyDictionary<string, WorkflowDefinition> flows, CaseWords words, MessageCatalog texts, string language)
{
    private static readonly Dictionary<string, string> None = [];

    private static readonly ImmutableArray<string> Outcomes = ["outcome", "port", "offered", "outcomes"];

    private static readonly ImmutableArray<string> Steps = ["from", "source", "target", "across", "join", "branch", "activity", "path", "activities"];

    /// <summary>The problem with names in place of codes.</summary>
    internal PackageProblem Said(PackageProblem problem) => flows.GetValueOrDefault(problem.File) is { } flow ? OfFlow(problem, flow)
        : problem.Code.StartsWith("package.json.", StringComparison.Ordinal) && problem.Data.TryGetValue("name", out var name) && Setting(problem, name) is { } setting
            ? problem.With("name", Text(setting.Label))
            : problem;

    /// <summary>What to do about it: its own advice where there is one, else that of the part of the package.</summary>
    internal string Advice(PackageProblem problem, string area) =>
        $"studio.advice.{problem.Code}" is var own && texts.Texts.ContainsKey(own) ? texts.Format(own, problem.Data, language) : texts.Format($"studio.advice.{area}", problem.Data, language);

    private PackageProblem OfFlow(PackageProblem problem, WorkflowDefinition flow)
    {
        var data = problem.Data;
        var step = problem.Activity is { } id ? flow.Activity(id) : null;
        foreach (var (name, value) in problem.Data)
        {
            data = data.SetItem(name, name switch
            {
                "input" when step is not null => Input(step, value),
                _ when Outcomes.Contains(name) && Named(flow, problem) is { } source => Each(value, ", ", outcome => words.Outcome(source, outcome, language) ?? outcome),
                _ when Steps.Contains(name) => Each(value, value.Contains(" → ", StringComparison.Ordinal) ? " → " : ", ", one => flow.Activity(one)?.DisplayName.In(language)),
                _ => value,
            });
        }

        return problem with { Data = data };
    }

    /// <summary>The step whose outcomes are spoken of.</summary>
    private static ActivityDefinition? Named(WorkflowDefinition flow, PackageProblem problem) =>
        (problem.Data.GetValueOrDefault("from") ?? problem.Activity) is { } id ? flow.Activity(id) : null;

    private string Input(ActivityDefinition step, string input)
    {
        var name = input.Split('.', '[')[0];
        return BlockCatalog.Of(step.Type) is { } kind && kind.Settings.FirstOrDefault(s => s.Name == name || s.Path.LastOrDefault() == name) is { } setting
            ? Quoted(Text(BlockCatalog.TextOf(kind, setting, texts)))
            : input;
    }

    private string Each(string list, string by, Func<string, string?> say)
    {
        var comma = by == ", " && language.StartsWith("zh", StringComparison.Ordinal) ? "、" : by;
        return string.Join(comma, list.Split(by).Select(one => say(one) is { } said ? Quoted(said) : one));
    }

    /// <summary>The setting of the catalogue that a problem is about; null where the catalogue has none of that name.</summary>
    private static Setting? Setting(PackageProblem problem, string name)
    {
        var settings = problem.File.StartsWith("forms/", StringComparison.Ordinal) ? FormSettings.Kinds.SelectMany(k => FormSettings.Of(k)).Concat(FormSettings.Form)
            : problem.File == "service.json" ? ServiceSettings.Sections.SelectMany(s => s.Settings)
            : problem.File.StartsWith("dictionaries/", StringComparison.Ordinal) ? ServiceSettings.Dictionary
            : [];
        var around = (problem.Place ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries).Where(s => !int.TryParse(s, out _) && s[0] != '[' && s != name && s != "components");
        var here = around.Aggregate(settings, (known, step) => known.FirstOrDefault(s => s.Name == step) is { Settings.IsEmpty: false } inside ? inside.Settings : known);
        return here.FirstOrDefault(s => s.Name == name || s.Name.EndsWith($"/{name}", StringComparison.Ordinal));
    }

    private static string Quoted(string said) => $"“{said}”";

    private string Text(string code) => texts.Format(code, None, language);
}
