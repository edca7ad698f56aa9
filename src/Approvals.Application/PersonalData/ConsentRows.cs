using System.Security.Cryptography;
using System.Text;
using Approvals.Application.Cases;
using Approvals.Application.Database;
using Approvals.Application.Drafts;
using Approvals.Application.People;
using Approvals.Domain.Forms;
using Approvals.Feel;

namespace Approvals.Application.PersonalData;

/// <summary>Keeps the consents that an application was submitted with, each with the hash of the wording it was given to.</summary>
internal static class ConsentRows
{
    /// <summary>Adds them to the caller's transaction.</summary>
    internal static void Add(ApprovalsDbContext context, IIdSource ids, LoadedDraft draft, FormData answers, Case made, Guid by)
    {
        foreach (var component in draft.Form.All.Where(c => c.Type == FormComponentType.Consent && c.Key is not null))
        {
            if (answers.Values[component.Key!] == FeelValue.True)
            {
                context.Consents.Add(new Consent
                {
                    Id = ids.Next(), PersonId = made.ApplicantPersonId, Purpose = component.Key!, Wording = Wording(component), DraftId = draft.Row.Id,
                    CaseId = made.Id, GivenByUserId = by, GivenAt = made.SubmittedAt,
                });
            }
        }
    }

    private static string Wording(FormComponent component) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{component.Label?.Zh}\n{component.Label?.En}")))[..32];
}
