using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Cases;
using Approvals.Application.CaseViews;
using Approvals.Application.Guides;
using Approvals.Decisions;
using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Application.WorkTasks;

/// <summary>What the decision tables said in a case, and why the other rules did not decide.</summary>
public sealed class WorkDecisions(CaseResults results)
{
    private const int MostOthers = 12;

    /// <summary>The last answer of each decision, newest first.</summary>
    public async Task<IReadOnlyList<DecisionDto>> OfAsync(CaseWork work, string language, CancellationToken cancellationToken)
    {
        var decided = await results.DecisionsAsync(work, cancellationToken);
        return [.. decided.GroupBy(d => d.Row.Decision).Select(g => g.Last()).Reverse().Select(d => Describe(work, d.Row, d.Content, language))];
    }

    private static DecisionDto Describe(CaseWork work, CaseDecision row, CaseDecisionContent content, string language)
    {
        var service = work.Service.Service;
        var texts = content.Rules.Select(r => RuleTexts.Of(r.Annotations, service, language)).ToList();
        var outcome = RuleTexts.Term($"outcome-{content.Outcome}", service, language);
        return new DecisionDto(
            row.Decision,
            work.StepName(row.ActivityId).In(language),
            outcome == $"outcome-{content.Outcome}" ? work.Service.Package.Activity(row.ActivityId)?.OutcomeName(content.Outcome)?.In(language) ?? content.Outcome : outcome,
            texts.Find(t => t.Clause is not null)?.Clause,
            content.Rules.Select(r => RuleTexts.Source(r.Annotations, service, language)).FirstOrDefault(s => s is not null),
            [.. texts.Where(t => t.Text.Length > 0).Select(t => new ConditionDto(t.Text))],
            Others(work, row, content, language));
    }

    /// <summary>The nearest rules of the tables behind a decision that did not decide.</summary>
    private static IReadOnlyList<OtherRuleDto> Others(CaseWork work, CaseDecision row, CaseDecisionContent content, string language)
    {
        var inputs = Inputs(content.Inputs);
        var tables = content.Rules.Select(r => r.Decision).Prepend(row.Decision).Distinct();
        return
        [
            .. tables.SelectMany(table => Others(work, table, inputs, content).Select(rule => (Table: table, Rule: rule)))
                .OrderByDescending(r => r.Rule.Matched).ThenBy(r => r.Rule.FailedCells.Length).Take(MostOthers)
                .Select(r => Other(r.Table, r.Rule, work.Service.Service, language)),
        ];
    }

    private static IEnumerable<RuleExplanation> Others(CaseWork work, string table, FeelContext inputs, CaseDecisionContent content)
    {
        var explained = work.Service.Package.Explain(table, inputs);
        var decided = content.Rules.Where(r => r.Decision == table).Select(r => r.Number).ToHashSet();
        return explained.IsSuccess ? explained.Value.Rules.Where(r => !decided.Contains(r.Number)) : [];
    }

    /// <summary>A rule by its table and number: numbers begin anew in each table.</summary>
    internal static OtherRuleDto Other(string table, RuleExplanation rule, ServiceInfo service, string language)
    {
        var name = RuleTexts.Term($"table-{table}", service, language);
        return new OtherRuleDto(
            name == $"table-{table}" ? table : name,
            rule.Number,
            RuleTexts.Title(rule.Annotations, service, language),
            [.. rule.FailedCells.Select(c => new FailedConditionDto(c.Input.In(language), c.Why.In(language)))],
            rule.Matched);
    }

    private static FeelContext Inputs(JsonNode? inputs) =>
        inputs is not null && FeelJson.Read(JsonSerializer.SerializeToElement(inputs)).TryGetContext(out var context) ? context : FeelContext.Empty;
}
