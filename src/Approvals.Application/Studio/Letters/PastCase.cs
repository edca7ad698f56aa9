using System.Text.Json;
using Approvals.Application.CaseViews;
using Approvals.Application.Forms;
using Approvals.Application.Letters;
using Approvals.Application.Rights;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.Studio.Letters;

/// <summary>A case as a letter would see it, had its reader to write it: answers covered as on the reader's own page.</summary>
internal static class PastCase
{
    private static readonly string[] Kept = ["name", "age", "sex", "nationality"];

    internal static FeelContext Of(OpenedCase opened, CurrentUser user)
    {
        var work = opened.Work;
        var scope = work.FormScope with { Roles = FieldReaders.RolesOf(user, work.Case, opened.Tasks) };
        var forms = work.Service.Package.Forms.Select(f => KeyValuePair.Create(f.Key, FeelValue.Of(f.Value.ToFeel(Covered(f.Value, work.Forms.GetValueOrDefault(f.Key), scope)))));
        var applicant = work.Applicant.ToFeel(work.Today);
        return LetterContext.Of(work, LetterSubjectMatter.None)
            .With("form", FeelValue.Of(FeelContext.From(forms)))
            .With("applicant", FeelValue.Of(FeelContext.From(applicant.Entries.Select(e => Kept.Contains(e.Key) ? e : KeyValuePair.Create(e.Key, FeelValue.Null)))));
    }

    private static FormData? Covered(Form form, FormData? answers, FormScope scope) => answers is null
        ? null
        : FormData.Read(form, JsonSerializer.SerializeToElement(MaskedAnswers.Of(form, answers, scope, own: false).Values)).Data;
}
