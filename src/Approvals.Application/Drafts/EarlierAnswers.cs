using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Secrets;
using Approvals.Domain.Forms;
using Microsoft.EntityFrameworkCore;

namespace Approvals.Application.Drafts;

/// <summary>
/// What somebody answered the last time they applied for the same service, to begin a new application with. Documents, consents and
/// pledges are given anew each time, and what is known of the person comes from the person.
/// </summary>
public sealed class EarlierAnswers(ApprovalsDbContext context, Vault vault)
{
    private static readonly FormComponentType[] Kept =
    [
        FormComponentType.Textfield, FormComponentType.Textarea, FormComponentType.Number, FormComponentType.Date, FormComponentType.Radio, FormComponentType.Select,
        FormComponentType.Checklist,
    ];

    /// <summary>The answers, empty for a first application.</summary>
    internal async Task<FormData> OfAsync(string service, Form form, Guid person, CancellationToken cancellationToken)
    {
        var last = await context.Cases.AsNoTracking().Where(c => c.ApplicantPersonId == person && c.ServiceCode == service && c.ErasedAt == null)
            .OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancellationToken);
        var submission = last is null ? null : await context.Submissions.AsNoTracking().Where(s => s.CaseId == last.Id && s.FormId == form.Id)
            .OrderByDescending(s => s.SubmittedAt).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellationToken);
        if (submission is null)
        {
            return FormData.Empty;
        }

        var opened = await SubmissionRows.OpenAsync(vault, last!.KeyId, submission, cancellationToken);
        return opened.IsSuccess ? Fitting(form, opened.Value) : FormData.Empty;
    }

    /// <summary>What still has its place in the form as it is now.</summary>
    internal static FormData Fitting(Form form, FormData earlier)
    {
        var answers = FormData.Empty;
        foreach (var component in form.All.Where(c => c.Key is { } key && Kept.Contains(c.Type) && c.Rules.Prefill is null && form.FieldAt(key) == c))
        {
            var value = earlier.Values[component.Key!];
            answers = value.IsNull ? answers : answers.With(component.Key!, value);
        }

        return answers;
    }
}
