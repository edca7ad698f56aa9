using System.Text.Json;
using Approvals.Application.Calendars;
using Approvals.Application.Forms;
using Approvals.Application.Policies;
using Approvals.Decisions;
using Approvals.Domain.Forms;
using Approvals.Domain.Packages;
using Approvals.Feel;

namespace Approvals.Application.Guides;

/// <summary>"Am I eligible?": a few answers go to the package's own decision; nothing is kept.</summary>
public sealed class CheckEligibility(ServiceCatalog catalog, ServiceGuide guide, CalendarInForce calendar, TimeProvider clock, MessageCatalog texts)
{
    private static readonly Dictionary<string, string> None = [];

    public async Task<Result<EligibilityDto>> HandleAsync(
        string code, IReadOnlyDictionary<string, JsonElement> answers, string language, CancellationToken cancellationToken)
    {
        var snapshot = await catalog.InForceAsync(code, calendar.Today(clock), cancellationToken);
        if (snapshot?.Service.Eligibility is not { } check || !snapshot.Package.Forms.TryGetValue(check.Form, out var form))
        {
            return new Error("drafts.notOffered", ErrorKind.NotFound);
        }

        var reading = FormData.Read(form, JsonSerializer.SerializeToElement(answers));
        var state = FormEvaluator.Evaluate(form, reading, guide.EmptyScope(snapshot));
        var described = FormStateDescription.Of(form, state, null, texts, language);
        return state.IsValid
            ? Judge(snapshot, check, state, described, language)
            : new EligibilityDto(null, null, texts.Format("guides.openAnswers", None, language), [], [], null, described);
    }

    private Result<EligibilityDto> Judge(ServiceSnapshot snapshot, Eligibility check, FormState state, FormStateDto described, string language)
    {
        var scope = state.Data.Values.With("today", FeelValue.Of(calendar.Today(clock)));
        var inputs = FeelContext.From(check.Inputs.Select(i => KeyValuePair.Create(i.Key, i.Value.Evaluate(scope).Value)));
        var decided = snapshot.Package.Decisions.Evaluate(check.Decision, inputs);
        if (!decided.IsSuccess)
        {
            return decided.Error;
        }

        var answer = decided.Value.Value.TryGetContext(out var context) ? context : FeelContext.Of((check.Result ?? "", decided.Value.Value));
        var outcome = Text(answer[check.Result ?? ""]) ?? "";
        IReadOnlyList<RuleTextDto> matched = [.. decided.Value.Matched.Select(m => RuleTexts.Of(m.Annotations, snapshot.Service, language))];
        var clause = Text(answer["clause"]) is { } term ? RuleTexts.Term(term, snapshot.Service, language) : matched.Count > 0 ? matched[0].Clause : null;
        return new EligibilityDto(
            outcome,
            clause,
            snapshot.Service.Terms.TryGetValue($"outcome-{outcome}", out var said) ? said.In(language) : matched.Count > 0 ? matched[0].Text : clause ?? outcome,
            matched,
            matched.Count > 0 ? [] : Failed(snapshot, check, inputs, language),
            NextBetter.Of(snapshot, check, inputs, texts, language),
            described);
    }

    private static string? Text(FeelValue value) => value.TryGetString(out var text) ? text : value.IsNull ? null : value.ToString();

    private static IReadOnlyList<RuleTextDto> Failed(ServiceSnapshot snapshot, Eligibility check, FeelContext inputs, string language)
    {
        var explained = snapshot.Package.Explain(check.Decision, inputs);
        return explained.IsSuccess ? [.. explained.Value.Rules.Where(r => !r.Matched).Select(r => Failed(r, snapshot.Service, language))] : [];
    }

    private static RuleTextDto Failed(RuleExplanation rule, ServiceInfo service, string language) =>
        RuleTexts.Of(rule.Annotations, service, language) with
        {
            Text = string.Join(language == "en" ? "; " : "；", rule.FailedCells.Select(c => c.Why.In(language))),
        };
}

/// <summary>What a rule's annotations say, in words: a value that names one of the service's terms is that term.</summary>
internal static class RuleTexts
{
    private static readonly string[] ClauseNames = ["clause", "条款"];
    private static readonly string[] SourceNames = ["source", "来源"];
    private static readonly string[] TitleNames = ["title", "标题"];
    private static readonly string[] TextNames = ["text", "reason", "note", "说明", "理由"];

    internal static RuleTextDto Of(IReadOnlyDictionary<string, string> annotations, ServiceInfo service, string language)
    {
        var clause = Find(annotations, ClauseNames, service, language);
        return new RuleTextDto(Find(annotations, TextNames, service, language) ?? clause ?? "", clause);
    }

    /// <summary>What a rule is called where it is listed beside others: its own title, else its clause, else its text.</summary>
    internal static string Title(IReadOnlyDictionary<string, string> annotations, ServiceInfo service, string language)
    {
        var text = Of(annotations, service, language);
        return Find(annotations, TitleNames, service, language) ?? text.Clause ?? text.Text;
    }

    internal static string? Source(IReadOnlyDictionary<string, string> annotations, ServiceInfo service, string language) =>
        Find(annotations, SourceNames, service, language);

    /// <summary>A text, or the term it names.</summary>
    internal static string Term(string value, ServiceInfo service, string language) =>
        service.Terms.TryGetValue(value, out var term) ? term.In(language) : value;

    private static string? Find(IReadOnlyDictionary<string, string> annotations, string[] names, ServiceInfo service, string language) =>
        annotations.FirstOrDefault(a => names.Contains(a.Key, StringComparer.OrdinalIgnoreCase)).Value is { Length: > 0 } value
            ? Term(value, service, language)
            : null;
}
