using Approvals.Application.Policies;
using Approvals.Decisions;
using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Application.Guides;

/// <summary>What is missing for the next better answer of an eligibility check, in words and with the clauses.</summary>
internal static class NextBetter
{
    /// <summary>The nearest better answer; null when the answer is the best already or the table does not say what is better.</summary>
    internal static BetterOutcomeDto? Of(ServiceSnapshot snapshot, Eligibility check, FeelContext inputs, MessageCatalog texts, string language)
    {
        var found = snapshot.Package.NearestBetter(check.Decision, inputs);
        if (!found.IsSuccess || found.Value is not { } better)
        {
            return null;
        }

        var outcome = better.Value.TryGetString(out var text) ? text : better.Value.ToString();
        return new BetterOutcomeDto(
            outcome,
            snapshot.Service.Terms.TryGetValue($"outcome-{outcome}", out var said) ? said.In(language) : outcome,
            RuleTexts.Of(better.Annotations, snapshot.Service, language).Clause,
            [
                .. better.InTheWay.Select(r => new RuleTextDto(
                    texts.Format("guides.hinders", new Dictionary<string, string> { ["cells"] = Words(r.Cells, language) }, language),
                    RuleTexts.Of(r.Annotations, snapshot.Service, language).Clause)),
                .. better.Missing.Select(c => new RuleTextDto(c.Why.In(language), RuleTexts.Of(better.Annotations, snapshot.Service, language).Clause)),
            ]);
    }

    private static string Words(IEnumerable<FailedCell> cells, string language) =>
        string.Join(language == "en" ? "; " : "；", cells.Select(c => c.Why.In(language).TrimEnd('。', '.')));
}
