using Approvals.Application.Cards;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Guides;
using Approvals.Application.Letters;
using Approvals.Application.Secrets;
using Approvals.Domain.Packages;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.CaseViews;

/// <summary>How a case ended, and the letters it sent.</summary>
public sealed class CaseResults(ApprovalsDbContext context, Vault vault, CaseWords words, MessageCatalog texts)
{
    /// <summary>The letters of a case, newest first.</summary>
    public async Task<IReadOnlyList<LetterLinkDto>> LettersAsync(CaseWork work, string language, CancellationToken cancellationToken)
    {
        var rows = await context.Letters.AsNoTracking().Where(l => l.CaseId == work.Case.Id).OrderByDescending(l => l.EventNumber).ThenByDescending(l => l.Id)
            .ToListAsync(cancellationToken);
        List<LetterLinkDto> links = [];
        foreach (var row in rows)
        {
            var content = await vault.OpenJsonAsync<LetterContent>(work.KeyId, row.Payload, LetterContent.Place(row.Id), cancellationToken);
            links.Add(new LetterLinkDto(row.Id.ToString(), row.Name, content.IsSuccess ? content.Value.Subject.In(language) : row.Name, row.At));
        }

        return links;
    }

    /// <summary>The result, once there is one.</summary>
    public async Task<CaseResultDto?> OfAsync(CaseWork work, IReadOnlyList<CardDto> cards, string language, CancellationToken cancellationToken)
    {
        if (work.Case.Result is not { } outcome)
        {
            return null;
        }

        var rules = await RulesAsync(work, cancellationToken);
        var service = work.Service.Service;
        var unfavourable = outcome is "refused" or "notAccepted";
        var letters = await context.Letters.AsNoTracking().Where(l => l.CaseId == work.Case.Id).Select(l => new { l.Id, l.EventNumber }).ToListAsync(cancellationToken);
        var letter = letters.MaxBy(l => (l.EventNumber, l.Id));
        return new CaseResultDto(
            outcome,
            words.Result(outcome, service, language)!,
            unfavourable ? await OpinionAsync(work, cancellationToken) : [.. Reasons(rules, service, language)],
            [.. Clauses(rules, service, language)],
            unfavourable ? [.. service.Remedies.Select(r => Remedy(r, language))] : [],
            letter?.Id.ToString(),
            cards);
    }

    /// <summary>The decisions of a case with what they said, oldest first.</summary>
    internal async Task<IReadOnlyList<(CaseDecision Row, CaseDecisionContent Content)>> DecisionsAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var rows = await context.CaseDecisions.AsNoTracking().Where(d => d.CaseId == work.Case.Id).ToListAsync(cancellationToken);
        List<(CaseDecision, CaseDecisionContent)> opened = [];
        foreach (var row in rows.OrderBy(d => d.EventNumber).ThenBy(d => d.Id))
        {
            var content = await vault.OpenJsonAsync<CaseDecisionContent>(work.KeyId, row.Payload, CaseDecisionContent.Place(row.Id), cancellationToken);
            if (content.IsSuccess)
            {
                opened.Add((row, content.Value));
            }
        }

        return opened;
    }

    private async Task<IReadOnlyList<CaseDecisionRule>> RulesAsync(CaseWork work, CancellationToken cancellationToken) =>
        [.. (await DecisionsAsync(work, cancellationToken)).GroupBy(d => d.Row.Decision).SelectMany(g => g.Last().Content.Rules)];

    /// <summary>What was written by whoever turned it down.</summary>
    private async Task<IReadOnlyList<string>> OpinionAsync(CaseWork work, CancellationToken cancellationToken)
    {
        var opinion = await context.Opinions.AsNoTracking().Where(o => o.CaseId == work.Case.Id && o.Text != null).OrderByDescending(o => o.At).ThenByDescending(o => o.Id)
            .Select(o => o.Text!).FirstOrDefaultAsync(cancellationToken);
        return opinion is null ? [] : [opinion];
    }

    /// <summary>The texts of the rules that decided in the applicant's favour, in the order of the decisions.</summary>
    private static IEnumerable<string> Reasons(IReadOnlyList<CaseDecisionRule> rules, ServiceInfo service, string language) =>
        rules.Select(r => RuleTexts.Of(r.Annotations, service, language).Text).Where(t => t.Length > 0).Distinct();

    private static IEnumerable<ClauseDto> Clauses(IReadOnlyList<CaseDecisionRule> rules, ServiceInfo service, string language) =>
        rules.Select(r => RuleTexts.Of(r.Annotations, service, language)).Where(r => r.Clause is not null)
            .Select(r => new ClauseDto(r.Clause!, r.Text == r.Clause ? "" : r.Text)).Distinct();

    private string Remedy(Remedy remedy, string language)
    {
        var time = texts.Format(
            $"limit.{remedy.Unit}{(remedy.Length == 1 ? ".one" : "")}", new Dictionary<string, string> { ["n"] = $"{remedy.Length}" }, language);
        var code = remedy.Kind is "reconsideration" or "lawsuit" ? remedy.Kind : "remedy";
        return words.View(code, language, ("time", time), ("authority", remedy.Authority?.In(language) ?? words.View("office", language)));
    }
}
