using System.Text.Json;
using System.Text.Json.Nodes;
using Approvals.Application.Database;
using Approvals.Domain.Forms;
using Approvals.Feel;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Drafts;

/// <summary>
/// The employer that an application names by its code. Once the code is that of a registered one, the application belongs to it,
/// and what the form takes from the employer is filled in anew.
/// </summary>
public sealed class DraftEmployer(ApprovalsDbContext context, DraftLoader loader)
{
    private const string OfEmployer = "case.employer.";

    /// <summary>The form's first field for an organisation's code; null when it has none.</summary>
    internal static FormComponent? CodeField(Form form) =>
        form.All.FirstOrDefault(f => f is { Path: not null } && f.Rules.Format is { Expression: null, Constant: "uscc" });

    /// <summary>The code as organisations are registered under it.</summary>
    internal static string Normal(string code) => code.Trim().ToUpperInvariant();

    /// <summary>The draft with answers merged in, and with what follows from the employer they name. What is answered oneself stays.</summary>
    internal async Task<LoadedDraft> WithAsync(LoadedDraft draft, IReadOnlyDictionary<string, JsonElement> given, CancellationToken cancellationToken)
    {
        var changed = draft.With(given);
        if (CodeField(draft.Form)?.Key is not { } field || !given.TryGetValue(field, out var answer) || answer.ValueKind != JsonValueKind.String)
        {
            return changed;
        }

        var code = Normal(answer.GetString()!);
        var employer = await context.Organisations.AsNoTracking()
            .SingleOrDefaultAsync(o => o.Uscc == code && o.ClosedAt == null && o.VerifiedAt != null, cancellationToken);
        if (employer is null)
        {
            return changed;
        }

        if (draft.Row.OnBehalf != Cases.FiledBy.Agent)
        {
            draft.Row.OrganisationId = employer.Id;
        }

        var scope = await loader.ScopeAsync(draft.Service, draft.Form, draft.Applicant, draft.Row, draft.Documents, cancellationToken);
        var prefilled = FormEvaluator.Prefill(draft.Form, scope).Values;
        foreach (var key in Following(draft.Form).Where(key => key != field && !given.ContainsKey(key)))
        {
            changed.Answers[key] = JsonNode.Parse(FeelJson.ToJson(prefilled[key]));
        }

        return changed with { Scope = scope };
    }

    private static IEnumerable<string> Following(Form form) => form.All
        .Where(f => f.Key is not null && f.Path == f.Key && f.Rules.Prefill?.References.Any(r => r.StartsWith(OfEmployer, StringComparison.Ordinal)) == true)
        .Select(f => f.Key!);
}
